package org.domcaps.qemu.qmp;

/// A conversation with one QEMU. Used by one thread at a time.
public interface QmpChannel {

    /// Sends a request without waiting for its reply.
    ///
    /// @throws QmpException if the conversation is broken
    Pending send(QmpRequest request);

    /// Sends a request and waits for its reply.
    ///
    /// @throws QmpException if the conversation is broken
    default QmpReply ask(QmpRequest request) {
        return send(request).await();
    }

    /// A reply that may not have come yet.
    interface Pending {
        /// The reply; waits until it is there.
        ///
        /// @throws QmpException if the conversation breaks before it comes
        QmpReply await();
    }
}
