package org.domcaps.qemu.rules;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Target;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.rule.Evaluation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A situation put together by hand: an x86_64 guest on `pc-i440fx-9.1` under KVM, on a host and
/// with an emulator that have nothing.
final class FakeSituation implements Situation {

    final FakeFacts facts = new FakeFacts();
    final Set<HostFact> host = EnumSet.noneOf(HostFact.class);
    final Set<FirmwareFact> firmware = EnumSet.noneOf(FirmwareFact.class);
    private Arch guest = Arch.X86_64;
    private Arch hostArch = Arch.X86_64;
    private Optional<String> machine = Optional.of("pc-i440fx-9.1");
    private VirtType virtType = VirtType.KVM;
    private Release release = Release.NEWEST;
    private boolean hostModelFound;
    private boolean cpuModelsFound;

    FakeSituation guest(Arch arch) {
        guest = arch;
        return this;
    }

    FakeSituation binary(Arch arch) {
        facts.arch(arch);
        return this;
    }

    /// Guest, binary and host at once.
    FakeSituation arch(Arch arch) {
        return guest(arch).binary(arch).hostArch(arch);
    }

    FakeSituation hostArch(Arch arch) {
        hostArch = arch;
        return this;
    }

    FakeSituation machine(String name) {
        machine = Optional.of(name);
        return this;
    }

    FakeSituation noMachine() {
        machine = Optional.empty();
        return this;
    }

    FakeSituation virt(VirtType type) {
        virtType = type;
        return this;
    }

    FakeSituation release(Release other) {
        release = other;
        return this;
    }

    FakeSituation release(int major, int minor) {
        return release(new Release(major, minor));
    }

    FakeSituation types(String... names) {
        for (String name : names) {
            facts.yes("type " + name);
        }
        return this;
    }

    FakeSituation yes(String... ids) {
        facts.yes(ids);
        return this;
    }

    FakeSituation with(HostFact... more) {
        host.addAll(Set.of(more));
        return this;
    }

    FakeSituation with(FirmwareFact... more) {
        firmware.addAll(Set.of(more));
        return this;
    }

    FakeSituation hostModelFound(boolean found) {
        hostModelFound = found;
        return this;
    }

    FakeSituation cpuModelsFound(boolean found) {
        cpuModelsFound = found;
        return this;
    }

    Evaluation<Situation> evaluator() {
        return Catalogue.evaluation(this);
    }

    @Override
    public Target target() {
        return new Target("/usr/bin/qemu", guest, machine, virtType);
    }

    @Override
    public Release release() {
        return release;
    }

    @Override
    public QemuFacts qemu() {
        return facts.build();
    }

    @Override
    public Arch hostArch() {
        return hostArch;
    }

    @Override
    public boolean host(HostFact fact) {
        return host.contains(fact);
    }

    @Override
    public boolean firmware(FirmwareFact fact) {
        return firmware.contains(fact);
    }

    @Override
    public boolean hostModelFound() {
        return hostModelFound;
    }

    @Override
    public boolean cpuModelsFound() {
        return cpuModelsFound;
    }
}
