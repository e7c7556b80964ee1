package org.domcaps.cpu.ppc64;

import org.domcaps.cpu.BasicFamily;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.List;
import java.util.Optional;

/// The CPU rules of ppc64 and ppc64le.
public final class Ppc64Family extends BasicFamily {

    private final Release release;
    private PpcMap map;

    /// The rules for an architecture at a release; the CPU map is read at first use.
    public Ppc64Family(Arch arch, Release release) {
        super(arch);
        this.release = release;
    }

    /// The CPU map of the release.
    public PpcMap map() {
        PpcMap loaded = map;
        if (loaded == null) {
            // Two threads may both read it; either result serves.
            loaded = PpcMap.forRelease(release);
            map = loaded;
        }
        return loaded;
    }

    /// QEMU's names in the map's letters.
    @Override
    public String modelName(String qemuName) {
        return map().spellingOf(qemuName).orElse(qemuName);
    }

    @Override
    public boolean lists(String model) {
        return map().findModel(model).isPresent();
    }

    @Override
    public List<String> modelNames() {
        return map().models().stream().map(PpcModel::name).toList();
    }

    @Override
    public Optional<String> vendorOf(String model) {
        return map().findModel(model).map(PpcModel::vendor);
    }

    /// Always: what the emulator says of the host's model is of no use to libvirt.
    @Override
    public boolean needsProcessor(boolean expanded) {
        return true;
    }

    /// The host's own model under every accelerator, if the emulator lists it.
    @Override
    public Optional<HostModel> hostModel(HostModelInput input) {
        if (!arch().isNativeOn(input.hostArch()) || input.processor().isEmpty()) {
            return Optional.empty();
        }
        return switch (input.processor().get()) {
            case HostProcessor.PowerVersion(int pvr) ->
                    map().modelOf(pvr)
                            .filter(model -> isOffered(model.name(), input.definitions()))
                            .map(model ->
                                    hostModel(model.name(), Optional.of(model.vendor()), input));
            case HostProcessor.Simulated(String model) ->
                    Optional.of(hostModel(model, Optional.empty(), input));
            case CpuidDump _, HostProcessor.ArmRegisters _ -> Optional.empty();
        };
    }

    private boolean isOffered(String model, List<SlotModel> definitions) {
        if (definitions.isEmpty()) {
            return true;
        }
        for (SlotModel definition : definitions) {
            if (modelName(definition.name()).equals(model)) {
                return true;
            }
        }
        return false;
    }

    private static HostModel hostModel(
            String model, Optional<String> vendor, HostModelInput input) {
        return new HostModel(model, Fallback.ALLOW, vendor, input.reportedAddressBits(), List.of());
    }

    @Override
    public Optional<HostCpu> describeHost(HostProcessor processor) {
        return switch (processor) {
            case HostProcessor.PowerVersion(int pvr) ->
                    map().modelOf(pvr)
                            .map(model ->
                                    new HostCpu(
                                            arch(),
                                            Optional.of(model.name()),
                                            Optional.of(model.vendor()),
                                            Optional.empty(),
                                            Optional.empty(),
                                            List.of()));
            case HostProcessor.Simulated(String model) ->
                    Optional.of(HostCpu.ofModel(arch(), model));
            case CpuidDump _, HostProcessor.ArmRegisters _ -> Optional.empty();
        };
    }

    /// A newer POWER host can behave like an older one: mode host-model with the older one's name.
    @Override
    public Optional<GuestCpu> compatibilityMode(String model) {
        Optional<PpcModel> found = map().findModel(model);
        if (found.isEmpty() || found.get().generation().isEmpty()) {
            return Optional.empty();
        }
        String mode = Ppc64Operations.MODE_PREFIX + found.get().generation().getAsInt();
        return Optional.of(
                new GuestCpu(
                        CpuMode.HOST_MODEL,
                        Optional.empty(),
                        Optional.empty(),
                        ModelChoice.of(mode, Fallback.FORBID),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    @Override
    public CpuOperations operations() {
        return new Ppc64Operations(arch(), map());
    }
}
