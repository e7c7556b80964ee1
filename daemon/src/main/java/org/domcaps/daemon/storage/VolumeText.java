package org.domcaps.daemon.storage;

import org.domcaps.host.system.FileStatus;
import org.domcaps.xml.XmlOutput;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.Optional;

/// Documents `<volume>`.
final class VolumeText {

    private static final int USUAL = 1024;
    private static final int MOST_CLUSTER_BITS = 30;
    private static final int NANO_DIGITS = 9;

    private VolumeText() {}

    static String write(Volume volume) {
        XmlOutput out = new XmlOutput(USUAL);
        out.begin(0, "volume");
        out.attribute("type", volume.kind().word());
        out.endOpen();
        out.leaf(1, "name", volume.name());
        out.leaf(1, "key", volume.path());
        PoolText.bytes(out, "capacity", volume.capacity());
        PoolText.bytes(out, "allocation", volume.allocation());
        if (volume.physical() > 0) {
            PoolText.bytes(out, "physical", volume.physical());
        }
        out.begin(1, "target");
        out.endOpen();
        out.leaf(2, "path", volume.path());
        out.item(2, "format", "type", volume.header().format());
        volume.status().ifPresent(status -> file(out, status));
        volume.header().qcow2().ifPresent(features -> qcow2(out, features));
        out.close(1, "target", false);
        volume.header().backing().ifPresent(backing -> backing(out, backing));
        out.close(0, "volume", false);
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    /// Who may do what with a file, and since when it is as it is.
    private static void file(XmlOutput out, FileStatus status) {
        PoolText.permissions(out, 2, status);
        out.begin(2, "timestamps");
        out.endOpen();
        out.leaf(3, "atime", seconds(status.accessed()));
        out.leaf(3, "mtime", seconds(status.modified()));
        out.leaf(3, "ctime", seconds(status.changed()));
        status.born().ifPresent(time -> out.leaf(3, "btime", seconds(time)));
        out.close(2, "timestamps", false);
    }

    /// Seconds with nanoseconds, where there are any.
    private static String seconds(Instant time) {
        String seconds = Long.toString(time.getEpochSecond());
        if (time.getNano() == 0) {
            return seconds;
        }
        String nanos = Integer.toString(time.getNano());
        return seconds + "." + "0".repeat(NANO_DIGITS - nanos.length()) + nanos;
    }

    private static void qcow2(XmlOutput out, QcowHeader.Features features) {
        boolean extensible = features.version() > 2;
        out.leaf(2, "compat", extensible ? "1.1" : "0.10");
        if (features.clusterBits() > 0 && features.clusterBits() <= MOST_CLUSTER_BITS) {
            out.begin(2, "clusterSize");
            out.attribute("unit", "B");
            out.endText("clusterSize", Integer.toString(1 << features.clusterBits()));
        }
        if (extensible) {
            out.begin(2, "features");
            out.endOpen();
            flag(out, features.lazyRefcounts(), "lazy_refcounts");
            flag(out, features.extendedEntries(), "extended_l2");
            out.close(2, "features", true);
        }
    }

    private static void flag(XmlOutput out, boolean set, String name) {
        if (set) {
            out.begin(3, name);
            out.endEmpty();
        }
    }

    private static void backing(XmlOutput out, BackingFile backing) {
        out.begin(1, "backingStore");
        out.endOpen();
        out.leaf(2, "path", backing.path());
        backing.format().ifPresent(format -> out.item(2, "format", "type", format));
        status(backing.path()).ifPresent(status -> file(out, status));
        out.close(1, "backingStore", false);
    }

    private static Optional<FileStatus> status(String path) {
        try {
            return Optional.of(FileStatus.of(path));
        } catch (FileSystemException _) {
            return Optional.empty();
        }
    }
}
