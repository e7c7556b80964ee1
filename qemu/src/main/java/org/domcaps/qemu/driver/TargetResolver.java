package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.driver.UnsupportedFlagsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.Machines;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.QemuVersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what a request is about, step by step in libvirt's order, and refuses what libvirt
/// refuses in its words.
final class TargetResolver {

    /// A target and the facts of its binary.
    record Resolved(Target target, QemuFacts facts) {}

    private final EmulatorSource emulators;
    private final Arch hostArch;
    private final Request request;

    private TargetResolver(EmulatorSource emulators, Arch hostArch, Request request) {
        this.emulators = emulators;
        this.hostArch = hostArch;
        this.request = request;
    }

    /// Decides everything that the request leaves open.
    ///
    /// @throws DriverException if the request cannot be served
    static Resolved resolve(EmulatorSource emulators, Arch hostArch, Request request) {
        return new TargetResolver(emulators, hostArch, request).resolve();
    }

    private Resolved resolve() {
        checkFlags();
        Optional<VirtType> askedType = askedVirtType();
        Arch arch = arch();
        String emulator =
                request.emulator().isPresent()
                        ? request.emulator().get()
                        : emulators.defaultEmulator(hostArch, arch).orElseThrow(this::noEmulator);
        QemuFacts facts = emulators.facts(emulator).knownTo(request.release());
        checkVersion(emulator, facts.version());
        checkSameFamily(facts.arch(), arch);
        VirtType virtType = askedType.orElse(facts.naturalVirtType());
        checkAccelerator(emulator, facts, virtType);
        Machines machines = facts.slot(Accelerator.of(virtType, request.release())).machines();
        Optional<String> machine = machine(emulator, machines);
        if (!strictlySupports(facts.arch(), arch)) {
            throw invalid(
                    "Emulator '" + emulator + "' does not support arch '" + arch.xmlName() + "'");
        }
        if (!facts.offers(virtType)) {
            throw invalid(
                    "Emulator '"
                            + emulator
                            + "' does not support virt type '"
                            + virtType.xmlName()
                            + "'");
        }
        if (machine.isEmpty()) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    ErrorDomain.QEMU,
                    "Emulator '" + emulator + "' does not support machine type '<null>'");
        }
        return new Resolved(new Target(emulator, arch, machine, virtType), facts);
    }

    private static DriverException invalid(String detail) {
        return new DriverException(ErrorCode.INVALID_ARGUMENT, ErrorDomain.QEMU, detail);
    }

    private void checkFlags() {
        UnsupportedFlagsException.check(
                request.flags(),
                Flag.knownTo(request.release()),
                ErrorDomain.QEMU,
                "qemuConnectGetDomainCapabilities");
    }

    private Optional<VirtType> askedVirtType() {
        if (request.virtType().isEmpty()) {
            return Optional.empty();
        }
        String name = request.virtType().get();
        VirtType type = VirtType.find(name).orElseThrow(() -> invalid("unknown virttype: " + name));
        return type == VirtType.NONE ? Optional.empty() : Optional.of(type);
    }

    private Arch arch() {
        if (request.arch().isEmpty()) {
            return emulators.defaultArch(hostArch);
        }
        String name = request.arch().get();
        return Arch.find(name).orElseThrow(() -> invalid("unknown architecture: " + name));
    }

    private DriverException noEmulator() {
        return new DriverException(
                ErrorCode.CONFIG_UNSUPPORTED,
                ErrorDomain.QEMU,
                "unable to find any emulator to serve '"
                        + request.arch().orElse("(null)")
                        + "' architecture");
    }

    /// Each release has an oldest QEMU that it accepts; from 11.2 on the refusal is wrapped.
    private void checkVersion(String emulator, QemuVersion version) {
        Release release = request.release();
        boolean wraps = release.isAtLeast(new Release(11, 2));
        QemuVersion oldest = new QemuVersion(5, 2, 0);
        if (release.isAtLeast(new Release(12, 4))) {
            oldest = new QemuVersion(7, 2, 0);
        } else if (wraps) {
            oldest = new QemuVersion(6, 2, 0);
        }
        if (version.compareTo(oldest) >= 0) {
            return;
        }
        String refusal = "QEMU version >= " + oldest + " is required, but " + version + " found";
        if (!wraps) {
            throw new DriverException(ErrorCode.CONFIG_UNSUPPORTED, ErrorDomain.QEMU, refusal);
        }
        throw new DriverException(
                ErrorCode.INTERNAL,
                ErrorDomain.QEMU,
                "Failed to probe capabilities for "
                        + emulator
                        + ": "
                        + ErrorCode.CONFIG_UNSUPPORTED.prefix()
                        + refusal);
    }

    private static void checkSameFamily(Arch binary, Arch guest) {
        boolean same =
                binary == guest
                        || binary.family() == guest.family()
                                && switch (binary.family()) {
                                    case X86, PPC, ARM, S390 -> true;
                                    case RISCV, LOONGARCH, OTHER -> false;
                                };
        if (!same) {
            throw invalid(
                    "architecture from emulator '"
                            + binary.xmlName()
                            + "' doesn't match given architecture '"
                            + guest.xmlName()
                            + "'");
        }
    }

    private void checkAccelerator(String emulator, QemuFacts facts, VirtType virtType) {
        if (virtType != VirtType.QEMU && facts.naturalVirtType() == VirtType.QEMU) {
            Accelerator accelerator = Accelerator.of(virtType, request.release());
            String name = accelerator == Accelerator.TCG ? "tcg" : accelerator.qemuName();
            throw invalid(
                    "the accel '" + name + "' is not supported by '" + emulator + "' on this host");
        }
    }

    private Optional<String> machine(String emulator, Machines machines) {
        if (request.machine().isEmpty()) {
            return machines.preferred().map(Machine::name);
        }
        String canonical = machines.canonical(request.machine().get());
        if (machines.find(canonical).isEmpty()) {
            throw invalid(
                    "the machine '"
                            + canonical
                            + "' is not supported by emulator '"
                            + emulator
                            + "'");
        }
        return Optional.of(canonical);
    }

    /// The guests that a binary really runs, its own architecture first.
    static List<Arch> guests(Arch binary) {
        List<Arch> guests = new ArrayList<>();
        guests.add(binary);
        for (Arch guest : Arch.values()) {
            if (guest != binary && strictlySupports(binary, guest)) {
                guests.add(guest);
            }
        }
        return guests;
    }

    /// Which guests a binary really runs, as opposed to merely being of the same family.
    static boolean strictlySupports(Arch binary, Arch guest) {
        return binary == guest
                || binary == Arch.X86_64 && guest == Arch.I686
                || binary == Arch.AARCH64 && guest == Arch.ARMV7L
                || binary == Arch.ARMV7L && guest == Arch.ARMV6L
                || binary == Arch.PPC64 && guest == Arch.PPC64LE;
    }
}
