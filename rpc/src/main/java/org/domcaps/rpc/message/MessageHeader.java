package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

/// The six words after the length of a message. They are kept as they came, because a server
/// answers also what it does not know.
///
/// @param program number of the program, see [Program]
/// @param version version of the program
/// @param procedure number of the procedure, see [Procedure]; signed
/// @param type kind of message, see [MessageType]
/// @param serial the caller's number for this call, unsigned; the reply repeats it. Nothing may be
///   concluded from its order
/// @param status see [MessageStatus]
public record MessageHeader(
        int program, int version, int procedure, int type, int serial, int status) {

    /// The header of a call of libvirt's API.
    public static MessageHeader call(Procedure procedure, int serial) {
        return new MessageHeader(
                Program.REMOTE.number(),
                Program.VERSION,
                procedure.number(),
                MessageType.CALL.number(),
                serial,
                MessageStatus.OK.number());
    }

    /// The header of the reply to this call.
    public MessageHeader reply(MessageStatus outcome) {
        return new MessageHeader(
                program, version, procedure, MessageType.REPLY.number(), serial, outcome.number());
    }

    /// Takes six words.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if there are fewer
    public static MessageHeader read(XdrReader in) {
        return new MessageHeader(
                in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    /// Writes six words.
    public void write(XdrWriter out) {
        out.writeInt(program);
        out.writeInt(version);
        out.writeInt(procedure);
        out.writeInt(type);
        out.writeInt(serial);
        out.writeInt(status);
    }
}
