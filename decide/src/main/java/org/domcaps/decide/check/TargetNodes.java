package org.domcaps.decide.check;

/// Where a definition says what it is for.
final class TargetNodes {

    private TargetNodes() {}

    /// `<os><type>`, which names architecture and machine; `<domain>` where there is none.
    static Node osType(Node domain) {
        return domain.first("os/type").orElse(domain);
    }
}
