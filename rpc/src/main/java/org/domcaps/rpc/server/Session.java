package org.domcaps.rpc.server;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.AuthType;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Feature;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.FrameException;
import org.domcaps.rpc.message.Keepalive;
import org.domcaps.rpc.message.Limits;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Procedure.Access;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.xdr.XdrException;
import org.domcaps.rpc.xdr.XdrReader;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// One connection, from its first byte to its last. Its thread reads, answers what is ready, and
/// hands the rest to [Calls].
final class Session {

    private final Peer peer;
    private final Wire wire;
    private final ServerParts parts;
    private final FrameSource source;
    private final ReplyWriter writer;
    private final Calls calls;
    private final Life life = new Life();

    /// Held while a call is served by the session's own thread.
    private final ReentrantLock serving = new ReentrantLock();

    private Optional<Opened> opened = Optional.empty();

    Session(Peer peer, Wire wire, ServerParts parts) {
        this.peer = peer;
        this.wire = wire;
        this.parts = parts;
        this.source = new FrameSource(wire, parts.budget());
        this.writer = new ReplyWriter(wire);
        this.calls = new Calls(peer, writer, parts);
    }

    /// Serves the connection until it ends; closes the wire.
    void run() {
        String why = "closed by the client";
        try {
            while (life.isServed()) {
                Optional<FrameSource.Received> received = source.next();
                if (received.isEmpty()) {
                    break;
                }
                life.heard();
                serving.lock();
                try {
                    serve(received.get());
                } finally {
                    serving.unlock();
                }
            }
        } catch (FrameException e) {
            why = e.getMessage();
        } catch (IOException e) {
            why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        } finally {
            end(why);
        }
    }

    private void end(String why) {
        wire.close();
        calls.awaitAll();
        opened.ifPresent(connection -> connection.storage().close());
        parts.observer().disconnected(peer, life.endedBecause().orElse(why));
    }

    private void serve(FrameSource.Received received) throws IOException {
        Frame frame = received.frame();
        Optional<Keepalive> sign = Keepalive.find(frame.header());
        if (sign.isPresent()) {
            if (sign.get() == Keepalive.PING) {
                writer.send(Keepalive.PONG.frame());
            }
            parts.giveBack(received);
            return;
        }
        Call call = new Call(frame.header(), received, System.nanoTime());
        switch (Gate.check(frame.header())) {
            case Gate.Ignored _ -> parts.giveBack(received);
            case Gate.Refused(ErrorRecord error) ->
                    calls.refuse(call, numbered(frame.header()), error);
            case Gate.Passed(Procedure procedure) -> pass(call, procedure);
        }
    }

    private static String numbered(MessageHeader header) {
        return "program "
                + Integer.toHexString(header.program())
                + " procedure "
                + header.procedure();
    }

    private void pass(Call call, Procedure procedure) throws IOException {
        byte[] arguments = call.received().frame().payload();
        if (Gate.carriesDescriptors(call.header())) {
            arguments = withoutDescriptors(arguments);
        }
        try {
            serve(call, procedure, arguments);
        } catch (XdrException _) {
            calls.refuse(call, procedure.apiName(), Refusals.undecodable());
        }
    }

    /// The arguments behind the number of descriptors, each of which comes with a byte after the
    /// message. Nobody here wants one, and the system closes those that are not taken.
    private byte[] withoutDescriptors(byte[] payload) throws IOException {
        XdrReader in = new XdrReader(payload);
        int count;
        try {
            count = in.readCount(Limits.DESCRIPTORS);
        } catch (XdrException e) {
            throw new IOException("descriptors: " + e.getMessage(), e);
        }
        source.skip(count);
        return in.readOpaque(in.remaining() & ~3);
    }

    private void serve(Call call, Procedure procedure, byte[] arguments) throws IOException {
        switch (procedure) {
            case AUTH_LIST ->
                    calls.reply(
                            call, procedure, new Result.AuthTypes(List.of(AuthType.NONE.number())));
            case AUTH_SASL_INIT, AUTH_SASL_START, AUTH_SASL_STEP ->
                    calls.refuse(call, procedure.apiName(), Refusals.noSasl());
            case AUTH_POLKIT -> calls.refuse(call, procedure.apiName(), ErrorRecord.unexplained());
            case CONNECT_OPEN -> open(call, Arguments.Open.read(new XdrReader(arguments)));
            case CONNECT_CLOSE -> close(call);
            default -> serveOpened(call, procedure, arguments);
        }
    }

