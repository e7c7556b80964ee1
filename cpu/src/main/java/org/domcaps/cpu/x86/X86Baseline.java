package org.domcaps.cpu.x86;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.ModelChoice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The largest CPU that is part of every one of several.
final class X86Baseline {

    private final CpuMap map;
    private final BaselineOptions options;
    private final DefinedFeatures defined;

    X86Baseline(CpuMap map, BaselineOptions options) {
        this.map = map;
        this.options = options;
        this.defined = new DefinedFeatures(map);
    }

    GuestCpu of(List<? extends CpuDefinition> cpus) {
        if (cpus.isEmpty()) {
            throw new IllegalArgumentException("no CPUs to find a baseline of");
        }
        Optional<MapVendor> vendor = commonVendor(cpus);
        FeatureSet common = defined.all(cpus.getFirst());
        Set<String> names = new LinkedHashSet<>();
        for (CpuDefinition cpu : cpus) {
            common = common.intersect(defined.all(cpu));
            cpu.modelName().ifPresent(names::add);
        }
        if (common.isEmpty()) {
            throw new IncompatibleCpuException("the CPUs have no feature in common");
        }
        DecodeTarget target =
                DecodeTarget.guest(map, options.models().orElse(List.of())).preferring(names);
        DecodedCpu decoded =
                X86Decoder.decode(map, new X86Data(common, vendor, CpuSignature.NONE), target)
                        .orElseThrow(() ->
                                new IncompatibleCpuException(
                                        "no CPU model describes what the CPUs have in common"));
        boolean isOnlyModel = names.size() == 1 && names.contains(decoded.model().name());
        boolean printsVendor = cpus.stream().allMatch(cpu -> cpu.vendor().isPresent());
        return GuestCpu.exact(
                ModelChoice.of(
                        decoded.model().name(), isOnlyModel ? Fallback.FORBID : Fallback.ALLOW),
                printsVendor ? decoded.vendorName() : Optional.empty(),
                options.migratable()
                        ? X86Operations.migratable(map, decoded.features(map))
                        : decoded.features(map));
    }

    /// The one vendor of all CPUs. A CPU that names none has the vendor of its model, but the first
    /// one.
    private Optional<MapVendor> commonVendor(List<? extends CpuDefinition> cpus) {
        Optional<MapVendor> common = cpus.getFirst().vendor().map(map::requireVendor);
        for (CpuDefinition cpu : cpus.subList(1, cpus.size())) {
            Optional<MapVendor> own = cpu.vendor().map(map::requireVendor);
            Optional<MapVendor> ofModel =
                    cpu.modelName().flatMap(name -> map.requireModel(name).vendor());
            if (own.isPresent() && ofModel.isPresent() && !own.equals(ofModel)) {
                throw new IncompatibleCpuException(
                        "CPU model "
                                + cpu.modelName().orElse("")
                                + " is one of vendor "
                                + ofModel.get().name()
                                + " and the definition's vendor is "
                                + own.get().name());
            }
            Optional<MapVendor> vendor = own.or(() -> ofModel);
            if (common.isPresent() && vendor.isPresent() && !common.equals(vendor)) {
                throw new IncompatibleCpuException(
                        "the CPUs are of different vendors, "
                                + common.get().name()
                                + " and "
                                + vendor.get().name());
            }
            common = common.or(() -> vendor);
        }
        return common;
    }
}
