package org.domcaps.decide.check;

import org.domcaps.decide.check.Capabilities.Answer;
import org.domcaps.document.Arch;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Support;
import org.domcaps.xml.XmlElement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hyper-V enlightenments: each must be offered, and many need others.
final class HypervRules {

    /// Those that QEMU lists by itself; it lists the others only if KVM told it of them.
    private static final Set<String> OF_QEMU = Set.of("spinlocks", "vendor_id");

    private HypervRules() {}

    /// What every enlightenment needs, given the others and the clock.
    static void closure(Node domain, Capabilities capabilities, Findings findings) {
        for (Node hyperv : domain.find("features/hyperv")) {
            if (!takesHost(hyperv)) {
                for (XmlElement child : hyperv.element().children()) {
                    Node feature = new Node(child, Optional.of(hyperv));
                    if (DeviceMeanings.isOn(feature)) {
                        requireOthers(domain, hyperv, feature, findings);
                    }
                }
            }
        }
    }

    /// Every enlightenment that is switched on must be offered. Where the list names nothing that
    /// KVM tells QEMU, KVM told nothing: QEMU starts some enlightenments on such a host and refuses
    /// others (seen of libvirt 12.8: `relaxed` starts, `vapic` and `vpindex` do not), so that what
    /// is not listed is unknown there.
    static void offered(Node domain, Capabilities capabilities, Findings findings) {
        if (capabilities.document().support(EnumKey.HYPERV_FEATURES.element()) != Support.YES) {
            return;
        }
        for (Node hyperv : domain.find("features/hyperv")) {
            for (XmlElement child : hyperv.element().children()) {
                Node feature = new Node(child, Optional.of(hyperv));
                if (DeviceMeanings.isOn(feature)) {
                    findings.answer(
                            "feature.hyperv." + child.name(),
                            feature,
                            "Hyper-V enlightenment '" + child.name() + "'",
                            offered(child.name(), capabilities));
                }
            }
        }
    }

    private static Answer offered(String name, Capabilities capabilities) {
        List<String> listed =
                capabilities.document().values(EnumKey.HYPERV_FEATURES).orElse(List.of());
        boolean exists = EnumKey.HYPERV_FEATURES.value(name).isPresent();
        if (listed.contains(name) || !exists || !OF_QEMU.containsAll(listed)) {
            return capabilities.value(EnumKey.HYPERV_FEATURES, name, Set.of());
        }
        return Answer.unknown(
                new NotReported(
                        EnumKey.HYPERV_FEATURES.path() + " '" + name + "'", Optional.empty()),
                new Explanation(
                        "the host's KVM did not tell QEMU which enlightenments it has; QEMU decides"
                                + " when the guest starts"));
    }

    private static void requireOthers(Node domain, Node hyperv, Node feature, Findings findings) {
        String name = feature.element().name();
        for (String need : HypervDependencies.of(name)) {
            if (hyperv.child(need).filter(DeviceMeanings::isOn).isEmpty()) {
                missing(
                        name,
                        feature,
                        "enlightenment '" + need + "'",
                        "<" + need + " state='on'/> in <hyperv>",
                        findings);
            }
        }
        if (name.equals("stimer") && !hasHypervClock(domain)) {
            missing(
                    name,
                    feature,
                    "Hyper-V's clock",
                    "<timer name='hypervclock' present='yes'/> in <clock>",
                    findings);
        }
        if (name.equals("evmcs") && !asksVmx(domain)) {
            missing(
                    name,
                    feature,
                    "nested virtualisation of Intel",
                    "the CPU feature vmx",
                    findings);
        }
        if (name.equals("avic") && domain.first("features/apic").isEmpty()) {
            missing(name, feature, "an APIC", "<apic/> in <features>", findings);
        }
    }

    private static void missing(
            String name, Node at, String what, String piece, Findings findings) {
        findings.error(
                "feature.hyperv." + name + ".needs",
                at,
                "Hyper-V enlightenment '" + name + "' needs " + what,
                new Needs(piece));
    }

    /// Modes that take what the host offers; then nothing has to be listed.
    private static boolean takesHost(Node hyperv) {
        return hyperv.has("mode", "passthrough") || hyperv.has("mode", "host-model");
    }

    private static boolean hasHypervClock(Node domain) {
        return domain.find("clock/timer").stream()
                .anyMatch(timer -> timer.has("name", "hypervclock") && !timer.has("present", "no"));
    }

    /// Whether the guest's CPU can have vmx: it is asked for, or it is whatever the host has.
    private static boolean asksVmx(Node domain) {
        boolean refused =
                domain.find("cpu/feature").stream()
                        .anyMatch(feature ->
                                feature.has("name", "vmx")
                                        && (feature.has("policy", "disable")
                                                || feature.has("policy", "forbid")));
        boolean asked =
                domain.find("cpu/feature").stream().anyMatch(feature -> feature.has("name", "vmx"));
        boolean fromHost =
                domain.first("cpu")
                        .flatMap(cpu -> cpu.attribute("mode"))
                        .filter(mode -> !mode.equals("custom"))
                        .isPresent();
        return !refused && (asked || fromHost);
    }

    /// Enlightenments are for x86 and 64-bit ARM guests.
    static void arch(Node domain, Capabilities capabilities, Findings findings) {
        Optional<Arch> arch = capabilities.arch();
        boolean possible =
                arch.isEmpty()
                        || arch.get().family() == Arch.Family.X86
                        || arch.get() == Arch.AARCH64;
        for (Node hyperv : domain.find("features/hyperv")) {
            if (!possible) {
                findings.error(
                        "feature.hyperv.arch",
                        hyperv,
                        "Hyper-V enlightenments do not exist for " + arch.get().xmlName());
            }
        }
    }
}
