package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.ExpansionPlan.Trait;
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

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The CPU rules of x86_64 and i686.
public final class X86Family implements CpuFamily {

    private static final String HOST = "host";

    private static final ExpansionPlan PLAN =
            new ExpansionPlan(
                    ExpansionPlan.Type.STATIC,
                    EnumSet.of(Trait.FULL_UNLESS_CANONICAL, Trait.UNMIGRATABLE, Trait.HYPERV));

    private final Arch arch;
    private final Release release;

    /// Null before its first use. Asked for thousands of times for one document; two threads may
    /// both look it up, and find the same one.
    private CpuMap map;

    /// The rules for an architecture at a release; the CPU map is read at first use.
    public X86Family(Arch arch, Release release) {
        this.arch = Objects.requireNonNull(arch, "arch");
        this.release = Objects.requireNonNull(release, "release");
    }

    /// The CPU map of the release.
    public CpuMap map() {
        CpuMap known = map;
        if (known == null) {
            known = CpuMap.forRelease(release);
            map = known;
        }
        return known;
    }

    /// Static expansion names every feature once and properly from the QEMU on that has the
    /// property `unavailable-features`; before it, only a full expansion of its result tells every
    /// feature.
    @Override
    public ExpansionPlan expansionPlan() {
        return PLAN;
    }

    @Override
    public String modelName(String qemuName) {
        return qemuName;
    }

    @Override
    public String featureName(String qemuName) {
        return map().libvirtName(qemuName);
    }

    @Override
    public boolean lists(String model) {
        return !model.equals(HOST) && map().findModel(model).isPresent();
    }

    @Override
    public List<String> modelNames() {
        return map().models().stream().map(MapModel::name).toList();
    }