    private void open(Call call, Arguments.Open wanted) throws IOException {
        Procedure procedure = Procedure.CONNECT_OPEN;
        Optional<ErrorRecord> fault =
                opened.isPresent()
                        ? Optional.of(Refusals.alreadyOpen())
                        : wanted.name().isEmpty()
                                ? Optional.of(Refusals.nothingToOpen())
                                : OpenName.fault(wanted.name().get(), parts.host().privileged());
        if (fault.isPresent()) {
            calls.refuse(call, procedure.apiName(), fault.get());
            return;
        }
        String uri = OpenName.canonical(wanted.name().orElse(""), parts.host().defaultUri());
        opened = Optional.of(opened(uri, peer.readOnly() || wanted.readOnly()));
        life.opened();
        calls.reply(call, procedure, new Result.Nothing());
    }

    private Opened opened(String uri, boolean readOnly) {
        return Opened.of(parts.host(), uri, readOnly);
    }

    /// Calls that came before are answered before this one.
    private void close(Call call) throws IOException {
        calls.awaitAll();
        life.end("closed after the client's farewell");
        calls.reply(call, Procedure.CONNECT_CLOSE, new Result.Nothing());
    }

    private void serveOpened(Call call, Procedure procedure, byte[] arguments) throws IOException {
        if (procedure == Procedure.CONNECT_SUPPORTS_FEATURE) {
            supportsFeature(call, arguments);
            return;
        }
        if (opened.isEmpty()) {
            checkArguments(procedure, arguments);
            calls.refuse(call, procedure.apiName(), Refusals.notOpen());
            return;
        }
        if (opened.get().readOnly() && procedure.access() == Access.WRITE) {
            checkArguments(procedure, arguments);
            calls.refuse(call, procedure.apiName(), Refusals.readOnly(procedure));
            return;
        }
        calls.serve(call, procedure, arguments, opened.get());
    }

    /// What calls have that nobody is asked for.
    private Opened unopened() {
        return opened.orElseGet(() -> opened("", true));
    }

    /// Arguments that cannot be read are refused before anything else is looked at.
    private void checkArguments(Procedure procedure, byte[] arguments) {
        Work _ = parts.dispatcher().prepare(procedure, arguments, unopened());
    }

    /// Asking for signs of life is allowed at any time, and is what allows the server to ask too.
    private void supportsFeature(Call call, byte[] arguments) throws IOException {
        int number = Arguments.Number.read(new XdrReader(arguments)).value();
        boolean aboutLife = number == Feature.KEEPALIVE.number();
        if (aboutLife) {
            life.mayBeAsked();
        }
        if (opened.isEmpty() && !aboutLife) {
            calls.refuse(call, Procedure.CONNECT_SUPPORTS_FEATURE.apiName(), Refusals.notOpen());
            return;
        }
        calls.serve(call, Procedure.CONNECT_SUPPORTS_FEATURE, arguments, unopened());
    }

    /// Reads no more, lets the calls in progress end, and closes. Waits for that.
    void drain() {
        life.end("the server stops");
        serving.lock();
        try {
            calls.awaitAll();
            wire.close();
        } finally {
            serving.unlock();
        }
    }

    /// Ends the session now.
    void abort(String why) {
        life.end(why);
        wire.abort();
    }

    /// Looks after time; called every now and then.
    ///
    /// @param now the nanosecond clock
    void check(long now) {
        ServerLimits limits = parts.limits();
        if (exceeds(now, source.startedAt(), limits.message())) {
            abort("a message was not complete in time");
        } else if (exceeds(now, writer.startedAt(), limits.message())) {
            abort("the peer does not take its replies");
        } else if (life.isUnopened() && exceeds(now, life.began(), limits.opening())) {
            abort("not opened in time");
        } else if (life.isGone(now, limits)) {
            abort("no sign of life");
        } else if (life.wantsPing(now, limits)) {
            Thread.ofVirtual().start(this::ping);
        }
    }

    private static boolean exceeds(long now, long start, Duration limit) {
        return start != FrameSource.NOTHING_BEGUN && now - start > limit.toNanos();
    }

    private void ping() {
        try {
            boolean _ = writer.trySend(Keepalive.PING.frame());
        } catch (IOException _) {
            abort("no sign of life could be asked for");
        }
    }

    Peer peer() {
        return peer;
    }
}
