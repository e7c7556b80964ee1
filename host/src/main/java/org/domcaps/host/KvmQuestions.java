package org.domcaps.host;

import org.domcaps.host.system.KvmDevice;
import org.domcaps.host.system.KvmDevice.Handle;
import org.domcaps.host.system.KvmDevice.Opening;

/// Asks `/dev/kvm` everything at once.
record KvmQuestions(KvmDevice device) {

    private static final int NR_VCPUS = 9;
    private static final int MAX_VCPUS = 66;
    private static final int VM_TYPES = 235;
    private static final int LIMIT_OF_OLD_KERNELS = 4;

    Kvm ask() {
        return switch (device.open()) {
            case Opening.Missing _ -> new Kvm.Missing();
            case Opening.Refused(String reason) -> new Kvm.Refused(reason);
            case Opening.Untried(String cause) -> new Kvm.Unknown(cause);
            case Opening.Opened(Handle handle) -> {
                try (handle) {
                    yield new Kvm.Usable(
                            maxVcpus(handle),
                            Math.max(0, handle.checkExtension(VM_TYPES)),
                            handle.readFeatureMsr(Kvm.ARCH_CAPABILITIES_MSR));
                }
            }
        };
    }

    private static int maxVcpus(Handle handle) {
        int max = handle.checkExtension(MAX_VCPUS);
        if (max > 0) {
            return max;
        }
        int recommended = handle.checkExtension(NR_VCPUS);
        return recommended > 0 ? recommended : LIMIT_OF_OLD_KERNELS;
    }
}
