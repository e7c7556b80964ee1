package org.domcaps.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/// Lays out XML in libvirt's way into one growing array: two blanks a level, one element a line,
/// single quotes, LF.
///
/// Escaping of text and attributes: `<`, `>`, `&`, `"` and `'` become entities; control characters
/// that libvirt drops (0x00-0x08, 0x0B, 0x0C, 0x0E-0x19) are dropped; everything else passes. Tab,
/// LF and CR inside an attribute become character references, because a reader would make blanks of
/// them.
public final class XmlOutput {

    // Whether an ASCII character stands for itself in text and attributes.
    private static final boolean[] PLAIN = plain();
    private static final byte[] BLANKS = " ".repeat(64).getBytes(StandardCharsets.ISO_8859_1);

    /// The array of an output that is done, for the next one: making a new one means filling it
    /// with zeros first, which takes as long as writing half of it.
    private static final AtomicReference<byte[]> SPARE = new AtomicReference<>();

    private static final int LARGEST_SPARE = 1 << 20;

    private byte[] bytes;
    private int length;
    private Lines lines = new Lines(-1, "", "");
    // Where the content of the innermost start tag begins; content was written if the length went
    // past it.
    private int content = -1;

    /// Nothing yet.
    ///
    /// @param capacity how many bytes are expected; more have room as well
    public XmlOutput(int capacity) {
        byte[] spare = SPARE.getAndSet(null);
        bytes = spare == null || spare.length < capacity ? new byte[capacity] : spare;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        for (char c = 0x1a; c < plain.length; c++) {
            plain[c] = "<>&\"'".indexOf(c) < 0;
        }
        return plain;
    }

    /// Begins a start tag on a line of its own; attributes may follow.
    public void begin(int depth, String name) {
        indent(depth);
        put('<');
        name(name);
    }

    /// Adds an attribute to the tag that was begun.
    public void attribute(String name, String value) {
        put(' ');
        name(name);
        put('=');
        put('\'');
        escaped(value, true);
        put('\'');
    }

    /// Ends the start tag of an element that never has content.
    public void endEmpty() {
        ensure(3);
        bytes[length++] = '/';
        bytes[length++] = '>';
        bytes[length++] = '\n';
    }

    /// Writes a whole element with one attribute and no content. Documents consist mostly of these,
    /// with the same few hundred values, so a line that was written before is copied.
    public void item(int depth, String name, String attribute, String value) {
        if (depth != lines.depth
                || !name.equals(lines.name)
                || !attribute.equals(lines.attribute)) {
            lines = new Lines(depth, name, attribute);
        }
        int slot = value.hashCode() & Lines.SLOTS - 1;
        int start = length;
        if (value.equals(lines.values[slot])) {
            int count = lines.lengths[slot];
            ensure(count);
            System.arraycopy(bytes, lines.starts[slot], bytes, start, count);
            length = start + count;
            return;
        }
        begin(depth, name);
        attribute(attribute, value);
        endEmpty();
        lines.values[slot] = value;
        lines.starts[slot] = start;
        lines.lengths[slot] = length - start;
    }

    /// Ends the start tag of an element whose children follow on lines of their own.
    public void endOpen() {
        put('>');
        put('\n');
        content = length;
    }

    /// Writes the end tag. An element that got no content is folded into an empty one if `fold` is
    /// set.
    public void close(int depth, String name, boolean fold) {
        if (fold && content == length) {
            length -= 2;
            endEmpty();
            return;
        }
        indent(depth);
        put('<');
        put('/');
        name(name);
        put('>');
        put('\n');
    }

    /// Writes a whole element without attributes that holds just text.
    public void leaf(int depth, String name, String text) {
        begin(depth, name);
        endText(name, text);
    }

    /// Ends the start tag and writes text and end tag on the same line.
    public void endText(String name, String text) {
        put('>');
        escaped(text, false);
        put('<');
        put('/');
        name(name);
        put('>');
        put('\n');
    }

