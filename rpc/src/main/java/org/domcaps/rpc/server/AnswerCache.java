package org.domcaps.rpc.server;

import org.domcaps.rpc.message.Procedure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Answers as bytes, under the bytes of the question.
///
/// An answer counts while the stamp is the one from before it was worked out. The same question is
/// worked out once, however many ask it at the same time; not more than some different ones are
/// worked out at once. The answers that were not asked for the longest time make room for others.
/// Failures are not kept, nor are answers from which something is missing.
///
/// The work is done by threads of the system and not by virtual ones: a program that is started
/// ends with the thread that started it.
final class AnswerCache implements AutoCloseable {

    /// A question with more bytes than this is not worth being kept.
    static final int LONGEST_QUESTION = 4096;

    /// How long a thread waits for more work before it ends.
    private static final Duration IDLE = Duration.ofSeconds(30);

    /// What an entry takes up besides its bytes, roughly.
    private static final int OVERHEAD = 256;

    private final int capacity;
    private final ExecutorService workers;
    private final Map<Question, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Pending, FutureTask<Answer>> pending = new ConcurrentHashMap<>();
    private int size;

    /// A question as it came.
    ///
    /// @param arguments not to be changed
    record Question(Procedure procedure, byte[] arguments) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Question that
                    && procedure == that.procedure
                    && Arrays.equals(arguments, that.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * procedure.number() + Arrays.hashCode(arguments);
        }
    }

    /// An answer.
    ///
    /// @param payload the bytes of the result; not to be changed
    /// @param about what the question was about, for logs
    /// @param complete whether everything that was asked for is in it
    record Answer(byte[] payload, String about, boolean complete) {

        /// A complete answer.
        Answer(byte[] payload, String about) {
            this(payload, about, true);
        }
    }

    private record Entry(Object stamp, Answer answer) {
        int size(Question question) {
            return answer.payload.length + question.arguments.length + OVERHEAD;
        }
    }

    private record Pending(Question question, Object stamp) {}

    /// An empty cache.
    ///
    /// @param capacity most bytes to keep
    /// @param workers most answers to work out at once
    AnswerCache(int capacity, int workers) {
        this.capacity = capacity;
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        workers,
                        workers,
                        IDLE.toSeconds(),
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("worker ", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        this.workers = pool;
    }

    /// The kept answer, if it still holds.
    Optional<Answer> find(Question question, Object stamp) {
        synchronized (entries) {
            Entry entry = entries.get(question);
            return entry == null || !entry.stamp.equals(stamp)
                    ? Optional.empty()
                    : Optional.of(entry.answer);
        }
    }

    /// Works an answer out, or waits for whoever is doing that already, and keeps it if it is
    /// complete.
    ///
    /// @param stamp the stamp from before
    /// @throws org.domcaps.error.DomcapsException as `work`
    Answer work(Question question, Object stamp, Supplier<Answer> work) {
        Pending key = new Pending(question, stamp);
        // Whoever was doing it may have kept it and gone since the caller looked.
        FutureTask<Answer> mine = new FutureTask<>(() -> find(question, stamp).orElseGet(work));
        FutureTask<Answer> first = pending.putIfAbsent(key, mine);
        if (first != null) {
            return join(first);
        }
        try {
            workers.execute(mine);
            Answer answer = join(mine);
            if (answer.complete) {
                keep(question, new Entry(stamp, answer));
            }
            return answer;
        } finally {
            pending.remove(key);
        }
    }

    /// Works an answer out that is not to be kept.
    Answer workOnce(Supplier<Answer> work) {
        FutureTask<Answer> task = new FutureTask<>(work::get);
        workers.execute(task);
        return join(task);
    }

    /// Ends the threads that work answers out, once they have done what they have begun.
    @Override
    public void close() {
        workers.shutdown();
    }

    private static Answer join(FutureTask<Answer> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case Error failure -> throw failure;
            default -> new IllegalStateException(cause);
        };
    }

    private void keep(Question question, Entry entry) {
        int added = entry.size(question);
        if (question.arguments.length > LONGEST_QUESTION || added > capacity) {
            return;
        }
        synchronized (entries) {
            Entry old = entries.put(question, entry);
            size += added - (old == null ? 0 : old.size(question));
            Iterator<Map.Entry<Question, Entry>> oldest = entries.entrySet().iterator();
            while (size > capacity) {
                Map.Entry<Question, Entry> victim = oldest.next();
                size -= victim.getValue().size(victim.getKey());
                oldest.remove();
            }
        }
    }

    /// Forgets everything.
    void clear() {
        synchronized (entries) {
            entries.clear();
            size = 0;
        }
    }

    /// Bytes that are kept.
    int size() {
        synchronized (entries) {
            return size;
        }
    }
}
