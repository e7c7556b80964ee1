package org.domcaps.cli;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.decide.cpu.Baseline;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.cpu.HostShare;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A baseline as a page to read: the CPU, then who costs what, the dearest first.
final class BaselinePage {

    private final StringBuilder out = new StringBuilder();
    private final Palette palette;
    private final TextLines lines;

    BaselinePage(Palette palette, int width) {
        this.palette = palette;
        this.lines = new TextLines(out, width);
    }

    String of(Baseline baseline, GuestCpu cpu, HostSet<CpuOffer> hosts) {
        out.append(palette.paint(Tone.HEADING, "Baseline of " + count(hosts))).append("\n\n");
        out.append(CpuDefinitionWriter.write(cpu)).append('\n');
        baseline.addressBits()
                .ifPresent(bits -> out.append("physical address bits: ").append(bits).append('\n'));
        lines.list("", "some hosts have, not all", baseline.lost());
        lines.list("", "passed over, not known", baseline.unknown());
        List<HostShare> dearest = new ArrayList<>(baseline.shares());
        dearest.sort(
                Comparator.comparingInt((HostShare share) -> -share.gain().size())
                        .thenComparingInt(share -> -share.lacking().size()));
        for (HostShare share : dearest) {
            share(share);
        }
        return out.toString();
    }

    private void share(HostShare share) {
        out.append('\n').append(palette.paint(Tone.HEADING, share.group().label())).append('\n');
        lines.list("  ", "lacks", share.lacking());
        lines.list("  ", "has beyond the baseline", share.beyond());
        lines.list("  ", "alone costs", share.gain());
        share.without()
                .ifPresent(cpu ->
                        out.append("  without it the baseline is ")
                                .append(describe(cpu))
                                .append('\n'));
        if (share.lacking().isEmpty() && share.beyond().isEmpty()) {
            out.append("  is the baseline\n");
        }
    }

    private static String describe(GuestCpu cpu) {
        return cpu.modelName().orElse("a CPU without model")
                + " with "
                + cpu.features().size()
                + (cpu.features().size() == 1 ? " difference" : " differences");
    }

    private static String count(HostSet<?> hosts) {
        int count = hosts.hostCount();
        int kinds = hosts.groups().size();
        return (count == 1 ? "1 host" : count + " hosts")
                + (kinds == count ? "" : " of " + kinds + (kinds == 1 ? " kind" : " kinds"));
    }

    /// Why there is no baseline, with the hosts of each vendor if there are several.
    static String why(IncompatibleCpuException fault, HostSet<CpuOffer> hosts) {
        StringBuilder line = new StringBuilder(fault.getMessage());
        Map<String, List<String>> vendors = byVendor(hosts);
        if (vendors.size() > 1) {
            for (Map.Entry<String, List<String>> vendor : vendors.entrySet()) {
                line.append("; ")
                        .append(vendor.getKey())
                        .append(": ")
                        .append(new HostGroup<>(vendor, vendor.getValue()).label());
            }
        }
        return line.toString();
    }

    /// Host names by vendor, vendors sorted.
    static Map<String, List<String>> byVendor(HostSet<CpuOffer> hosts) {
        Map<String, List<String>> vendors = new TreeMap<>();
        for (HostGroup<CpuOffer> group : hosts.groups()) {
            String vendor =
                    group.content().cpu().flatMap(CpuDefinition::vendor).orElse("no vendor");
            vendors.computeIfAbsent(vendor, _ -> new ArrayList<>()).addAll(group.hosts());
        }
        return vendors;
    }
}
