package org.domcaps.qemu;

import java.util.List;

/// What `query-sgx-capabilities` tells. Sizes are in KiB, each section rounded down by itself.
public record SgxFacts(
        boolean flc, boolean sgx1, boolean sgx2, long sectionSizeKib, List<Section> sections) {
    /// Copies.
    public SgxFacts {
        sections = List.copyOf(sections);
    }

    /// One enclave page cache section of a NUMA node.
    public record Section(long node, long sizeKib) {}
}