    /// Writes an element that was read and is not part of the known format.
    public void element(int depth, XmlElement element) {
        begin(depth, element.name());
        for (XmlAttribute attribute : element.attributes()) {
            attribute(attribute.name(), attribute.value());
        }
        if (element.children().isEmpty()) {
            if (element.text().isEmpty()) {
                endEmpty();
            } else {
                endText(element.name(), element.text());
            }
            return;
        }
        endOpen();
        if (!element.text().isEmpty()) {
            indent(depth + 1);
            escaped(element.text(), false);
            put('\n');
        }
        for (XmlElement child : element.children()) {
            element(depth + 1, child);
        }
        close(depth, element.name(), false);
    }

    /// An empty line, which libvirt puts between the large parts of some documents.
    public void emptyLine() {
        put('\n');
    }

    /// All that was written. After that the output cannot be used any more.
    public byte[] toBytes() {
        byte[] all = Arrays.copyOf(bytes, length);
        if (bytes.length <= LARGEST_SPARE) {
            SPARE.set(bytes);
        }
        bytes = new byte[0];
        return all;
    }

    private void indent(int depth) {
        int count = 2 * depth;
        ensure(count);
        if (count <= BLANKS.length) {
            System.arraycopy(BLANKS, 0, bytes, length, count);
        } else {
            Arrays.fill(bytes, length, length + count, (byte) ' ');
        }
        length += count;
    }

    private void name(String name) {
        int count = name.length();
        ensure(3 * count);
        for (int i = copyPlain(name); i < count; i++) {
            i += encode(name, i);
        }
    }

    /// Copies characters up to the first that does not stand for itself; gives how many.
    private int copyPlain(String text) {
        int count = text.length();
        ensure(count);
        byte[] to = bytes;
        int at = length;
        int i = 0;
        while (i < count) {
            char c = text.charAt(i);
            if (c >= 0x80 || !PLAIN[c]) {
                break;
            }
            to[at + i] = (byte) c;
            i++;
        }
        length = at + i;
        return i;
    }

    private void escaped(String text, boolean inAttribute) {
        int count = text.length();
        for (int i = copyPlain(text); i < count; i++) {
            ensure(8);
            char c = text.charAt(i);
            switch (c) {
                case '<' -> entity("&lt;");
                case '>' -> entity("&gt;");
                case '&' -> entity("&amp;");
                case '"' -> entity("&quot;");
                case '\'' -> entity("&apos;");
                case '\t', '\n', '\r' -> {
                    if (inAttribute) {
                        entity(c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "&#13;");
                    } else {
                        put(c);
                    }
                }
                default -> {
                    if (c >= 0x1a) {
                        i += encode(text, i);
                    }
                }
            }
        }
    }

    /// Encodes the character at `i` as UTF-8; gives how many further `char`s it took. The caller
    /// made room.
    private int encode(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x80) {
            bytes[length++] = (byte) c;
            return 0;
        }
        int point = text.codePointAt(i);
        if (point < 0x800) {
            bytes[length++] = (byte) (0xc0 | point >> 6);
        } else {
            if (point < 0x10000) {
                // A lone surrogate cannot be said in UTF-8; U+FFFD stands for it.
                point = Character.isSurrogate(c) ? 0xfffd : point;
                bytes[length++] = (byte) (0xe0 | point >> 12);
            } else {
                bytes[length++] = (byte) (0xf0 | point >> 18);
                bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
            }
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | point & 0x3f);
        return Character.charCount(point) - 1;
    }

    private void entity(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    private void put(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /// Where lines for values of one kind of element stand in the output; of two values with the
    /// same slot the later one counts.
    private static final class Lines {
        private static final int SLOTS = 512;

        private final int depth;
        private final String name;
        private final String attribute;
        private final String[] values = new String[SLOTS];
        private final int[] starts = new int[SLOTS];
        private final int[] lengths = new int[SLOTS];

        private Lines(int depth, String name, String attribute) {
            this.depth = depth;
            this.name = name;
            this.attribute = attribute;
        }
    }
}
