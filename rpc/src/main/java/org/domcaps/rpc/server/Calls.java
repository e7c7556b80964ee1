package org.domcaps.rpc.server;

import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.server.ServerObserver.Source;
import org.domcaps.rpc.xdr.XdrException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The calls of one session that are in progress. What is ready is answered by the caller's thread,
/// what has to be worked out by a thread of its own, so that the session can go on reading; but
/// only so many at a time.
final class Calls {

    private final Peer peer;
    private final ReplyWriter writer;
    private final ServerParts parts;
    private final Semaphore slots;
    private final int allSlots;

    Calls(Peer peer, ReplyWriter writer, ServerParts parts) {
        this.peer = peer;
        this.writer = writer;
        this.parts = parts;
        this.allSlots = parts.limits().callsPerConnection();
        this.slots = new Semaphore(allSlots);
    }

    /// Waits until no call is worked on by another thread.
    void awaitAll() {
        slots.acquireUninterruptibly(allSlots);
        slots.release(allSlots);
    }

    /// Serves a call on an open connection.
    ///
    /// @throws XdrException if its arguments cannot be read; it is not answered then
    void serve(Call call, Procedure procedure, byte[] arguments, Opened opened) throws IOException {
        boolean kept =
                Dispatcher.isKept(procedure) && arguments.length <= AnswerCache.LONGEST_QUESTION;
        if (kept) {
            AnswerCache.Question question = new AnswerCache.Question(procedure, arguments);
            Optional<AnswerCache.Answer> answer =
                    parts.cache().find(question, parts.host().stamp());
            if (answer.isPresent()) {
                answered(call, procedure, answer.get(), Source.KEPT);
                return;
            }
        }
        switch (parts.dispatcher().prepare(procedure, arguments, opened)) {
            case Work.Done(Payload result) -> reply(call, procedure, result);
            case Work.Failed(ErrorRecord error) -> refuse(call, procedure.apiName(), error);
            case Work.Asked asked -> start(call, procedure, arguments, asked);
        }
    }

    private void start(Call call, Procedure procedure, byte[] arguments, Work.Asked asked) {
        slots.acquireUninterruptibly();
        Thread.ofVirtual()
                .name("call")
                .start(() -> {
                    try {
                        work(call, procedure, arguments, asked);
                    } finally {
                        slots.release();
                    }
                });
    }

    private void work(Call call, Procedure procedure, byte[] arguments, Work.Asked asked) {
        try {
            AnswerCache.Answer answer;
            try {
                answer = answer(parts, procedure, arguments, asked);
            } catch (Throwable failure) {
                refuse(
                        call,
                        procedure.apiName(),
                        asked.about(),
                        Source.WORKED_OUT,
                        FailureRecords.of(failure));
                return;
            }
            answered(call, procedure, answer, Source.WORKED_OUT);
        } catch (IOException _) {
            // The session's own thread learns of it too, and ends the connection.
        }
    }

    /// Works an answer out, and keeps it, before somebody asks. What fails fails again, with its
    /// words, when somebody does.
    static void workAhead(ServerParts parts, Procedure procedure, byte[] arguments) {
        Opened nobody = Opened.of(parts.host(), parts.host().defaultUri(), false);
        if (parts.dispatcher().prepare(procedure, arguments, nobody) instanceof Work.Asked asked) {
            try {
                answer(parts, procedure, arguments, asked);
            } catch (Throwable failure) {
                parts.observer()
                        .workAheadFailed(
                                procedure.apiName()
                                        + ": "
                                        + FailureRecords.of(failure).message().orElse(""));
            }
        }
    }

    private static AnswerCache.Answer answer(
            ServerParts parts, Procedure procedure, byte[] arguments, Work.Asked asked) {
        AnswerCache cache = parts.cache();
        if (!asked.kept()) {
            return cache.workOnce(() -> bytes(asked));
        }
        Object stamp = parts.host().stamp();
        return cache.work(
                new AnswerCache.Question(procedure, arguments), stamp, () -> bytes(asked));
    }

    private static AnswerCache.Answer bytes(Work.Asked asked) {
        Work.Answer answer = asked.answer().get();
        return new AnswerCache.Answer(answer.result().toBytes(), asked.about(), answer.complete());
    }

    private void answered(Call call, Procedure procedure, AnswerCache.Answer answer, Source from)
            throws IOException {
        observe(call, procedure.apiName(), answer.about(), from, Optional.empty());
        writer.result(call.header(), answer.payload());
    }

    /// Answers with a result that is known.
    void reply(Call call, Procedure procedure, Payload result) throws IOException {
        observe(call, procedure.apiName(), "", Source.PROTOCOL, Optional.empty());
        writer.result(call.header(), result.toBytes());
    }

    /// Answers with an error.
    void refuse(Call call, String api, ErrorRecord error) throws IOException {
        refuse(call, api, "", Source.PROTOCOL, error);
    }

    private void refuse(Call call, String api, String about, Source from, ErrorRecord error)
            throws IOException {
        observe(call, api, about, from, Optional.of(error));
        writer.error(call.header(), error);
    }

    private void observe(
            Call call, String api, String about, Source from, Optional<ErrorRecord> error) {
        parts.giveBack(call.received());
        parts.observer()
                .answered(
                        new ServerObserver.Answered(
                                peer,
                                api,
                                about,
                                Duration.ofNanos(System.nanoTime() - call.began()),
                                from,
                                error));
    }
}
