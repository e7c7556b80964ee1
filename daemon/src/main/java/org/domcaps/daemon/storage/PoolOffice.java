package org.domcaps.daemon.storage;

import org.domcaps.rpc.server.StorageAnswers;

import java.util.concurrent.Semaphore;

/// Gives each connection its own pools, and sees to it that all of them together stay few.
public final class PoolOffice {

    /// Most pools and volumes without a file of one connection.
    static final int MOST_OF_ONE = 256;

    /// Most pools and volumes without a file of all connections. Each is at most about 10 KiB.
    static final int MOST = 2048;

    private final Semaphore room = new Semaphore(MOST);

    /// No pools yet.
    public PoolOffice() {}

    /// The pools of a new connection. They are closed with it.
    public StorageAnswers open() {
        return new ConnectionPools(room);
    }
}
