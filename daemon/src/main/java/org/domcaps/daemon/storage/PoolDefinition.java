package org.domcaps.daemon.storage;

import org.domcaps.driver.DriverException;
import org.domcaps.error.ErrorCode;
import org.domcaps.xml.XmlElement;

import java.util.List;
import java.util.UUID;

/// What the document of a pool says of it, as far as it counts here: the rest is about making its
/// folder.
///
/// @param name what people call it
/// @param uuid what it is found by
/// @param target its folder, an absolute path without double or closing slashes
record PoolDefinition(String name, UUID uuid, String target) {

    private static final String SERVED = "dir";

    /// The kinds of pools, in libvirt's order.
    private static final List<String> TYPES =
            List.of(
                    SERVED,
                    "fs",
                    "netfs",
                    "logical",
                    "disk",
                    "iscsi",
                    "iscsi-direct",
                    "scsi",
                    "mpath",
                    "rbd",
                    "sheepdog",
                    "gluster",
                    "zfs",
                    "vstorage");

    private static final int UUID_DIGITS = 32;
    private static final int HEX = 16;

    /// Reads a document.
    ///
    /// @throws DriverException if it is none of a pool that shows a folder
    static PoolDefinition read(String xml) {
        XmlElement root = Definitions.root(xml, "pool");
        requireServed(root);
        String name = name(Definitions.text(root, "name"));
        String uuid = Definitions.text(root, "uuid");
        UUID id = uuid.isEmpty() ? UUID.randomUUID() : uuid(uuid);
        String path =
                root.child("target").map(target -> Definitions.text(target, "path")).orElse("");
        if (path.isEmpty()) {
            throw StorageFaults.xml("missing storage pool target path");
        }
        // libvirt takes a path below the folder that its daemon runs in, which nobody means.
        if (!path.startsWith("/")) {
            throw StorageFaults.xml("storage pool target path '" + path + "' is not absolute");
        }
        Definitions.requireAtMost(Definitions.LONGEST_PATH, path, "storage pool target path");
        return new PoolDefinition(name, id, Folder.sanitized(path));
    }

    private static void requireServed(XmlElement root) {
        String type =
                root.attribute("type")
                        .orElseThrow(() ->
                                Definitions.malformed(
                                        ErrorCode.XML,
                                        "Missing required attribute 'type' in element 'pool'"));
        int number = TYPES.indexOf(type);
        if (number < 0) {
            throw Definitions.malformed(
                    ErrorCode.XML,
                    "Invalid value for attribute 'type' in element 'pool': '" + type + "'.");
        }
        if (!type.equals(SERVED)) {
            throw StorageFaults.internal(
                    "missing backend for pool type " + number + " (" + type + ")");
        }
    }

    private static String name(String name) {
        if (name.isEmpty()) {
            throw StorageFaults.xml("missing pool source name element");
        }
        if (name.indexOf('/') >= 0) {
            throw StorageFaults.xml("name " + name + " cannot contain '/'");
        }
        if (name.indexOf('\n') >= 0) {
            throw Definitions.malformed(ErrorCode.XML_DETAIL, "invalid char in name: \n");
        }
        Definitions.requireAtMost(Definitions.LONGEST_NAME, name, "name");
        return name;
    }

    /// 32 hexadecimal digits, with dashes wherever.
    private static UUID uuid(String text) {
        String digits = text.strip().replace("-", "");
        if (digits.length() != UUID_DIGITS
                || !digits.chars().allMatch(digit -> Character.digit(digit, HEX) >= 0)) {
            throw StorageFaults.xml("malformed uuid element");
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, HEX), HEX),
                Long.parseUnsignedLong(digits.substring(HEX), HEX));
    }
}
