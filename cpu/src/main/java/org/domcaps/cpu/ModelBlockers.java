package org.domcaps.cpu;

import java.util.List;
import java.util.Optional;

/// What keeps a named model from running on a host, for families without rules of their own. A
/// class apart from [CpuFamily], so that a start of the program does not load what only comparisons
/// need.
final class ModelBlockers {

    private ModelBlockers() {}

    static List<String> of(CpuOperations operations, GuestCpu host, String model) {
        GuestCpu wanted =
                GuestCpu.exact(ModelChoice.of(model, Fallback.FORBID), Optional.empty(), List.of());
        return operations.compare(host, wanted).missing().stream().sorted().distinct().toList();
    }
}
