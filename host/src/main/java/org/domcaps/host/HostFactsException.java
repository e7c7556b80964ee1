package org.domcaps.host;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A JSON text that does not describe a host.
public final class HostFactsException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    private final String member;

    HostFactsException(String member, String detail) {
        super(
                ErrorCode.INVALID_ARGUMENT,
                "host facts: " + (member.isEmpty() ? "" : member + ": ") + detail);
        this.member = member;
    }

    /// The path of the member at fault, such as `kvm.maxVcpus` or `firmware.descriptors[2].name`;
    /// empty for the whole.
    public String member() {
        return member;
    }
}
