package org.domcaps.daemon.storage;

import org.domcaps.driver.DriverException;
import org.domcaps.rpc.message.StoragePool;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// Pools by name. Its owner takes care that only one thread at a time works with it.
final class PoolShelf {

    private final TreeMap<String, Pool> pools = new TreeMap<>();
    private final Semaphore room;
    private int taken;
    private boolean closed;

    /// An empty shelf.
    ///
    /// @param room how many pools and new volumes all shelves together may still take
    PoolShelf(Semaphore room) {
        this.room = room;
    }

    /// All of them, ordered by name.
    List<Pool> all() {
        return List.copyOf(pools.values());
    }

    Optional<Pool> named(String name) {
        return Optional.ofNullable(pools.get(name));
    }

    Optional<Pool> find(UUID uuid) {
        return pools.values().stream()
                .filter(pool -> pool.definition().uuid().equals(uuid))
                .findFirst();
    }

    /// The pool that somebody speaks of.
    ///
    /// @throws org.domcaps.driver.DriverException if there is none
    Pool require(StoragePool pool) {
        return find(pool.uuid())
                .orElseThrow(() ->
                        StorageFaults.noPool("uuid '" + pool.uuid() + "' (" + pool.name() + ")"));
    }

    /// The pool of that name.
    ///
    /// @throws org.domcaps.driver.DriverException if there is none
    Pool require(String name) {
        return named(name).orElseThrow(() -> StorageFaults.noPool("name '" + name + "'"));
    }

    /// The pool that a definition is about: the one that is there already, or a new one.
    ///
    /// @throws org.domcaps.driver.DriverException if it is in the way of another, or there is no
    ///   room
    Pool admit(PoolDefinition definition) {
        Optional<Pool> same = find(definition.uuid());
        if (same.isPresent() && !same.get().definition().name().equals(definition.name())) {
            throw StorageFaults.failed(
                    "pool '"
                            + same.get().definition().name()
                            + "' is already defined with uuid "
                            + definition.uuid());
        }
        Optional<Pool> namesake = named(definition.name());
        if (same.isEmpty() && namesake.isPresent()) {
            throw StorageFaults.failed(
                    "pool '"
                            + definition.name()
                            + "' already exists with uuid "
                            + namesake.get().definition().uuid());
        }
        requireOwnFolder(definition);
        return same.orElseGet(() -> add(definition));
    }

    private void requireOwnFolder(PoolDefinition definition) {
        for (Pool pool : pools.values()) {
            if (!pool.definition().uuid().equals(definition.uuid())
                    && pool.definition().target().equals(definition.target())) {
                throw StorageFaults.failed(
                        "Storage source conflict with pool: '" + pool.definition().name() + "'");
            }
        }
    }

    /// @throws org.domcaps.driver.DriverException if that pool runs
    void requireStopped(PoolDefinition definition) {
        Optional<Pool> same = find(definition.uuid());
        if (same.isPresent()
                && same.get().isActive()
                && same.get().definition().name().equals(definition.name())) {
            throw StorageFaults.invalid("pool is already active as '" + definition.name() + "'");
        }
    }

    private Pool add(PoolDefinition definition) {
        takeRoom();
        Pool pool = new Pool(definition);
        pools.put(definition.name(), pool);
        return pool;
    }

    /// Keeps a volume without a file in a pool.
    ///
    /// @throws org.domcaps.driver.DriverException if there is no room
    void add(Pool pool, VolumeDefinition volume) {
        takeRoom();
        pool.planned().put(volume.name(), volume);
    }

    /// Forgets a volume without a file.
    ///
    /// @return whether there was one
    boolean remove(Pool pool, String volume) {
        boolean found = pool.planned().remove(volume) != null;
        if (found) {
            giveRoom(1);
        }
        return found;
    }

    private void takeRoom() {
        if (closed) {
            throw StorageFaults.failed("the connection has ended");
        }
        if (taken >= PoolOffice.MOST_OF_ONE) {
            throw noRoom("a connection", PoolOffice.MOST_OF_ONE);
        }
        if (!room.tryAcquire()) {
            throw noRoom("all connections together", PoolOffice.MOST);
        }
        taken++;
    }

    private static DriverException noRoom(String who, int most) {
        return StorageFaults.failed(
                who + " can have no more than " + most + " pools and new volumes");
    }

    private void giveRoom(int count) {
        taken -= count;
        room.release(count);
    }

    void remove(Pool pool) {
        if (pools.remove(pool.definition().name()) != null) {
            giveRoom(1 + pool.planned().size());
        }
    }

    /// Takes all away for good.
    void close() {
        closed = true;
        giveRoom(taken);
        pools.clear();
    }
}
