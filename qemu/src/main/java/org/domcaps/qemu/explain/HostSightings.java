package org.domcaps.qemu.explain;

import org.domcaps.driver.explain.Remedy;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostFeature;
import org.domcaps.host.HostPart;
import org.domcaps.host.Kvm;
import org.domcaps.host.SevGuests;
import org.domcaps.host.Swtpm;
import org.domcaps.host.SwtpmFeature;
import org.domcaps.qemu.rules.HostFact;

import java.util.List;
import java.util.Optional;

/// What can be seen of a host at the places that rules look at.
///
/// @param host the facts
/// @param assumed whether nobody gave facts, so that these describe a host without anything
record HostSightings(HostFacts host, boolean assumed) {

    private static final String THERE = "there";
    private static final String MISSING = "missing";
    private static final String NOT_ON = "not switched on";

    /// Whether the facts hold what a rule looks at.
    boolean knows(HostFact fact) {
        return host.gathered().contains(part(fact));
    }

    private static HostPart part(HostFact fact) {
        return switch (fact) {
            case VFIO, IOMMUFD, SECURE_GUEST, TDX_ENABLED, SEV_ENABLED -> HostPart.FEATURES;
            case SWTPM, SWTPM_1_2, SWTPM_2_0 -> HostPart.SWTPM;
            case RDP_HELPER -> HostPart.RDP_HELPER;
            case TDX_VM_TYPE -> HostPart.KVM;
        };
    }

    /// What is at a place; empty text if that was not gathered.
    String seen(HostFact fact, String place) {
        if (!knows(fact)) {
            return "";
        }
        if (assumed) {
            return "no facts of a host were given, so it counts as missing";
        }
        return switch (fact) {
            case VFIO ->
                    place.startsWith("/sys")
                            ? has(HostFeature.IOMMU_GROUPS, "holds groups", "holds no group")
                            : has(HostFeature.VFIO_NODE, THERE, MISSING);
            case IOMMUFD -> has(HostFeature.IOMMUFD_NODE, THERE, MISSING);
            case SWTPM -> program(place);
            case SWTPM_1_2 -> swtpm(SwtpmFeature.TPM_1_2);
            case SWTPM_2_0 -> swtpm(SwtpmFeature.TPM_2_0);
            case RDP_HELPER -> host.rdpHelper().orElse("not found in PATH or qemu.conf");
            case SECURE_GUEST -> host.secureGuests() ? "switched on" : NOT_ON;
            case TDX_VM_TYPE -> host.kvm().offersTdx() ? "set" : vmTypes(host.kvm());
            case TDX_ENABLED -> has(HostFeature.TDX, "switched on", NOT_ON);
            case SEV_ENABLED -> has(HostFeature.SEV, THERE, "not switched on, or no such node");
        };
    }

    private String has(HostFeature feature, String yes, String no) {
        return host.features().contains(feature) ? yes : no;
    }

    private String program(String name) {
        return switch (host.swtpm()) {
            case Swtpm.Absent(List<String> programs) ->
                    programs.contains(name) ? "not found in PATH" : "found";
            case Swtpm.Present _, Swtpm.Unclear _ -> "found";
        };
    }

    private String swtpm(SwtpmFeature feature) {
        return switch (host.swtpm()) {
            case Swtpm.Absent(List<String> programs) ->
                    "not run: " + String.join(", ", programs) + " not found in PATH";
            case Swtpm.Unclear(String cause) -> cause;
            case Swtpm.Present present when present.has(feature) -> "listed";
            case Swtpm.Present(_, Optional<String> complaint) -> complaint.orElse("not listed");
        };
    }

    private static String vmTypes(Kvm kvm) {
        return switch (kvm) {
            case Kvm.Usable _ -> "not set";
            case Kvm.Missing _ -> "no such node";
            case Kvm.Refused(String reason) -> reason;
            case Kvm.Unknown(String cause) -> cause;
        };
    }

    /// What the host would have to get; only the parts of it that are missing.
    Remedy remedy(HostFact fact) {
        if (!knows(fact) || assumed) {
            return Remedies.host(fact);
        }
        return switch (fact) {
            case VFIO -> {
                boolean groups = host.features().contains(HostFeature.IOMMU_GROUPS);
                boolean node = host.features().contains(HostFeature.VFIO_NODE);
                yield groups != node
                        ? groups ? Remedies.vfioNode() : Remedies.iommuGroups()
                        : Remedies.host(fact);
            }
            case SWTPM ->
                    host.swtpm() instanceof Swtpm.Absent(List<String> programs)
                            ? Remedies.install(
                                    "install swtpm ("
                                            + String.join(", ", programs)
                                            + " not found in PATH)")
                            : Remedies.host(fact);
            case SWTPM_1_2, SWTPM_2_0 ->
                    host.swtpm() instanceof Swtpm.Unclear(String cause)
                            ? Remedies.configure("let swtpm_setup answer (" + cause + ")")
                            : Remedies.host(fact);
            case SEV_ENABLED ->
                    host.gathered().contains(HostPart.SEV_GUESTS)
                                    && host.sevGuests() instanceof SevGuests.Counted(long most, _)
                                    && most > 0
                            ? Remedies.sevSwitchedOff()
                            : Remedies.host(fact);
            case IOMMUFD, RDP_HELPER, SECURE_GUEST, TDX_VM_TYPE, TDX_ENABLED -> Remedies.host(fact);
        };
    }
}
