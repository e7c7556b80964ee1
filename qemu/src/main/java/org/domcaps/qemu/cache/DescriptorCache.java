package org.domcaps.qemu.cache;

import org.domcaps.host.firmware.DescriptorFile;
import org.domcaps.host.firmware.DescriptorReader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the texts of firmware descriptors say. To parse half a dozen small files costs a process
/// that has just started more than everything else about the host does.
///
/// The key is the texts themselves, so that nothing has to be assumed about the files.
public final class DescriptorCache implements DescriptorReader {

    private static final String FORM = "form=1\n";

    private final CacheFile file;
    private final DescriptorReader parser;

    /// A cache in a folder, which is made when the first texts were read.
    ///
    /// @param parser reads texts that were not seen before
    /// @param warnings takes one line if the file is of no use or cannot be written
    public DescriptorCache(Path folder, DescriptorReader parser, Consumer<String> warnings) {
        this.file = new CacheFile(folder.resolve("firmware.facts"), warnings);
        this.parser = parser;
    }

    @Override
    public List<DescriptorFile.Content> read(List<byte[]> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        String key = key(texts);
        Optional<List<DescriptorFile.Content>> kept = file.find(key, DescriptorCache::read);
        if (kept.isPresent() && kept.get().size() == texts.size()) {
            return kept.get();
        }
        List<DescriptorFile.Content> contents = parser.read(texts);
        PoolWriter out = new PoolWriter();
        out.list(contents, content -> write(out, content));
        file.write(key, out.toBytes());
        return contents;
    }

    /// Each text after its length, as characters of one byte.
    private static String key(List<byte[]> texts) {
        StringBuilder key = new StringBuilder(FORM);
        for (byte[] text : texts) {
            key.append(text.length).append('\n');
            key.append(new String(text, StandardCharsets.ISO_8859_1));
        }
        return key.toString();
    }

    private static List<DescriptorFile.Content> read(ByteBuffer content) {
        PoolReader in = new PoolReader(content);
        return in.list(() -> read(in));
    }

    private static void write(PoolWriter out, DescriptorFile.Content content) {
        switch (content) {
            case DescriptorFile.Content.Json json -> {
                out.flag(true);
                JsonFormat.write(out, json.json());
                out.flag(json.repeatedKeys());
            }
            case DescriptorFile.Content.Unusable unusable -> {
                out.flag(false);
                out.text(unusable.reason());
            }
        }
    }

    private static DescriptorFile.Content read(PoolReader in) {
        return in.flag()
                ? new DescriptorFile.Content.Json(JsonFormat.read(in), in.flag())
                : new DescriptorFile.Content.Unusable(in.text());
    }
}
