package org.domcaps.cpu.s390;

import org.domcaps.cpu.BasicFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.ExpansionPlan.Trait;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The CPU rules of s390 and s390x, the same for every release.
public final class S390Family extends BasicFamily {

    private static final ExpansionPlan PLAN =
            new ExpansionPlan(
                    ExpansionPlan.Type.STATIC,
                    EnumSet.of(Trait.DEPRECATED, Trait.PROPERTIES_OPTIONAL));

    private static final List<String> IBM_PREFIXES = List.of("z", "gen");

    /// The rules for an architecture.
    public S390Family(Arch arch) {
        super(arch);
    }

    @Override
    public ExpansionPlan expansionPlan() {
        return PLAN;
    }

    /// IBM for the names of real machines, `z13` or `gen16a`; not for `max` and `qemu`.
    @Override
    public Optional<String> vendorOf(String model) {
        for (String prefix : IBM_PREFIXES) {
            if (model.startsWith(prefix)) {
                return Optional.of("IBM");
            }
        }
        return Optional.empty();
    }

    /// The emulator's answer as it is, in its order.
    @Override
    public Optional<HostModel> hostModel(HostModelInput input) {
        if (!arch().isNativeOn(input.hostArch()) || input.expansion().isEmpty()) {
            return Optional.empty();
        }
        Expansion expansion = input.expansion().get();
        List<CpuFeature> features = new ArrayList<>(expansion.properties().size());
        for (ExpansionProperty property : expansion.properties()) {
            if (property.value() instanceof PropertyValue.Flag(boolean on)) {
                features.add(
                        CpuFeature.of(
                                property.name(),
                                on ? FeaturePolicy.REQUIRE : FeaturePolicy.DISABLE));
            }
        }
        return Optional.of(
                new HostModel(
                        expansion.model(),
                        Fallback.FORBID,
                        Optional.empty(),
                        input.reportedAddressBits(),
                        features));
    }

    @Override
    public CpuOperations operations() {
        return new S390Operations(arch());
    }
}
