package org.domcaps.cpu;

import org.domcaps.document.Arch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The answers for architectures of whose models libvirt keeps no list: every model of the emulator
/// is as good as its name, and nothing is known about it.
///
/// A family with more knowledge replaces the answers that it knows better.
public abstract class BasicFamily implements CpuFamily {

    /// The name under which emulators list the host's own CPU.
    protected static final String HOST = "host";

    private final Arch arch;

    /// The answers for an architecture.
    protected BasicFamily(Arch arch) {
        this.arch = Objects.requireNonNull(arch, "arch");
    }

    /// The architecture.
    protected final Arch arch() {
        return arch;
    }

    @Override
    public ExpansionPlan expansionPlan() {
        return ExpansionPlan.PLAIN;
    }

    @Override
    public String modelName(String qemuName) {
        return qemuName;
    }

    @Override
    public String featureName(String qemuName) {
        return qemuName;
    }

    @Override
    public boolean lists(String model) {
        return !model.equals(HOST);
    }

    @Override
    public Optional<String> vendorOf(String model) {
        return Optional.empty();
    }

    @Override
    public Optional<String> canonicalOf(String model) {
        return Optional.empty();
    }

    @Override
    public boolean needsProcessor(boolean expanded) {
        return false;
    }

    @Override
    public Optional<HostModel> hostModel(HostModelInput input) {
        return Optional.empty();
    }

    @Override
    public HostModel expand(HostModel model) {
        return model.sortedByName();
    }

    @Override
    public List<String> featuresOfMsr(int index, long value) {
        return List.of();
    }

    @Override
    public Optional<HostCpu> describeHost(HostProcessor processor) {
        return Optional.empty();
    }
}
