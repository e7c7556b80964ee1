package org.domcaps.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The CPU models of mode `custom` as [BlockWriter] and libvirt lay them out, read line by line.
///
/// They make up nine tenths of a document, and every line of them looks like the one before. So
/// [DocumentReader] takes them out of the text and gives only what is left to the general way of
/// reading. It is a shortcut and nothing else: a line with anything unusual in it (an entity, an
/// unknown attribute, another indent, a character beyond ASCII) ends the whole attempt, and the
/// text is read in the general way, which also finds the words and places for what is wrong.
final class ModelLines {

    private static final byte[] MODE = ascii("    <mode name='custom' supported='yes'>\n");
    private static final byte[] MODEL = ascii("      <model usable='");
    private static final byte[] DEPRECATED = ascii(" deprecated='yes'");
    private static final byte[] VENDOR = ascii(" vendor='");
    private static final byte[] CANONICAL = ascii(" canonical='");
    private static final byte[] TAG_END = ascii(">");
    private static final byte[] MODEL_END = ascii("/model>\n");
    private static final byte[] BLOCKERS = ascii("      <blockers model='");
    private static final byte[] BLOCKERS_OPEN = ascii(">\n");
    private static final byte[] FEATURE = ascii("        <feature name='");
    private static final byte[] FEATURE_END = ascii("/>\n");
    private static final byte[] BLOCKERS_END = ascii("      </blockers>\n");
    private static final byte[] MODE_END = ascii("    </mode>\n");

    /// Fewer bytes are read faster without the detour.
    private static final int WORTH_IT = 8 * 1024;

    private final byte[] text;
    private final Names names = new Names();
    private final List<CpuModel> models = new ArrayList<>();
    private int at;

    private ModelLines(byte[] text, int at) {
        this.text = text;
        this.at = at;
    }

    /// What was taken out of a text.
    ///
    /// @param models the models that were taken out: all but the first
    /// @param rest the text without them; a document with one custom model
    record Cut(List<CpuModel> models, byte[] rest) {}

    /// Takes the models out; empty if the text does not have them in the usual layout, or is short.
    static Optional<Cut> cut(byte[] text) {
        int mode = text.length < WORTH_IT ? -1 : find(text);
        if (mode < 0) {
            return Optional.empty();
        }
        ModelLines lines = new ModelLines(text, mode + MODE.length);
        if (!lines.model()) {
            return Optional.empty();
        }
        int from = lines.at;
        while (!startsWith(text, lines.at, MODE_END)) {
            if (!lines.model()) {
                return Optional.empty();
            }
        }
        int to = lines.at;
        byte[] rest = Arrays.copyOf(text, text.length - (to - from));
        System.arraycopy(text, to, rest, from, text.length - to);
        return Optional.of(new Cut(lines.models.subList(1, lines.models.size()), rest));
    }

    /// Where the line of the mode begins. Behind a comment or anything else that could hide markup
    /// it is not looked for.
    private static int find(byte[] text) {
        for (int i = 0; i < text.length - 1; i++) {
            if (text[i] != '<') {
                continue;
            }
            if (text[i + 1] == '!' || text[i + 1] == '?') {
                return -1;
            }
            int line = i - 4;
            if (line >= 0 && startsWith(text, line, MODE)) {
                return line;
            }
        }
        return -1;
    }

    /// Takes a model with its blockers; `false` if that is not what comes.
    private boolean model() {
        if (!take(MODEL)) {
            return false;
        }
        Optional<CpuModel.Usable> usable = CpuModel.Usable.find(name('\''));
        boolean deprecated = take(DEPRECATED);
        Optional<String> vendor = attribute(VENDOR);
        Optional<String> canonical = attribute(CANONICAL);
        if (usable.isEmpty() || !take(TAG_END)) {
            return false;
        }
        String name = name('<');
        if (name.isEmpty() || !take(MODEL_END)) {
            return false;
        }
        List<String> blockers = new ArrayList<>();
        if (take(BLOCKERS) && !blockers(name, blockers)) {
            return false;
        }
        models.add(
                new CpuModel(
                        name,
                        usable.get(),
                        deprecated ? Support.YES : Support.NOT_REPORTED,
                        vendor,
                        canonical,
                        blockers,
                        Extras.NONE));
        return true;
    }

