package org.domcaps.cpu.x86;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuMatch;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.FeatureList;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.FeaturePolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Judging and changing x86 CPU definitions with the CPU map of one release.
public final class X86Operations implements CpuOperations {

    private final CpuMap map;
    private final DefinedFeatures defined;

    /// Operations with a map.
    public X86Operations(CpuMap map) {
        this.map = Objects.requireNonNull(map, "map");
        this.defined = new DefinedFeatures(map);
    }

    @Override
    public Comparison compare(CpuDefinition host, CpuDefinition cpu) {
        return new X86Comparison(map, host, cpu).judge();
    }

    @Override
    public boolean hasFeature(CpuDefinition cpu, String feature) {
        return defined.all(cpu).contains(map.requireFeature(feature).place());
    }

    @Override
    public GuestCpu baseline(List<? extends CpuDefinition> cpus, BaselineOptions options) {
        return new X86Baseline(map, options).of(cpus);
    }

    @Override
    public GuestCpu expand(GuestCpu cpu) {
        FeatureList list = new FeatureList();
        Optional<MapModel> model = cpu.modelName().map(map::requireModel);
        model.ifPresent(m -> list.overlay(map.withPolicy(m.features(), FeaturePolicy.REQUIRE)));
        list.overlay(cpu.features());
        model.ifPresent(m -> disableRemoved(list, m));
        return cpu.withFeatures(FeatureList.sorted(list.toList()));
    }

    /// Switches off what the emulator took from a model, so that it does not depend on the
    /// emulator's version.
    static void disableRemoved(FeatureList list, MapModel model) {
        for (MapFeature feature : model.removed()) {
            list.addIfMissing(CpuFeature.of(feature.name(), FeaturePolicy.DISABLE));
        }
    }

    @Override
    public CpuDefinition migratable(CpuDefinition cpu) {
        return cpu.withFeatures(migratable(map, cpu.features()));
    }

    /// The features that do not keep a guest from being migrated, in order.
    static List<CpuFeature> migratable(CpuMap map, List<CpuFeature> features) {
        List<CpuFeature> kept = new ArrayList<>(features);
        kept.removeIf(feature -> !map.requireFeature(feature.name()).migratable());
        return kept;
    }

    @Override
    public GuestCpu update(GuestCpu guest, CpuDefinition host) {
        if (guest.mode() == CpuMode.HOST_PASSTHROUGH || guest.mode() == CpuMode.MAXIMUM) {
            return guest;
        }
        GuestCpu settled = guest.withFeatures(withoutOptional(guest.features(), host));
        if (guest.mode() == CpuMode.HOST_MODEL) {
            settled = takeHost(settled, host).withVendor(host.vendor());
        } else if (guest.effectiveMatch() == CpuMatch.MINIMUM) {
            settled = takeHost(settled, host);
        }
        Optional<MapModel> model = settled.modelName().map(map::requireModel);
        if (model.isEmpty()) {
            return settled;
        }
        FeatureList list = new FeatureList(settled.features());
        disableRemoved(list, model.get());
        return settled.withFeatures(list.toList());
    }

    private List<CpuFeature> withoutOptional(List<CpuFeature> features, CpuDefinition host) {
        FeatureSet hostFeatures = defined.all(host);
        List<CpuFeature> settled = new ArrayList<>(features.size());
        for (CpuFeature feature : features) {
            if (feature.effectivePolicy() == FeaturePolicy.OPTIONAL) {
                boolean present = hostFeatures.contains(map.requireFeature(feature.name()).place());
                settled.add(
                        CpuFeature.of(
                                feature.name(),
                                present ? FeaturePolicy.REQUIRE : FeaturePolicy.DISABLE));
            } else {
                settled.add(feature);
            }
        }
        return settled;
    }

    /// The host's model and features, changed by the guest's own features.
    private static GuestCpu takeHost(GuestCpu guest, CpuDefinition host) {
        FeatureList list = new FeatureList();
        for (CpuFeature feature : host.features()) {
            list.set(CpuFeature.of(feature.name(), feature.effectivePolicy()));
        }
        list.overlay(guest.features());
        return guest.withModelName(host.modelName()).withFeatures(list.toList()).asExact();
    }

    @Override
    public GuestCpu translate(GuestCpu guest, Optional<List<String>> models) {
        if (guest.mode() != CpuMode.CUSTOM || guest.modelName().isEmpty() || models.isEmpty()) {
            return guest;
        }
        MapModel model = map.requireModel(guest.modelName().get());
        if (models.get().contains(model.name())) {
            return guest;
        }
        if (guest.model().fallback() == Fallback.FORBID) {
            throw new IncompatibleCpuException(
                    "the emulator does not know the CPU model "
                            + model.name()
                            + ", and the definition forbids another one");
        }
        CpuSignature signature =
                model.signatures().isEmpty()
                        ? CpuSignature.NONE
                        : signatureOf(model.signatures().getFirst());
        X86Data data = new X86Data(defined.all(guest), model.vendor(), signature);
        List<SlotModel> allowed = models.get().stream().map(SlotModel::of).toList();
        DecodedCpu decoded =
                X86Decoder.decode(map, data, DecodeTarget.guest(map, allowed))
                        .orElseThrow(() ->
                                new IncompatibleCpuException(
                                        "no CPU model that the emulator knows can stand in for "
                                                + model.name()));
        FeatureList list = new FeatureList(decoded.features(map));
        list.overlay(guest.features());
        return guest.withModelName(Optional.of(decoded.model().name())).withFeatures(list.toList());
    }

    private static CpuSignature signatureOf(SignaturePattern pattern) {
        return new CpuSignature(pattern.family(), pattern.model(), pattern.firstStepping());
    }

    @Override
    public GuestCpu forGuest(CpuDefinition host, GuestCpu guest, Optional<List<String>> models) {
        Comparison comparison = compare(host, guest);
        if (!comparison.isCompatible()) {
            throw new IncompatibleCpuException(comparison.reason());
        }
        return translate(update(guest, host), models);
    }

    @Override
    public void checkFeatures(CpuDefinition cpu) {
        for (CpuFeature feature : cpu.features()) {
            map.requireFeature(feature.name());
        }
    }
}