    @Override
    public Optional<String> vendorOf(String model) {
        Optional<MapModel> found = map().findModel(model);
        if (found.isEmpty() || found.get().vendor().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(found.get().vendor().get().name());
    }

    @Override
    public Optional<String> canonicalOf(String model) {
        return map().canonicalOf(model);
    }

    @Override
    public boolean needsProcessor(boolean expanded) {
        return !expanded;
    }

    /// On the way of every start of the program, so without lambdas and switches over patterns.
    @Override
    public Optional<HostModel> hostModel(HostModelInput input) {
        if (!arch.isNativeOn(input.hostArch())) {
            return Optional.empty();
        }
        Optional<HostModel> model = Optional.empty();
        if (input.expansion().isPresent()) {
            model = fromExpansion(input.expansion().get(), input);
        } else if (input.processor().isPresent()) {
            model = fromProcessor(input.processor().get(), input);
        }
        return input.tellsUnavailable() || model.isEmpty()
                ? model
                : Optional.of(withoutMsrs(model.get()));
    }

    /// The emulator's own answer, expressed by a model that the emulator knows.
    private Optional<HostModel> fromExpansion(Expansion expansion, HostModelInput input) {
        Optional<X86Data> data = X86Data.of(map(), expansion);
        if (data.isEmpty()) {
            return Optional.empty();
        }
        Optional<DecodedCpu> decoded = decodeGuest(data.get(), input.definitions());
        return decoded.isPresent()
                ? Optional.of(hostModel(decoded.get(), Fallback.FORBID, input))
                : Optional.empty();
    }

    private HostModel hostModel(DecodedCpu cpu, Fallback fallback, HostModelInput input) {
        return new HostModel(
                cpu.model().name(),
                fallback,
                cpu.vendorName(),
                input.reportedAddressBits(),
                cpu.features(map()));
    }

    /// The host's processor, for an emulator that has no answer. What QEMU is never told is left
    /// out.
    private Optional<HostModel> fromProcessor(HostProcessor processor, HostModelInput input) {
        return switch (processor) {
            case CpuidDump dump ->
                    decodeGuest(X86Data.of(map(), dump), input.definitions())
                            .map(cpu -> withoutWithheld(hostModel(cpu, Fallback.ALLOW, input)));
            case HostProcessor.Simulated(String model) ->
                    Optional.of(
                            new HostModel(
                                    model,
                                    Fallback.ALLOW,
                                    Optional.empty(),
                                    input.reportedAddressBits(),
                                    List.of()));
            case HostProcessor.PowerVersion _, HostProcessor.ArmRegisters _ -> Optional.empty();
        };
    }

    private HostModel withoutWithheld(HostModel model) {
        List<CpuFeature> kept = new ArrayList<>();
        for (CpuFeature feature : model.features()) {
            Optional<MapFeature> known = map().findFeature(feature.name());
            if (known.isEmpty() || !known.get().withheld()) {
                kept.add(feature);
            }
        }
        return model.withFeatures(kept);
    }

    /// Emulators that do not tell what is unavailable report features of model specific registers
    /// wrongly.
    private HostModel withoutMsrs(HostModel model) {
        List<CpuFeature> kept = new ArrayList<>();
        for (CpuFeature feature : model.features()) {
            Optional<MapFeature> known = map().findFeature(feature.name());
            if (known.isEmpty() || !known.get().isMsr()) {
                kept.add(feature);
            }
        }
        return model.withFeatures(kept);
    }

    /// A real processor as the CPU of a guest that has all of it: mode custom, match exact,
    /// fallback forbid. Empty if no model may be chosen.
    ///
    /// @param definitions the models that the emulator lists; empty means that every model is
    ///   allowed
    public Optional<GuestCpu> describeGuest(CpuidDump dump, List<SlotModel> definitions) {
        return decodeGuest(X86Data.of(map(), dump), definitions)
                .map(cpu ->
                        GuestCpu.exact(
                                ModelChoice.of(cpu.model().name(), Fallback.FORBID),
                                cpu.vendorName(),
                                cpu.features(map())));
    }

    private Optional<DecodedCpu> decodeGuest(X86Data data, List<SlotModel> definitions) {
        return X86Decoder.decode(map(), data, DecodeTarget.guest(map(), definitions));
    }

    @Override
    public HostModel expand(HostModel model) {
        return model.withFeatures(operations().expand(model.toGuest()).features());
    }

    @Override
    public List<String> featuresOfMsr(int index, long value) {
        return map().names(map().featuresOfMsr(index, value));
    }

    /// The map lists them.
    @Override
    public boolean knowsModels() {
        return true;
    }

    @Override
    public List<String> blockers(GuestCpu host, String model, boolean accelerated) {
        return new X86Blockers(map(), host, accelerated).of(model);
    }

    @Override
    public Optional<Boolean> has(HostProcessor processor, String feature) {
        Optional<MapFeature> known = map().findFeature(feature);
        if (known.isEmpty() || !(processor instanceof CpuidDump dump)) {
            return Optional.empty();
        }
        FeaturePlace bit = known.get().bit();
        boolean unread =
                bit instanceof FeaturePlace.MsrBit(int index, _) && !dump.msrs().containsKey(index);
        return unread ? Optional.empty() : Optional.of(bit.isSetIn(dump));
    }

    @Override
    public CpuOperations operations() {
        return new X86Operations(map());
    }

    @Override
    public Optional<HostCpu> describeHost(HostProcessor processor) {
        return switch (processor) {
            case CpuidDump dump -> describeHost(dump);
            case HostProcessor.Simulated(String model) -> Optional.of(HostCpu.ofModel(arch, model));
            case HostProcessor.PowerVersion _, HostProcessor.ArmRegisters _ -> Optional.empty();
        };
    }

    private Optional<HostCpu> describeHost(CpuidDump dump) {
        X86Data data = X86Data.of(map(), dump);
        CpuSignature signature = data.signature();
        return X86Decoder.decode(map(), data, DecodeTarget.HOST)
                .map(cpu ->
                        new HostCpu(
                                arch,
                                Optional.of(cpu.model().name()),
                                cpu.vendorName(),
                                signature.family() == 0 ? Optional.empty() : Optional.of(signature),
                                Optional.empty(),
                                map().names(cpu.extra()).stream()
                                        .map(CpuFeature::ofHost)
                                        .toList()));
    }
}
