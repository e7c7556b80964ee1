package org.domcaps.decide.check;

import java.util.List;
import java.util.OptionalLong;

/// Virtual CPUs: how many there may be, and how they are arranged.
final class VcpuRules {

    private static final List<String> LEVELS =
            List.of("sockets", "dies", "clusters", "cores", "threads");

    private VcpuRules() {}

    /// The document's limit.
    static void limit(Node domain, Capabilities capabilities, Findings findings) {
        for (Node vcpu : domain.children("vcpu")) {
            OptionalLong wanted = Numbers.parse(vcpu.text());
            OptionalLong most = capabilities.document().vcpuMax();
            if (wanted.isEmpty() || wanted.getAsLong() == 0) {
                findings.error("vcpu.number", vcpu, "'" + vcpu.text() + "' is no number of CPUs");
            } else if (most.isEmpty()) {
                if (wanted.getAsLong() > 1) {
                    findings.unknown(
                            "vcpu.max",
                            vcpu,
                            "it is not known whether "
                                    + wanted.getAsLong()
                                    + " virtual CPUs are possible",
                            new NotReported("vcpu.max", java.util.Optional.empty()));
                }
            } else if (wanted.getAsLong() > most.getAsLong()) {
                findings.error(
                        "vcpu.max",
                        vcpu,
                        wanted.getAsLong()
                                + " virtual CPUs are more than the "
                                + most.getAsLong()
                                + " that are possible");
            }
        }
    }

    /// The CPUs that are there at the start are some of all.
    static void current(Node domain, Capabilities capabilities, Findings findings) {
        for (Node vcpu : domain.children("vcpu")) {
            OptionalLong most = Numbers.parse(vcpu.text());
            OptionalLong current =
                    vcpu.attribute("current").map(Numbers::parse).orElse(OptionalLong.empty());
            if (most.isPresent() && current.isPresent() && current.getAsLong() > most.getAsLong()) {
                findings.error(
                        "vcpu.current",
                        vcpu,
                        "current='"
                                + current.getAsLong()
                                + "' is more than the "
                                + most.getAsLong()
                                + " virtual CPUs there are");
            }
        }
    }

    /// A topology must have a place for each CPU and no more. One with bad numbers is the business
    /// of [FeatureCheck].
    static void topology(Node domain, Capabilities capabilities, Findings findings) {
        OptionalLong cpus =
                domain.first("vcpu")
                        .map(vcpu -> Numbers.parse(vcpu.text()))
                        .orElse(OptionalLong.of(1));
        for (Node topology : domain.find("cpu/topology")) {
            OptionalLong places = places(topology);
            if (cpus.isPresent() && places.isPresent() && places.getAsLong() != cpus.getAsLong()) {
                findings.error(
                        "cpu.topology",
                        topology,
                        "the topology has "
                                + places.getAsLong()
                                + " places for "
                                + cpus.getAsLong()
                                + " virtual CPUs");
            }
        }
    }

    /// The product of all levels; a level that is missing counts once.
    private static OptionalLong places(Node topology) {
        long product = 1;
        for (String level : LEVELS) {
            OptionalLong number =
                    topology.attribute(level).map(Numbers::parse).orElse(OptionalLong.of(1));
            if (number.isEmpty() || number.getAsLong() == 0 || number.getAsLong() > MOST) {
                return OptionalLong.empty();
            }
            product *= number.getAsLong();
            if (product > MOST) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(product);
    }

    /// More CPUs than any machine has, so that a product cannot overflow.
    private static final long MOST = 1 << 20;
}
