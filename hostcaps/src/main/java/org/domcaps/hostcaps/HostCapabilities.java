package org.domcaps.hostcaps;

import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.HostCpu;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.host.topology.HostTopology.CpuCounts;
import org.domcaps.host.topology.LogicalCpu;
import org.domcaps.host.topology.NumaCell;
import org.domcaps.xml.XmlOutput;

import java.util.List;
import java.util.OptionalInt;

/// Writes the document `<capabilities>` in the layout of current releases of libvirt: two blanks a
/// level, single quotes, empty lines around the host and each guest.
public final class HostCapabilities {

    private static final int USUAL_SIZE = 32 * 1024;
    private static final int STEP = 1024;
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB");

    private final XmlOutput out = new XmlOutput(USUAL_SIZE);
    private final HostDescription host;

    private HostCapabilities(HostDescription host) {
        this.host = host;
    }

    /// The document; UTF-8, with a line end after the last tag.
    ///
    /// @param offers what the host's emulators serve
    public static byte[] write(HostDescription host, List<EmulatorOffer> offers) {
        HostCapabilities document = new HostCapabilities(host);
        document.open(0, "capabilities");
        document.out.emptyLine();
        document.host();
        document.out.emptyLine();
        for (GuestArch guest : GuestArch.of(offers)) {
            guest.write(document.out);
            document.out.emptyLine();
        }
        document.out.close(0, "capabilities", false);
        return document.out.toBytes();
    }

    private void host() {
        open(1, "host");
        out.leaf(2, "uuid", host.uuid().toString());
        cpu();
        sleep();
        out.item(2, "iommu", "support", host.iommu() ? "yes" : "no");
        open(2, "migration_features");
        out.begin(3, "live");
        out.endEmpty();
        open(3, "uri_transports");
        out.leaf(4, "uri_transport", "tcp");
        out.leaf(4, "uri_transport", "rdma");
        out.close(3, "uri_transports", false);
        out.close(2, "migration_features", false);
        cells();
        caches();
        open(2, "secmodel");
        out.leaf(3, "model", "none");
        out.leaf(3, "doi", "0");
        out.close(2, "secmodel", false);
        out.close(1, "host", false);
    }

    private void cpu() {
        open(2, "cpu");
        out.leaf(3, "arch", host.machine().arch().xmlName());
        host.cpu().flatMap(HostCpu::modelName).ifPresent(model -> out.leaf(3, "model", model));
        host.cpu().flatMap(HostCpu::vendor).ifPresent(vendor -> out.leaf(3, "vendor", vendor));
        if (host.machine().microcode() != 0) {
            out.item(3, "microcode", "version", Long.toString(host.machine().microcode()));
        }
        host.cpu()
                .flatMap(HostCpu::signature)
                .ifPresent(signature -> {
                    out.begin(3, "signature");
                    attribute("family", signature.family());
                    attribute("model", signature.model());
                    attribute("stepping", signature.stepping());
                    out.endEmpty();
                });
        CpuCounts counts = host.topology().counts();
        out.begin(3, "topology");
        attribute("sockets", counts.sockets());
        attribute("dies", counts.dies());
        attribute("clusters", counts.clusters());
        attribute("cores", counts.cores());
        attribute("threads", counts.threads());
        out.endEmpty();
        OptionalInt bits = host.machine().physicalAddressBits();
        if (bits.orElse(0) > 0) {
            out.begin(3, "maxphysaddr");
            out.attribute("mode", "emulate");
            attribute("bits", bits.getAsInt());
            out.endEmpty();
        }
        for (CpuFeature feature : host.cpu().map(HostCpu::features).orElse(List.of())) {
            out.item(3, "feature", "name", feature.name());
        }
        for (long size : host.topology().pageSizesKib()) {
            out.begin(3, "pages");
            out.attribute("unit", "KiB");
            attribute("size", size);
            out.endEmpty();
        }
        out.close(2, "cpu", false);
    }

    private void sleep() {
        open(2, "power_management");
        for (HostDescription.Sleep way : host.sleep()) {
            out.begin(3, way.xmlName());
            out.endEmpty();
        }
        out.close(2, "power_management", true);
    }

    private void cells() {
        open(2, "topology");
        out.begin(3, "cells");
        attribute("num", host.topology().cells().size());
        out.endOpen();
        for (NumaCell cell : host.topology().cells()) {
            cell(cell);
        }
        out.close(3, "cells", false);
        out.close(2, "topology", false);
    }

    private void cell(NumaCell cell) {
        out.begin(4, "cell");
        attribute("id", cell.id());
        out.endOpen();
        out.begin(5, "memory");
        out.attribute("unit", "KiB");
        out.endText("memory", Long.toString(cell.memoryKib()));
        for (NumaCell.Pages pages : cell.pages()) {
            out.begin(5, "pages");
            out.attribute("unit", "KiB");
            attribute("size", pages.sizeKib());
            out.endText("pages", Long.toString(pages.count()));
        }
        if (!cell.distances().isEmpty()) {
            open(5, "distances");
            for (NumaCell.Distance distance : cell.distances()) {
                out.begin(6, "sibling");
                attribute("id", distance.id());
                attribute("value", distance.value());
                out.endEmpty();
            }
            out.close(5, "distances", false);
        }
        out.begin(5, "cpus");
        attribute("num", cell.cpus().size());
        out.endOpen();
        for (LogicalCpu cpu : cell.cpus()) {
            out.begin(6, "cpu");
            attribute("id", cpu.id());
            attribute("socket_id", cpu.socket());
            attribute("die_id", cpu.die());
            attribute("cluster_id", cpu.cluster());
            attribute("core_id", cpu.core());
            out.attribute("siblings", cpu.siblings());
            out.endEmpty();
        }
        out.close(5, "cpus", false);
        out.close(4, "cell", false);
    }

    private void caches() {
        if (host.topology().caches().isEmpty()) {
            return;
        }
        open(2, "cache");
        for (NumaCell.Cache cache : host.topology().caches()) {
            long size = cache.sizeKib();
            int unit = 0;
            while (size > 0 && size % STEP == 0 && unit < UNITS.size() - 1) {
                size /= STEP;
                unit++;
            }
            out.begin(3, "bank");
            attribute("id", cache.id());
            attribute("level", cache.level());
            out.attribute("type", cache.type());
            attribute("size", size);
            out.attribute("unit", UNITS.get(unit));
            out.attribute("cpus", cache.cpus());
            out.endEmpty();
        }
        out.close(2, "cache", false);
    }

    private void attribute(String name, long value) {
        out.attribute(name, Long.toString(value));
    }

    private void open(int depth, String name) {
        out.begin(depth, name);
        out.endOpen();
    }
}
