package org.domcaps.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What a [Block] holds besides its enums. Each kind belongs to one element.
public sealed interface Detail {

    /// Nothing.
    record None() implements Detail {}

    /// Of [Element#LOADER]: paths of firmware images, in document order.
    record LoaderPaths(List<String> paths) implements Detail {
        /// Copies.
        public LoaderPaths {
            paths = List.copyOf(paths);
        }
    }

    /// Of [Element#HOST_MODEL]: the CPU that `host-model` stands for.
    ///
    /// @param model the named model
    /// @param fallback `allow` or `forbid`
    /// @param vendor absent if not known
    /// @param maxPhysAddr absent if the size is not known or the virt type is not accelerated
    /// @param features in document order
    record HostModel(
            String model,
            String fallback,
            Optional<String> vendor,
            Optional<MaxPhysAddr> maxPhysAddr,
            List<CpuFeature> features)
            implements Detail {
        /// Checks and copies.
        public HostModel {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(fallback, "fallback");
            Objects.requireNonNull(vendor, "vendor");
            Objects.requireNonNull(maxPhysAddr, "maxPhysAddr");
            features = List.copyOf(features);
        }
    }

    /// Guest physical address size: the attributes `mode` and `limit` (bits) of `<maxphysaddr>`.
    record MaxPhysAddr(String mode, int limit) {
        /// Checks.
        public MaxPhysAddr {
            Objects.requireNonNull(mode, "mode");
        }
    }

    /// Of [Element#CUSTOM]: the named CPU models, in document order.
    record CustomModels(List<CpuModel> models) implements Detail {
        /// Copies.
        public CustomModels {
            models = List.copyOf(models);
        }
    }

    /// Of [Element#SEV].
    ///
    /// @param cbitpos position of the C-bit in a page table entry
    /// @param reducedPhysBits physical address bits that SEV costs
    /// @param maxGuests most plain SEV guests at once; absent in documents of old releases
    /// @param maxEsGuests most SEV-ES guests at once; absent likewise
    /// @param cpu0Id id of the first processor; absent if QEMU did not tell
    record Sev(
            long cbitpos,
            long reducedPhysBits,
            OptionalLong maxGuests,
            OptionalLong maxEsGuests,
            Optional<String> cpu0Id)
            implements Detail {
        /// Checks.
        public Sev {
            Objects.requireNonNull(maxGuests, "maxGuests");
            Objects.requireNonNull(maxEsGuests, "maxEsGuests");
            Objects.requireNonNull(cpu0Id, "cpu0Id");
        }
    }

    /// Of [Element#SGX].
    ///
    /// @param flc flexible launch control
    /// @param sgx1 SGX version 1
    /// @param sgx2 SGX version 2
    /// @param sectionSizeKib sum of all enclave page cache sections, in KiB
    /// @param sections per NUMA node, in document order; empty if none were told
    record Sgx(
            boolean flc, boolean sgx1, boolean sgx2, long sectionSizeKib, List<SgxSection> sections)
            implements Detail {
        /// The unit of sizes.
        public static final String UNIT = "KiB";

        /// Copies.
        public Sgx {
            sections = List.copyOf(sections);
        }
    }

    /// One enclave page cache section: NUMA node and size in KiB.
    record SgxSection(long node, long sizeKib) {}

    /// Of [Element#HYPERV]: what mode `host-model` of the enlightenments sets (since 11.9).
    ///
    /// @param spinlocks retries before the guest yields; absent if QEMU says "never"
    /// @param stimerDirect absent if the feature stimer is
    /// @param tlbflushDirect absent if the feature tlbflush is
    /// @param tlbflushExtended absent if the feature tlbflush is
    /// @param vendorId absent if empty
    record HypervDefaults(
            OptionalLong spinlocks,
            Optional<Boolean> stimerDirect,
            Optional<Boolean> tlbflushDirect,
            Optional<Boolean> tlbflushExtended,
            Optional<String> vendorId)
            implements Detail {
        /// Checks.
        public HypervDefaults {
            Objects.requireNonNull(spinlocks, "spinlocks");
            Objects.requireNonNull(stimerDirect, "stimerDirect");
            Objects.requireNonNull(tlbflushDirect, "tlbflushDirect");
            Objects.requireNonNull(tlbflushExtended, "tlbflushExtended");
            Objects.requireNonNull(vendorId, "vendorId");
        }

        /// Whether there is no child at all, so that the element is not printed.
        public boolean isEmpty() {
            return spinlocks.isEmpty()
                    && stimerDirect.isEmpty()
                    && tlbflushDirect.isEmpty()
                    && tlbflushExtended.isEmpty()
                    && vendorId.isEmpty();
        }
    }
}
