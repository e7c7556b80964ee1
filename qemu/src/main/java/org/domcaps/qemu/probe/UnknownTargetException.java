package org.domcaps.qemu.probe;

import org.domcaps.qemu.qmp.QmpException;

/// A binary that emulates an architecture which libvirt has no name for. It is as good as any other
/// binary, and of no use here.
final class UnknownTargetException extends QmpException {

    private static final long serialVersionUID = 1L;

    /// @param target QEMU's name of the architecture
    UnknownTargetException(String target) {
        super("Unknown QEMU arch " + target);
    }
}
