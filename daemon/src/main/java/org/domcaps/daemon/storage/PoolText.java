package org.domcaps.daemon.storage;

import org.domcaps.host.system.FileStatus;
import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.xml.XmlOutput;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Documents `<pool>`.
final class PoolText {

    private static final int USUAL = 1024;

    private PoolText() {}

    /// Writes one.
    ///
    /// @param folder what the system says of its folder; empty for a pool that was never started
    static String write(
            PoolDefinition pool, ObjectResult.PoolInfo info, Optional<FileStatus> folder) {
        XmlOutput out = new XmlOutput(USUAL);
        out.begin(0, "pool");
        out.attribute("type", "dir");
        out.endOpen();
        out.leaf(1, "name", pool.name());
        out.leaf(1, "uuid", pool.uuid().toString());
        bytes(out, "capacity", info.capacity());
        bytes(out, "allocation", info.allocation());
        bytes(out, "available", info.available());
        out.begin(1, "source");
        out.endOpen();
        out.close(1, "source", false);
        out.begin(1, "target");
        out.endOpen();
        out.leaf(2, "path", pool.target());
        folder.ifPresent(status -> permissions(out, 2, status));
        out.close(1, "target", false);
        out.close(0, "pool", false);
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    /// Who may do what with a file.
    static void permissions(XmlOutput out, int depth, FileStatus status) {
        out.begin(depth, "permissions");
        out.endOpen();
        out.leaf(depth + 1, "mode", octal(status.permissions()));
        out.leaf(depth + 1, "owner", Integer.toUnsignedString(status.owner()));
        out.leaf(depth + 1, "group", Integer.toUnsignedString(status.group()));
        out.close(depth, "permissions", false);
    }

    /// At least four digits.
    private static String octal(int mode) {
        String digits = Integer.toOctalString(mode);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /// A size.
    static void bytes(XmlOutput out, String name, long value) {
        out.begin(1, name);
        out.attribute("unit", "bytes");
        out.endText(name, Long.toString(value));
    }
}
