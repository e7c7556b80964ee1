package org.domcaps.rpc.server;

import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.MessageStatus;
import org.domcaps.rpc.message.MessageType;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Program;

import java.util.Optional;

/// What the header of a message allows, in the order in which libvirtd looks. What depends on the
/// session comes after it.
sealed interface Gate {

    /// Not a call: nobody replies to it.
    record Ignored() implements Gate {}

    /// A call that gets this reply.
    record Refused(ErrorRecord error) implements Gate {}

    /// A call of a known procedure.
    record Passed(Procedure procedure) implements Gate {}

    /// Looks at a header that is none of the keepalive messages.
    static Gate check(MessageHeader header) {
        Optional<Program> program = Program.find(header.program(), header.version());
        boolean speaks =
                program.isPresent()
                        && switch (program.get()) {
                            case REMOTE, QEMU, LXC -> true;
                            case KEEPALIVE, ADMIN -> false;
                        };
        if (!isCall(header)) {
            return new Ignored();
        }
        if (!speaks) {
            return new Refused(Refusals.unknownProgram(header));
        }
        if (header.status() != MessageStatus.OK.number()) {
            return new Refused(Refusals.unexpectedStatus(header));
        }
        // The programs of QEMU and LXC are known, but none of their procedures is here.
        Optional<Procedure> procedure =
                program.get() == Program.REMOTE
                        ? Procedure.find(header.procedure())
                        : Optional.empty();
        return procedure.isPresent()
                ? new Passed(procedure.get())
                : new Refused(Refusals.unknownProcedure(header));
    }

    private static boolean isCall(MessageHeader header) {
        return header.type() == MessageType.CALL.number() || carriesDescriptors(header);
    }

    /// Whether descriptors follow the message.
    static boolean carriesDescriptors(MessageHeader header) {
        return header.type() == MessageType.CALL_WITH_FDS.number();
    }
}
