package org.domcaps.cpu.x86;

import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.Comparison.Verdict;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuMatch;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;

import java.util.List;
import java.util.Optional;

/// One comparison of a host with a CPU that shall run on it.
final class X86Comparison {

    private final CpuMap map;
    private final CpuDefinition host;
    private final CpuDefinition cpu;
    private final DefinedFeatures defined;

    X86Comparison(CpuMap map, CpuDefinition host, CpuDefinition cpu) {
        this.map = map;
        this.host = host;
        this.cpu = cpu;
        this.defined = new DefinedFeatures(map);
    }

    Comparison judge() {
        if (cpu instanceof HostCpu other && other.arch().family() != Arch.Family.X86) {
            return Comparison.incompatible(
                    "CPU architecture " + other.arch().xmlName() + " is not x86");
        }
        Optional<String> vendor = cpu.vendor();
        if (vendor.isPresent() && !vendor.equals(host.vendor())) {
            return Comparison.incompatible(
                    "the CPU is one of vendor "
                            + vendor.get()
                            + " and the host's vendor is "
                            + host.vendor().orElse("not known"));
        }
        return judgeFeatures();
    }

    private Comparison judgeFeatures() {
        FeatureSet have = defined.all(host);
        FeatureSet forced = defined.having(cpu, FeaturePolicy.FORCE);
        FeatureSet optional = defined.having(cpu, FeaturePolicy.OPTIONAL);
        FeatureSet disabled = defined.having(cpu, FeaturePolicy.DISABLE);
        FeatureSet forbidden = defined.having(cpu, FeaturePolicy.FORBID).intersect(have);
        FeatureSet required =
                defined.having(cpu, FeaturePolicy.REQUIRE)
                        .minus(forced)
                        .minus(optional)
                        .minus(disabled);
        FeatureSet missing = required.minus(have);
        FeatureSet extra = have.minus(optional).minus(required).minus(disabled).minus(forced);
        if (!forbidden.isEmpty()) {
            return verdict(
                    Verdict.INCOMPATIBLE,
                    missing,
                    extra,
                    forbidden,
                    "the host has features that the CPU forbids: "
                            + String.join(", ", map.names(forbidden)));
        }
        if (!missing.isEmpty()) {
            return verdict(
                    Verdict.INCOMPATIBLE,
                    missing,
                    extra,
                    forbidden,
                    "the host lacks features that the CPU needs: "
                            + String.join(", ", map.names(missing)));
        }
        if (extra.isEmpty()) {
            return verdict(Verdict.IDENTICAL, missing, extra, forbidden, "");
        }
        if (cpu instanceof GuestCpu guest && guest.effectiveMatch() == CpuMatch.STRICT) {
            return verdict(
                    Verdict.INCOMPATIBLE,
                    missing,
                    extra,
                    forbidden,
                    "the CPU must match strictly and the host has "
                            + "more features: "
                            + String.join(", ", map.names(extra)));
        }
        return verdict(Verdict.SUPERSET, missing, extra, forbidden, "");
    }

    private Comparison verdict(
            Verdict verdict,
            FeatureSet missing,
            FeatureSet extra,
            FeatureSet forbidden,
            String reason) {
        List<String> names = map.names(missing);
        return new Comparison(verdict, names, map.names(extra), map.names(forbidden), reason);
    }
}
