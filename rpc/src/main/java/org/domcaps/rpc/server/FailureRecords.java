package org.domcaps.rpc.server;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.ErrorRecord;

/// What failures look like on the wire.
final class FailureRecords {

    private FailureRecords() {}

    static ErrorRecord of(Throwable failure) {
        return switch (failure) {
            case ArgumentException refusal ->
                    ErrorRecord.ofArgument(
                            refusal.domain(),
                            refusal.getMessage(),
                            refusal.function(),
                            refusal.argument());
            case DriverException refusal when refusal.code() == ErrorCode.SYSTEM ->
                    system(refusal.domain(), refusal.getMessage());
            case DomcapsException known when known.code() == ErrorCode.SYSTEM ->
                    system(ErrorDomain.NONE, known.getMessage());
            case DomcapsException known -> ErrorRecord.of(known);
            case OutOfMemoryError _ ->
                    ErrorRecord.of(ErrorCode.INTERNAL, ErrorDomain.RPC, "out of memory");
            default ->
                    ErrorRecord.of(
                            ErrorCode.INTERNAL, ErrorDomain.RPC, "unexpected failure: " + failure);
        };
    }

    private static ErrorRecord system(ErrorDomain domain, String detail) {
        return Errno.endOf(detail)
                .map(errno -> ErrorRecord.of(ErrorCode.SYSTEM, domain, detail, errno.number()))
                .orElseGet(() -> ErrorRecord.of(ErrorCode.SYSTEM, domain, detail));
    }
}
