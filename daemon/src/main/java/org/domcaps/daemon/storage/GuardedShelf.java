package org.domcaps.daemon.storage;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// A shelf that one thread at a time works with.
final class GuardedShelf {

    private final ReentrantLock lock = new ReentrantLock();
    private final PoolShelf shelf;

    /// An empty shelf.
    ///
    /// @param room how many pools and new volumes all shelves together may still take
    GuardedShelf(Semaphore room) {
        this.shelf = new PoolShelf(room);
    }

    /// Asks something.
    <T> T ask(Function<PoolShelf, T> question) {
        lock.lock();
        try {
            return question.apply(shelf);
        } finally {
            lock.unlock();
        }
    }

    /// Changes something.
    void change(Consumer<PoolShelf> change) {
        lock.lock();
        try {
            change.accept(shelf);
        } finally {
            lock.unlock();
        }
    }
}
