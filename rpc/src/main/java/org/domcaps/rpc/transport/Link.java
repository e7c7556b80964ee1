package org.domcaps.rpc.transport;

import java.io.IOException;
import java.io.InputStream;

/// A byte stream to a daemon, both ways.
///
/// One thread reads, one thread writes, and any thread may close; whoever blocks in the others then
/// gets an [IOException]. Neither of the two may be interrupted: an interrupt can close a channel.
public interface Link extends AutoCloseable {

    /// What the daemon sends. Reading blocks.
    InputStream input();

    /// Sends all of the bytes. Blocks while the daemon does not take them.
    ///
    /// @throws IOException if the connection broke
    void write(byte[] bytes) throws IOException;

    /// How messages call the other end.
    String peer();

    /// Whether nobody on the way can read along: a socket of this machine, or an encrypted stream.
    boolean isConfidential();

    /// What the other end said outside of the stream when it ended, such as `ssh` on its standard
    /// error; empty if nothing. Waits a moment for a program that is about to end.
    default String lastWords() {
        return "";
    }

    /// Ends the connection and everything that was started for it.
    @Override
    void close();
}
