package org.domcaps.rpc.client;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.ErrorRecord;

/// A daemon's refusal.
///
/// [#code] and [#domain] are those of libvirt as far as they are known here; [#error] has
/// everything as the daemon sent it. [#getMessage] is the text without the words of the code in
/// front, as in every other failure here.
public final class RemoteException extends DriverException {

    private static final long serialVersionUID = 1L;

    private static final String NO_WORDS = "Unknown error";

    private final transient ErrorRecord error;

    /// The refusal that the daemon sent.
    public RemoteException(ErrorRecord error) {
        super(codeOf(error), domainOf(error), detailOf(error));
        this.error = error;
    }

    /// The error as it was sent.
    public ErrorRecord error() {
        return error;
    }

    private static String words(ErrorRecord error) {
        return error.message().filter(text -> !text.isEmpty()).orElse(NO_WORDS);
    }

    /// The known code with that number if the words begin as it says, so that code and detail
    /// together give the daemon's words back; the code without words of its own otherwise.
    private static ErrorCode codeOf(ErrorRecord error) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.number() == error.code() && words(error).startsWith(code.prefix())) {
                return code;
            }
        }
        return ErrorCode.SYSTEM;
    }

    private static String detailOf(ErrorRecord error) {
        return words(error).substring(codeOf(error).prefix().length());
    }

    private static ErrorDomain domainOf(ErrorRecord error) {
        for (ErrorDomain domain : ErrorDomain.values()) {
            if (domain.number() == error.domain()) {
                return domain;
            }
        }
        return ErrorDomain.NONE;
    }
}
