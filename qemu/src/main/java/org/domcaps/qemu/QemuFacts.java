package org.domcaps.qemu;

import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Everything that documents need to know about one QEMU binary on one host. It does not depend on
/// what is asked for.
///
/// @param version the binary's version
/// @param arch what the binary emulates
/// @param hardware the hardware accelerator that worked in the first run; absent if none did
/// @param tcg whether QEMU's own translator is built in
/// @param tellsUnavailableFeatures whether CPU types have the property `unavailable-features`;
///   without it names of features are not canonical and those read from MSRs are not told
/// @param answers answers to the questions of the rules
/// @param slots facts per accelerator; an accelerator that was not probed is missing
/// @param gic versions of ARM's interrupt controller; empty for other architectures
/// @param sev absent if the host does not do SEV
/// @param sgx absent if the host does not do SGX
/// @param enlightenments from the first run, shown under every virt type
public record QemuFacts(
        QemuVersion version,
        Arch arch,
        Optional<Accelerator> hardware,
        boolean tcg,
        boolean tellsUnavailableFeatures,
        Answers answers,
        Map<Accelerator, AcceleratorFacts> slots,
        List<GicVersion> gic,
        Optional<SevFacts> sev,
        Optional<SgxFacts> sgx,
        Enlightenments enlightenments) {

    /// Checks and copies.
    public QemuFacts {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(hardware, "hardware");
        Objects.requireNonNull(answers, "answers");
        EnumMap<Accelerator, AcceleratorFacts> copy = new EnumMap<>(Accelerator.class);
        copy.putAll(slots);
        slots = Collections.unmodifiableMap(copy);
        gic = List.copyOf(gic);
        Objects.requireNonNull(sev, "sev");
        Objects.requireNonNull(sgx, "sgx");
        Objects.requireNonNull(enlightenments, "enlightenments");
    }

    /// The same with other answers.
    public QemuFacts withAnswers(Answers newAnswers) {
        return new QemuFacts(
                version,
                arch,
                hardware,
                tcg,
                tellsUnavailableFeatures,
                newAnswers,
                slots,
                gic,
                sev,
                sgx,
                enlightenments);
    }

    /// The same with other SEV data.
    public QemuFacts withSev(Optional<SevFacts> newSev) {
        return new QemuFacts(
                version,
                arch,
                hardware,
                tcg,
                tellsUnavailableFeatures,
                answers,
                slots,
                gic,
                newSev,
                sgx,
                enlightenments);
    }

    /// The same with other facts per accelerator.
    public QemuFacts withSlots(Map<Accelerator, AcceleratorFacts> newSlots) {
        return new QemuFacts(
                version,
                arch,
                hardware,
                tcg,
                tellsUnavailableFeatures,
                answers,
                newSlots,
                gic,
                sev,
                sgx,
                enlightenments);
    }

    /// What a release would know of the binary: without a hardware accelerator that came later.
    public QemuFacts knownTo(Release release) {
        if (hardware.isEmpty() || hardware.get().isKnownTo(release)) {
            return this;
        }
        Map<Accelerator, AcceleratorFacts> known = new EnumMap<>(Accelerator.class);
        known.putAll(slots);
        known.remove(hardware.get());
        return new QemuFacts(
                version,
                arch,
                Optional.empty(),
                tcg,
                tellsUnavailableFeatures,
                answers,
                known,
                gic,
                sev,
                sgx,
                enlightenments);
    }

    /// The facts that a virt type is answered from; nothing known if its accelerator was not
    /// probed.
    public AcceleratorFacts slot(VirtType virtType) {
        return slot(Accelerator.of(virtType));
    }

    /// The facts under an accelerator; nothing known if it was not probed.
    public AcceleratorFacts slot(Accelerator accelerator) {
        return slots.getOrDefault(accelerator, AcceleratorFacts.NONE);
    }

    /// Whether a virt type can be run at all.
    public boolean offers(VirtType virtType) {
        return virtType == VirtType.QEMU
                ? tcg
                : hardware.map(Accelerator::virtType).filter(type -> type == virtType).isPresent();
    }

    /// Whether the host's CPU was asked about for a virt type: always for TCG, and for the hardware
    /// accelerator in use.
    public boolean wasProbedFor(VirtType virtType) {
        Accelerator accelerator = Accelerator.of(virtType);
        return accelerator == Accelerator.TCG
                || hardware.isPresent() && hardware.get() == accelerator;
    }

    /// What a request without a virt type gets: the hardware's, else TCG; [VirtType#NONE] if there
    /// is neither.
    public VirtType naturalVirtType() {
        return hardware.map(Accelerator::virtType).orElse(tcg ? VirtType.QEMU : VirtType.NONE);
    }

    /// Whether `query-cpu-definitions` of any run lists a CPU of that name.
    public boolean listsCpu(String name) {
        for (AcceleratorFacts slot : slots.values()) {
            for (SlotModel cpu : slot.cpus()) {
                if (cpu.name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a version of ARM's interrupt controller is there under a virt type.
    public boolean hasGic(int version, VirtType virtType) {
        for (GicVersion entry : gic) {
            if (entry.version() == version
                    && (virtType == VirtType.KVM && entry.kernel()
                            || virtType == VirtType.QEMU && entry.emulated())) {
                return true;
            }
        }
        return false;
    }
}
