package org.domcaps.qemu;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Facts of a binary that exists nowhere, put together by hand. Starts as QEMU 9.1.0 for x86_64
/// with KVM and TCG that answers every question with no and has no machine.
public final class FakeFacts {

    private QemuVersion version = new QemuVersion(9, 1, 0);
    private Arch arch = Arch.X86_64;
    private Optional<Accelerator> hardware = Optional.of(Accelerator.KVM);
    private boolean tcg = true;
    private final Set<String> yes = new LinkedHashSet<>();
    private final Map<Accelerator, AcceleratorFacts> slots = new EnumMap<>(Accelerator.class);
    private final List<GicVersion> gic = new ArrayList<>();
    private final List<ExpansionProperty> enlightenments = new ArrayList<>();
    private Optional<SevFacts> sev = Optional.empty();
    private Optional<SgxFacts> sgx = Optional.empty();

    /// Facts to be changed.
    public FakeFacts() {}

    public FakeFacts version(int major, int minor, int micro) {
        version = new QemuVersion(major, minor, micro);
        return this;
    }

    public FakeFacts arch(Arch other) {
        arch = other;
        return this;
    }

    /// The hardware accelerator in use.
    public FakeFacts hardware(Accelerator other) {
        hardware = Optional.of(other);
        return this;
    }

    public FakeFacts noHardware() {
        hardware = Optional.empty();
        return this;
    }

    public FakeFacts noTcg() {
        tcg = false;
        return this;
    }

    /// Answers questions with yes, by their ids, such as `type qxl`.
    public FakeFacts yes(String... ids) {
        yes.addAll(List.of(ids));
        return this;
    }

    public FakeFacts no(String id) {
        yes.remove(id);
        return this;
    }

    /// Gives an accelerator a machine more; the first one is the preferred one.
    public FakeFacts machine(Accelerator accelerator, String name, String alias, long maxCpus) {
        AcceleratorFacts slot = slots.getOrDefault(accelerator, AcceleratorFacts.NONE);
        List<Machine> machines = new ArrayList<>(slot.machines().list());
        machines.add(
                new Machine(
                        name,
                        alias.isEmpty() ? Optional.empty() : Optional.of(alias),
                        maxCpus,
                        false,
                        false));
        slots.put(
                accelerator,
                new AcceleratorFacts(
                        new Machines(machines),
                        slot.cpus(),
                        slot.hostCpu(),
                        slot.deprecatedFeatures()));
        return this;
    }

    /// Gives an accelerator a CPU model more.
    public FakeFacts cpu(Accelerator accelerator, SlotModel model) {
        AcceleratorFacts slot = slots.getOrDefault(accelerator, AcceleratorFacts.NONE);
        List<SlotModel> cpus = new ArrayList<>(slot.cpus());
        cpus.add(model);
        slots.put(
                accelerator,
                new AcceleratorFacts(
                        slot.machines(), cpus, slot.hostCpu(), slot.deprecatedFeatures()));
        return this;
    }

    /// Sets the expansion of the host's CPU under an accelerator.
    public FakeFacts hostCpu(Accelerator accelerator, Expansion expansion) {
        AcceleratorFacts slot = slots.getOrDefault(accelerator, AcceleratorFacts.NONE);
        slots.put(
                accelerator,
                new AcceleratorFacts(
                        slot.machines(),
                        slot.cpus(),
                        Optional.of(expansion),
                        slot.deprecatedFeatures()));
        return this;
    }

    public FakeFacts gic(int number, boolean kernel, boolean emulated) {
        gic.add(new GicVersion(number, kernel, emulated));
        return this;
    }

    /// Adds a property of the expansion with Hyper-V passed through.
    public FakeFacts hyperv(String name, PropertyValue value) {
        enlightenments.add(new ExpansionProperty(name, value));
        return this;
    }

    public FakeFacts sev(SevFacts facts) {
        sev = Optional.of(facts);
        return this;
    }

    public FakeFacts sgx(SgxFacts facts) {
        sgx = Optional.of(facts);
        return this;
    }

    public QemuFacts build() {
        return new QemuFacts(
                version,
                arch,
                hardware,
                tcg,
                true,
                new Answers(yes),
                slots,
                gic,
                sev,
                sgx,
                new Enlightenments(enlightenments));
    }
}
