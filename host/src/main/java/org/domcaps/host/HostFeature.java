package org.domcaps.host;

import java.util.Optional;

/// What a host can have or not have; each is decided by files alone.
public enum HostFeature {
    /// KVM guests can be hypervisors themselves:
    /// `/sys/module/{kvm_intel,kvm_amd,kvm_hv,kvm}/parameters/nested`, the first that says yes. A
    /// cache input, never printed.
    NESTED_KVM("nested-kvm"),
    /// AMD SEV is on: `/sys/module/kvm_amd/parameters/sev` starts with `1`, `Y` or `y`, and
    /// `/dev/sev` exists.
    SEV("sev"),
    /// Intel TDX is on: `/sys/module/kvm_intel/parameters/tdx` starts with `Y`.
    TDX("tdx"),
    /// s390 protected virtualization is on: `/sys/firmware/uv` is a directory, and the kernel
    /// command line has `prot_virt` switched on.
    PROTECTED_VIRTUALIZATION("prot-virt"),
    /// `/sys/kernel/iommu_groups` holds a group.
    IOMMU_GROUPS("iommu-groups"),
    /// `/dev/vfio/vfio` exists.
    VFIO_NODE("vfio-node"),
    /// `/dev/iommu` exists.
    IOMMUFD_NODE("iommufd-node");

    private final String jsonName;

    HostFeature(String jsonName) {
        this.jsonName = jsonName;
    }

    /// The name in the JSON form.
    public String jsonName() {
        return jsonName;
    }

    /// The feature of that name.
    public static Optional<HostFeature> find(String jsonName) {
        for (HostFeature feature : values()) {
            if (feature.jsonName.equals(jsonName)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
