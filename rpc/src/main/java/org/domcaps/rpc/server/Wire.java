package org.domcaps.rpc.server;

import java.io.IOException;
import java.nio.ByteBuffer;

/// A connected stream of bytes. One thread reads, one at a time writes, any thread may close.
interface Wire extends AutoCloseable {

    /// Waits for bytes; gives how many came, or -1 at the end of the stream.
    int read(ByteBuffer into) throws IOException;

    /// Writes all bytes of all buffers, waiting as long as the peer does not take them.
    void write(ByteBuffer... buffers) throws IOException;

    /// The kind of socket.
    Transport transport();

    /// Who is at the other end, for logs.
    String peerName();

    /// Ends the stream; a thread that waits for it wakes up.
    @Override
    void close();

    /// Ends the stream without saying so to the peer, which may have stopped listening.
    void abort();
}
