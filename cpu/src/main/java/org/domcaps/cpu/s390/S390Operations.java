package org.domcaps.cpu.s390;

import org.domcaps.cpu.BasicOperations;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuMatch;
import org.domcaps.cpu.CpuOperationException;
import org.domcaps.cpu.FeatureList;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;

/// Changing s390 CPU definitions. Comparing them and finding baselines takes an emulator, so here
/// every comparison is identical and no baseline is computed.
public final class S390Operations extends BasicOperations {

    /// Operations for an architecture.
    public S390Operations(Arch arch) {
        super(arch);
    }

    /// Mode host-model becomes the host's model and features, changed by the guest's own. What mode
    /// custom would leave to the host is refused: match minimum, and optional features.
    @Override
    public GuestCpu update(GuestCpu guest, CpuDefinition host) {
        return switch (guest.mode()) {
            case HOST_PASSTHROUGH, MAXIMUM -> guest;
            case HOST_MODEL -> {
                GuestCpu settled = withHostModel(guest, host);
                FeatureList features = new FeatureList(settled.features());
                features.overlay(guest.features());
                yield settled.withFeatures(features.toList());
            }
            case CUSTOM -> {
                if (guest.effectiveMatch() == CpuMatch.MINIMUM) {
                    throw CpuOperationException.refused(
                            "match minimum cannot be settled on s390: only the emulator knows what"
                                    + " a model has");
                }
                checkFeatures(guest);
                yield guest;
            }
        };
    }

    /// Features may be required or disabled, also by the stricter words for it, but not optional.
    @Override
    public void checkFeatures(CpuDefinition cpu) {
        for (CpuFeature feature : cpu.features()) {
            if (feature.effectivePolicy() == FeaturePolicy.OPTIONAL) {
                throw CpuOperationException.refused(
                        "CPU feature "
                                + feature.name()
                                + " is optional, and on s390 it can only be required or disabled");
            }
        }
    }
}
