package org.domcaps.qemu.explain;

import org.domcaps.cpu.HostModelInput;
import org.domcaps.document.DocumentDetail;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.Enlightenments;
import org.domcaps.qemu.HypervDefault;
import org.domcaps.qemu.fill.QemuSituation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why a number, name or text is in a document or not, where the element around it is there.
///
/// @param situation the facts that fill the document
/// @param detail what the document says
record DetailProof(QemuSituation situation, DocumentDetail detail) {

    /// The condition, with its truth; absent for what is there in any case.
    Optional<Proof> proof() {
        return switch (detail.key()) {
            case VCPU_MAX ->
                    Optional.of(
                            told(
                                    "QEMU tells a limit for the machine type",
                                    "query-machines",
                                    "cpu-max",
                                    "use a QEMU or a machine type with a limit"));
            case HOST_MODEL_VENDOR ->
                    Optional.of(
                            told(
                                    "the vendor of the CPU is known",
                                    "query-cpu-model-expansion",
                                    "property vendor",
                                    "use a QEMU that tells the vendor of the CPU"));
            case SEV_CPU0_ID ->
                    Optional.of(
                            told(
                                    "QEMU tells the id of the first processor",
                                    "query-sev-capabilities",
                                    "cpu0-id",
                                    "use QEMU 7.1 or later"));
            case HOST_MODEL_ADDRESS_MODE, HOST_MODEL_ADDRESS_LIMIT -> Optional.of(addressSize());
            case CUSTOM_DEPRECATED, CUSTOM_CANONICAL -> Optional.of(ofModel());
            default -> DetailSightings.hyperv(detail.key()).map(this::hyperv);
        };
    }

    private Proof ofModel() {
        return switch (detail.key()) {
            case CUSTOM_DEPRECATED ->
                    never(
                            "QEMU advises against the model",
                            "deprecated",
                            "nothing: QEMU does not advise against it");
            default ->
                    never(
                            "the name stands for a versioned model",
                            "name",
                            "nothing: it stands for no other name");
        };
    }

    /// Something that QEMU tells or not, and the document with it.
    private Proof told(String words, String command, String member, String change) {
        boolean there = detail.value().isPresent();
        return fact(
                words,
                there,
                new Observation(
                        Source.EMULATOR, command, member, detail.value().orElse("not told")),
                Remedies.emulator(change));
    }

    /// Something that is so or not, whatever anybody does.
    private Proof never(String words, String member, String change) {
        boolean there = detail.value().isPresent();
        return fact(
                words,
                there,
                new Observation(
                        Source.EMULATOR, "query-cpu-definitions", member, there ? "yes" : "no"),
                new Remedy.Change(Remedy.Kind.NONE, change));
    }

    private static Proof fact(
            String words, boolean holds, Observation observation, Remedy.Change change) {
        return new Proof.Fact(
                words,
                Truth.of(holds),
                List.of(observation),
                holds ? Optional.empty() : Optional.of(change));
    }

    /// The parts of what [HostModelInput#reportedAddressBits] decides.
    private Proof addressSize() {
        HostModelInput input = situation.hostModelInput();
        boolean known = input.knowsAddressBits();
        List<Proof> parts = new ArrayList<>();
        parts.add(
                fact(
                        "the host's processor runs the guest",
                        input.accelerated(),
                        new Observation(
                                Source.REQUEST,
                                "virt type",
                                "",
                                situation.target().virtType().xmlName()),
                        Remedies.request(
                                "ask about a virt type with hardware acceleration"
                                        + " (--virttype kvm)")));
        parts.add(
                fact(
                        "the kernel tells the size of physical addresses",
                        known,
                        new Observation(
                                Source.HOST,
                                "/proc/cpuinfo",
                                "address sizes",
                                known
                                        ? input.physicalAddressBits().getAsInt() + " bits physical"
                                        : "not told"),
                        new Remedy.Change(
                                Remedy.Kind.HARDWARE, "use a host whose kernel tells it (x86)")));
        if (input.reportedAddressBits().isPresent()) {
            parts.add(toldOfArchitecture());
        }
        return new Proof.All("the size of physical addresses counts and is known", parts);
    }

    private Proof toldOfArchitecture() {
        boolean there = detail.value().isPresent();
        return new Proof.Fact(
                "libvirt tells it of processors of this architecture",
                Truth.of(there),
                List.of(),
                there
                        ? Optional.empty()
                        : Optional.of(
                                new Remedy.Change(
                                        Remedy.Kind.NONE,
                                        "nothing: libvirt never tells it of this architecture")));
    }

    /// The parts of what [Enlightenments#defaults] decides of one default.
    private Proof hyperv(HypervDefault row) {
        Enlightenments enlightenments = situation.qemu().enlightenments();
        boolean owned = enlightenments.hasOwner(row);
        List<Proof> parts = new ArrayList<>();
        row.owner()
                .ifPresent(owner ->
                        parts.add(
                                fact(
                                        "the enlightenment " + owner + " is there",
                                        owned,
                                        new Observation(
                                                Source.EMULATOR,
                                                "query-cpu-model-expansion",
                                                "property hv-" + owner,
                                                owned ? "switched on" : "not switched on"),
                                        Remedies.emulator(
                                                "use a QEMU and a kernel that offer the"
                                                        + " enlightenment "
                                                        + owner))));
        boolean told = owned ? detail.value().isPresent() : enlightenments.told(row).isPresent();
        parts.add(
                fact(
                        "QEMU tells a value of " + row.property() + " that says something",
                        told,
                        new Observation(
                                Source.EMULATOR,
                                "query-cpu-model-expansion",
                                "property " + row.property(),
                                DetailSightings.told(enlightenments, row)),
                        absent(enlightenments, row)));
        return new Proof.All("QEMU tells it and what it belongs to is there", parts);
    }

    /// What would help where QEMU tells nothing, or nothing that counts.
    private static Remedy.Change absent(Enlightenments enlightenments, HypervDefault row) {
        return enlightenments.told(row).isPresent()
                ? new Remedy.Change(
                        Remedy.Kind.NONE,
                        "nothing: what QEMU tells means that there is no such default")
                : Remedies.emulator("use a QEMU and a kernel that offer " + row.property());
    }
}