    /// Takes an attribute if it comes next. A value that is not usual leaves the line in the
    /// middle, where nothing fits any more.
    private Optional<String> attribute(byte[] start) {
        if (!take(start)) {
            return Optional.empty();
        }
        String value = name('\'');
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /// Takes the rest of `<blockers>`; `false` if it is not as usual.
    private boolean blockers(String model, List<String> blockers) {
        if (!name('\'').equals(model) || !take(BLOCKERS_OPEN)) {
            return false;
        }
        int before = Names.NONE;
        while (true) {
            int slot = names.after(before, text, at);
            if (slot == Names.NONE) {
                int start = at;
                if (!take(FEATURE)) {
                    break;
                }
                String feature = name('\'');
                if (feature.isEmpty() || !take(FEATURE_END)) {
                    return false;
                }
                blockers.add(feature);
                slot = names.found;
                names.line(before, slot, start, at - start);
            } else {
                blockers.add(names.slots[slot]);
                at += names.lengths[slot];
            }
            before = slot;
        }
        return !blockers.isEmpty() && take(BLOCKERS_END);
    }

    /// Takes characters up to and including `stop`; nothing, and an empty name, if there is one
    /// among them that is not usual in a name.
    private String name(char stop) {
        int hash = 0;
        for (int i = at; i < text.length; i++) {
            byte b = text[i];
            if (b == stop && i > at) {
                String name = names.get(text, at, i, hash);
                at = i + 1;
                return name;
            }
            if (b <= ' ' || b == 0x7f || b == '<' || b == '>' || b == '&' || b == '\''
                    || b == '"') {
                break;
            }
            hash = 31 * hash + b;
        }
        return "";
    }

    private boolean take(byte[] expected) {
        if (!startsWith(text, at, expected)) {
            return false;
        }
        at += expected.length;
        return true;
    }

    private static boolean startsWith(byte[] text, int at, byte[] expected) {
        int end = at + expected.length;
        return end <= text.length && Arrays.equals(text, at, end, expected, 0, expected.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Gives one string for equal bytes: a document names the same few hundred features again and
    /// again. Of a feature it keeps a line that names it, and which line came after that one the
    /// last time: most lists of blockers are pieces of one another, so that line is tried first,
    /// which takes one comparison of bytes.
    private static final class Names {
        private static final int NONE = -1;
        private static final int SLOTS = 1024;

        private final String[] slots = new String[SLOTS];
        private final int[] starts = new int[SLOTS];
        private final int[] lengths = new int[SLOTS];
        private final int[] next = new int[SLOTS];
        private int used;
        // Where the last name is kept; none if there was no room.
        private int found = NONE;

        private String get(byte[] text, int from, int to, int hash) {
            int slot = (hash ^ hash >>> 15) & SLOTS - 1;
            while (slots[slot] != null) {
                if (isAt(slots[slot], text, from, to)) {
                    found = slot;
                    return slots[slot];
                }
                slot = slot + 1 & SLOTS - 1;
            }
            String name = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
            found = NONE;
            if (used < SLOTS / 2) {
                used++;
                slots[slot] = name;
                next[slot] = NONE;
                found = slot;
            }
            return name;
        }

        /// The feature whose line is the next one in the text, if it came after this one before.
        private int after(int slot, byte[] text, int at) {
            int guess = slot == NONE ? NONE : next[slot];
            if (guess == NONE) {
                return NONE;
            }
            int end = at + lengths[guess];
            int start = starts[guess];
            return end <= text.length
                            && Arrays.equals(text, at, end, text, start, start + lengths[guess])
                    ? guess
                    : NONE;
        }

        /// Keeps a line, and that it came after the one of another feature.
        private void line(int before, int slot, int start, int length) {
            if (slot != NONE) {
                starts[slot] = start;
                lengths[slot] = length;
            }
            if (before != NONE) {
                next[before] = slot;
            }
        }

        private static boolean isAt(String name, byte[] text, int from, int to) {
            if (name.length() != to - from) {
                return false;
            }
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) != text[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
