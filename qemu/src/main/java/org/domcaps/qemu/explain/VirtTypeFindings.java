package org.domcaps.qemu.explain;

import org.domcaps.document.VirtType;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.host.HostPart;
import org.domcaps.host.Kvm;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.fill.QemuSituation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The findings about virt types: KVM, QEMU's own translator, and whatever else works here.
final class VirtTypeFindings {

    private final QemuSituation situation;
    private final boolean assumedHost;

    VirtTypeFindings(QemuSituation situation, boolean assumedHost) {
        this.situation = situation;
        this.assumedHost = assumedHost;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        Optional<Accelerator> hardware = situation.qemu().hardware();
        if (hardware.isEmpty() || hardware.get() == Accelerator.KVM) {
            findings.add(kvm());
        } else {
            findings.add(finding(hardware.get().virtType(), accelerates(hardware.get(), true)));
        }
        findings.add(
                finding(
                        VirtType.QEMU,
                        new Proof.Fact(
                                "QEMU has its own translator (TCG)",
                                Truth.of(situation.qemu().tcg()),
                                List.of(
                                        new Observation(
                                                Source.EMULATOR,
                                                "qom-list-types",
                                                "accelerator tcg",
                                                situation.qemu().tcg() ? "listed" : "not listed")),
                                situation.qemu().tcg()
                                        ? Optional.empty()
                                        : Optional.of(
                                                Remedies.emulator(
                                                        "use a QEMU that is built with TCG")))));
        return findings;
    }

    /// Any other virt type.
    Finding unlisted() {
        return Finding.of(
                Kind.VIRT_TYPE.prefix(),
                Kind.VIRT_TYPE,
                List.of(
                        Decision.always(
                                "this virt type works here",
                                new Proof.Fact(
                                        "the emulator offers it on this host",
                                        Truth.NO,
                                        List.of(),
                                        Optional.of(
                                                new Remedy.Change(
                                                        Remedy.Kind.HARDWARE,
                                                        "use a host of another kind: QEMU on this"
                                                                + " one knows kvm and qemu"))))),
                List.of());
    }

    private Finding kvm() {
        boolean works = situation.qemu().hardware().isPresent();
        boolean foreign = !situation.qemu().arch().isNativeOn(situation.hostArch());
        if (!works && foreign) {
            return finding(
                    VirtType.KVM,
                    new Proof.Fact(
                            "the host's processor runs guests of the emulator's architecture",
                            Truth.NO,
                            List.of(
                                    new Observation(
                                            Source.EMULATOR,
                                            "query-target",
                                            "arch",
                                            situation.qemu().arch().xmlName()),
                                    new Observation(
                                            Source.HOST,
                                            "architecture",
                                            "",
                                            situation.hostArch().xmlName())),
                            Optional.of(
                                    new Remedy.Change(
                                            Remedy.Kind.HARDWARE,
                                            "use a host of the architecture "
                                                    + situation.qemu().arch().xmlName()))));
        }
        List<Proof> parts = new ArrayList<>();
        Optional<Proof> node = node();
        node.ifPresent(parts::add);
        // Where the node does not open, nobody can tell what QEMU would do with it.
        if (works || node.isEmpty() || node.get().truth() != Truth.NO) {
            parts.add(accelerates(Accelerator.KVM, works));
        }
        return finding(VirtType.KVM, new Proof.All("QEMU runs guests with KVM", parts));
    }

    /// `/dev/kvm`; empty if nobody looked, or if QEMU could use it whatever was seen.
    private Optional<Proof> node() {
        if (assumedHost || !situation.hostFacts().gathered().contains(HostPart.KVM)) {
            return Optional.empty();
        }
        return switch (situation.hostFacts().kvm()) {
            case Kvm.Usable _ -> Optional.of(node(Truth.YES, "opens", Optional.empty()));
            case Kvm.Missing _ ->
                    Optional.of(
                            node(
                                    Truth.NO,
                                    "no such node",
                                    Optional.of(
                                            Remedies.configure(
                                                    "switch virtualisation on in the firmware setup"
                                                        + " and load the module kvm_intel or"
                                                        + " kvm_amd; in a virtual machine let its"
                                                        + " host allow nesting"))));
            case Kvm.Refused(String reason) ->
                    Optional.of(
                            node(
                                    Truth.NO,
                                    reason,
                                    Optional.of(
                                            Remedies.configure(
                                                    "let this user open /dev/kvm (usually by"
                                                            + " joining the group kvm)"))));
            case Kvm.Unknown(String cause) ->
                    Optional.of(
                            node(
                                    Truth.UNKNOWN,
                                    cause,
                                    Optional.of(
                                            new Remedy.Change(
                                                    Remedy.Kind.FACTS,
                                                    "find out whether /dev/kvm opens"))));
        };
    }

    private static Proof node(Truth truth, String seen, Optional<Remedy> change) {
        return new Proof.Fact(
                "/dev/kvm opens",
                truth,
                List.of(new Observation(Source.HOST, "/dev/kvm", "", seen)),
                change);
    }

    private static Proof accelerates(Accelerator accelerator, boolean works) {
        String name = accelerator.qemuName();
        return new Proof.Fact(
                "QEMU starts with the accelerator " + name,
                Truth.of(works),
                List.of(
                        new Observation(
                                Source.EMULATOR,
                                accelerator == Accelerator.KVM ? "query-kvm" : "query-accelerators",
                                name,
                                works ? "enabled" : "not enabled")),
                works
                        ? Optional.empty()
                        : Optional.of(
                                Remedies.emulator(
                                        "use a QEMU that is built with "
                                                + name
                                                + ", where "
                                                + name
                                                + " itself works")));
    }

    private static Finding finding(VirtType type, Proof proof) {
        return Finding.of(
                Kind.VIRT_TYPE.path(type.xmlName()),
                Kind.VIRT_TYPE,
                List.of(Decision.always("the virt type " + type.xmlName() + " works here", proof)),
                List.of());
    }
}
