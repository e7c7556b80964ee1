package org.domcaps.host.firmware;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.util.Objects;

/// Why the descriptors could not be gathered. It fails every request for a document, in libvirt's
/// words.
///
/// @param code how libvirt classes the failure
/// @param message the message, word for word
public record FirmwareFault(ErrorCode code, String message) {

    /// Checks that nothing is null.
    public FirmwareFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    /// The fault as the exception that a request fails with.
    public DomcapsException asException() {
        return new UnreadableFirmwareException(this);
    }

    /// A request failed because the firmware of the host is not known.
    public static final class UnreadableFirmwareException extends DomcapsException {
        private static final long serialVersionUID = 1L;

        private UnreadableFirmwareException(FirmwareFault fault) {
            super(fault.code, fault.message);
        }
    }
}
