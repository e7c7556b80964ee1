package org.domcaps.rpc.client;

import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.MessageStatus;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.xdr.XdrException;
import org.domcaps.rpc.xdr.XdrReader;

import java.util.Optional;
import java.util.function.Function;

/// What a reply means.
final class Replies {

    private Replies() {}

    /// The result in a reply.
    ///
    /// @throws RemoteException if the reply is an error
    /// @throws ConnectionException if it is neither a result nor an error
    static <T> T result(
            Procedure procedure, Frame reply, String peer, Function<XdrReader, T> result) {
        Optional<MessageStatus> status = MessageStatus.find(reply.header().status());
        try {
            XdrReader payload = new XdrReader(reply.payload());
            if (status.equals(Optional.of(MessageStatus.OK))) {
                return result.apply(payload);
            }
            if (status.equals(Optional.of(MessageStatus.ERROR))) {
                throw new RemoteException(ErrorRecord.read(payload));
            }
        } catch (XdrException e) {
            throw new ConnectionException(
                    peer
                            + " answered "
                            + procedure.apiName()
                            + " with bytes that are no answer to it: "
                            + e.getMessage(),
                    e);
        }
        throw new ConnectionException(
                peer
                        + " answered "
                        + procedure.apiName()
                        + " with status "
                        + reply.header().status()
                        + ", which no reply can have");
    }
}
