package org.domcaps.daemon.storage;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.xml.XmlElement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the document of a volume says of it, as far as it counts here.
///
/// @param name in its pool
/// @param capacity bytes that a guest shall see
/// @param format libvirt's name of its format
/// @param backing what it lies over
record VolumeDefinition(String name, long capacity, String format, Optional<BackingFile> backing) {

    /// It has to name its capacity itself.
    static final long NO_LEAST = -1;

    private static final Set<String> TYPES =
            Set.of("file", "block", "dir", "network", "netdir", "ploop");

    private static final List<String> FORMATS =
            List.of(
                    "none", "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat",
                    "vhd", "ploop", "cow", "qcow", "qcow2", "qed", "vmdk");

    /// Reads a document.
    ///
    /// @param least the capacity that it has at least, and if it names none; [#NO_LEAST] if it has
    ///   to name one
    /// @throws DriverException if it is none of a volume of a folder
    static VolumeDefinition read(String xml, long least) {
        XmlElement root = Definitions.root(xml, "volume");
        root.attribute("type")
                .filter(type -> !TYPES.contains(type))
                .ifPresent(type -> {
                    throw unsupported("unknown volume type '" + type + "'");
                });
        String name = name(Definitions.text(root, "name"));
        Optional<XmlElement> target = root.child("target");
        String format = target.flatMap(VolumeDefinition::format).orElse("raw");
        return new VolumeDefinition(
                name,
                capacity(root, least),
                format,
                root.child("backingStore").flatMap(VolumeDefinition::backing));
    }

    private static String name(String name) {
        if (name.isEmpty()) {
            throw StorageFaults.xml("missing volume name element");
        }
        if (name.indexOf('/') >= 0) {
            throw StorageFaults.invalid("volume name '" + name + "' cannot contain '/'");
        }
        Definitions.requireAtMost(Definitions.LONGEST_NAME, name, "volume name");
        return name;
    }

    private static long capacity(XmlElement root, long least) {
        Optional<XmlElement> element = root.child("capacity");
        if (element.isEmpty() && least < 0) {
            throw StorageFaults.xml("missing capacity element");
        }
        return Math.max(least, element.map(ByteCount::read).orElse(0L));
    }

    private static Optional<String> format(XmlElement parent) {
        Optional<String> format =
                parent.child("format").flatMap(element -> element.attribute("type"));
        format.filter(word -> !FORMATS.contains(word))
                .ifPresent(word -> {
                    throw unsupported("unknown volume format type " + word);
                });
        return format;
    }

    private static Optional<BackingFile> backing(XmlElement element) {
        String path = Definitions.text(element, "path");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Definitions.requireAtMost(Definitions.LONGEST_PATH, path, "backing store path");
        return Optional.of(new BackingFile(path, format(element)));
    }

    private static DriverException unsupported(String detail) {
        return new DriverException(ErrorCode.CONFIG_UNSUPPORTED, ErrorDomain.STORAGE, detail);
    }
}
