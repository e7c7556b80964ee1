package org.domcaps.rpc.server;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.Procedure;

/// What the protocol refuses by itself, in libvirt's words.
final class Refusals {

    private Refusals() {}

    private static ErrorRecord rpc(String text) {
        return ErrorRecord.of(ErrorCode.RPC, ErrorDomain.RPC, text);
    }

    /// A program that nobody here speaks.
    static ErrorRecord unknownProgram(MessageHeader call) {
        return rpc(
                "Cannot find program "
                        + Integer.toUnsignedString(call.program())
                        + " version "
                        + Integer.toUnsignedString(call.version()));
    }

    /// A call with the status of a reply.
    static ErrorRecord unexpectedStatus(MessageHeader call) {
        return rpc("Unexpected message status " + Integer.toUnsignedString(call.status()));
    }

    /// A number that is no procedure, or an event's.
    static ErrorRecord unknownProcedure(MessageHeader call) {
        return rpc("unknown procedure: " + call.procedure());
    }

    /// Arguments that are too short or too large.
    static ErrorRecord undecodable() {
        return rpc("Unable to decode message payload");
    }

    /// A call before the connection was opened.
    static ErrorRecord notOpen() {
        return ErrorRecord.of(
                ErrorCode.INTERNAL, ErrorDomain.RPC, "hypervisor connection not open");
    }

    /// A second opening.
    static ErrorRecord alreadyOpen() {
        return ErrorRecord.of(ErrorCode.INTERNAL, ErrorDomain.RPC, "connection already open");
    }

    /// An opening without a name.
    static ErrorRecord nothingToOpen() {
        return ErrorRecord.of(ErrorCode.INTERNAL, ErrorDomain.RPC, "connection not open");
    }

    /// A call that could change something, on a read-only connection.
    static ErrorRecord readOnly(Procedure procedure) {
        return ErrorRecord.of(
                ErrorCode.OPERATION_DENIED,
                procedure.domain(),
                "read only access prevents " + procedure.apiName());
    }

    /// A call that is not served.
    static ErrorRecord notSupported(Procedure procedure) {
        return ErrorRecord.of(ErrorCode.NO_SUPPORT, procedure.domain(), procedure.apiName());
    }

    /// A step of SASL where SASL is not the method.
    static ErrorRecord noSasl() {
        return ErrorRecord.of(
                ErrorCode.AUTHENTICATION_FAILED, ErrorDomain.RPC, "authentication failed");
    }
}
