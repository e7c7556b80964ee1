package org.domcaps.qemu.rules;

/// Facts of the host, apart from its CPU and its firmware, that decide values of the document.
public enum HostFact {
    /// PCI devices can be handed to guests.
    VFIO("IOMMU groups in /sys/kernel/iommu_groups and the node /dev/vfio/vfio"),
    /// The kernel's newer interface for the same.
    IOMMUFD("the node /dev/iommu"),
    /// A TPM emulator is installed.
    SWTPM("swtpm, swtpm_setup and swtpm_ioctl in PATH"),
    /// The TPM emulator does version 1.2.
    SWTPM_1_2("tpm-1.2 among the features that swtpm_setup --print-capabilities tells"),
    /// The TPM emulator does version 2.0.
    SWTPM_2_0("tpm-2.0 among the features that swtpm_setup --print-capabilities tells"),
    /// The RDP helper is installed.
    RDP_HELPER("qemu-rdp in PATH"),
    /// The host runs protected guests: s390 protected virtualisation.
    SECURE_GUEST(
            "protected virtualisation switched on in the kernel (/sys/firmware/uv, prot_virt)"),
    /// KVM offers the trust domain VM type.
    TDX_VM_TYPE("the VM type 'trust domain' among those that KVM offers (KVM_CAP_VM_TYPES)"),
    /// The kernel module has trust domains switched on.
    TDX_ENABLED("/sys/module/kvm_intel/parameters/tdx switched on"),
    /// The kernel module has encrypted guests switched on.
    SEV_ENABLED("/sys/module/kvm_amd/parameters/sev switched on and the node /dev/sev");

    private final String words;

    HostFact(String words) {
        this.words = words;
    }

    /// In words that a person reads, as the end of the sentence "the host has …".
    public String words() {
        return words;
    }
}
