package org.domcaps.cpu;

import org.domcaps.document.Arch;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// An operation on CPU definitions that libvirt does not offer for an architecture, or not for such
/// a definition. It is no judgement about the definition.
public final class CpuOperationException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private CpuOperationException(ErrorCode code, String detail) {
        super(code, detail);
    }

    /// An operation that does not exist for an architecture.
    ///
    /// @param action what cannot be done, as the end of "cannot …", without the architecture
    public static CpuOperationException unsupported(String action, Arch arch) {
        return new CpuOperationException(
                ErrorCode.NO_SUPPORT,
                "cannot "
                        + action
                        + " for architecture "
                        + arch.xmlName()
                        + ": libvirt has no"
                        + " rules for it");
    }

    /// A definition with something in it that the operation cannot do.
    ///
    /// @param detail what it is, in one line
    public static CpuOperationException refused(String detail) {
        return new CpuOperationException(ErrorCode.CONFIG_UNSUPPORTED, detail);
    }
}
