package org.domcaps.host;

import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostRoot;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads [HostFeature]s from `/sys`, `/proc` and `/dev`.
record HostFeatures(HostRoot root) {

    private static final List<String> NESTING_MODULES =
            List.of("kvm_intel", "kvm_amd", "kvm_hv", "kvm");
    private static final int PARAMETER_LIMIT = 16;

    /// Everything.
    Set<HostFeature> read() {
        Set<HostFeature> features = readToggles();
        addIf(features, HostFeature.IOMMU_GROUPS, root.hasEntries("/sys/kernel/iommu_groups"));
        addIf(features, HostFeature.VFIO_NODE, root.exists("/dev/vfio/vfio"));
        addIf(features, HostFeature.IOMMUFD_NODE, root.exists("/dev/iommu"));
        return features;
    }

    /// Only what an emulator's probe depends on: nesting and the kinds of secure guests.
    Set<HostFeature> readToggles() {
        Set<HostFeature> features = EnumSet.noneOf(HostFeature.class);
        addIf(features, HostFeature.NESTED_KVM, nested());
        addIf(
                features,
                HostFeature.SEV,
                parameterStarts("kvm_amd", "sev", "1Yy") && root.exists("/dev/sev"));
        addIf(features, HostFeature.TDX, parameterStarts("kvm_intel", "tdx", "Y"));
        addIf(features, HostFeature.PROTECTED_VIRTUALIZATION, protectedVirtualization());
        return features;
    }

    private static void addIf(Set<HostFeature> features, HostFeature feature, boolean present) {
        if (present) {
            features.add(feature);
        }
    }

    /// A missing module passes the question on to the next one, and so does one that says no; an
    /// unreadable one ends it.
    private boolean nested() {
        for (String module : NESTING_MODULES) {
            FileText value = parameter(module, "nested");
            if (startsWithOneOf(value.orEmpty(), "Yy1")) {
                return true;
            }
            if (value instanceof FileText.Refused) {
                return false;
            }
        }
        return false;
    }

    private boolean protectedVirtualization() {
        if (!root.isDirectory("/sys/firmware/uv")) {
            return false;
        }
        String text = root.readText("/proc/cmdline", KernelCommandLine.LENGTH_LIMIT + 1).orEmpty();
        return text.length() <= KernelCommandLine.LENGTH_LIMIT
                && new KernelCommandLine(text).enables("prot_virt");
    }

    private boolean parameterStarts(String module, String parameter, String starts) {
        return startsWithOneOf(parameter(module, parameter).orEmpty(), starts);
    }

    private FileText parameter(String module, String parameter) {
        String path = "/sys/module/".concat(module).concat("/parameters/").concat(parameter);
        return root.readText(path, PARAMETER_LIMIT);
    }

    private static boolean startsWithOneOf(String text, String starts) {
        return !text.isEmpty() && starts.indexOf(text.charAt(0)) >= 0;
    }
}
