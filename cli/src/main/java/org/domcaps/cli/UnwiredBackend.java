package org.domcaps.cli;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// Stands where the hypervisor drivers come in; until then only what needs no host works.
final class UnwiredBackend implements Backend {

    @Override
    public Sources sources() {
        throw missing();
    }

    @Override
    public Recorder recorder() {
        throw missing();
    }

    @Override
    public ConformanceRun conformance() {
        throw missing();
    }

    private static DomcapsException missing() {
        return new DomcapsException(ErrorCode.NO_SUPPORT, "no hypervisor driver is built in");
    }
}
