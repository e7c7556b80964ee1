package org.domcaps.rpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.AuthType;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.message.SaslData;
import org.domcaps.rpc.sasl.AuthenticationException;
import org.domcaps.rpc.sasl.Login;
import org.domcaps.rpc.xdr.XdrReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslServer;

@Timeout(30)
class AuthenticationTest {

    private static final ConnectOptions OPTIONS =
            ConnectOptions.DEFAULT
                    .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10))
                    .withPulse(Duration.ZERO, 0);

    private static void offer(ByteServer.Talk talk, int... types) throws Exception {
        List<Integer> list = IntStream.of(types).boxed().toList();
        talk.reply(talk.expect(Procedure.AUTH_LIST), new Result.AuthTypes(list));
    }

    private static Connection connect(ByteServer server, String query) {
        return Connection.open(
                server.uri(query),
                OPTIONS.withLogin(new Login("fred", "secret")),
                ByteServer.ENVIRONMENT);
    }

    @Test
    void aDaemonThatDoesNotKnowTheQuestionWantsNoProof() throws Exception {
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.refuse(
                                    talk.expect(Procedure.AUTH_LIST),
                                    ErrorRecord.of(
                                            ErrorCode.RPC,
                                            ErrorDomain.RPC,
                                            "unknown procedure: 66"));
                            talk.reply(talk.expect(Procedure.CONNECT_OPEN), new Result.Nothing());
                            talk.drain();
                        });
                Connection connection = connect(server, "")) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void polkitIsOneCallWhoseRefusalIsTheDaemons() throws Exception {
        ErrorRecord refusal =
                new ErrorRecord(
                        ErrorCode.AUTHENTICATION_FAILED.number(),
                        60,
                        Optional.of("authentication failed: access denied by policy"),
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        -1,
                        -1);
        try (ByteServer server =
                new ByteServer(talk -> {
                    offer(talk, AuthType.POLKIT.number());
                    talk.refuse(talk.expect(Procedure.AUTH_POLKIT), refusal);
                    talk.drain();
                })) {
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> connect(server, ""))
                    .matches(e -> e.error().equals(refusal));
        }
        try (ByteServer server =
                        new ByteServer(talk -> {
                            offer(talk, AuthType.POLKIT.number());
                            talk.reply(talk.expect(Procedure.AUTH_POLKIT), new Result.Number(1));
                            talk.reply(talk.expect(Procedure.CONNECT_OPEN), new Result.Nothing());
                            talk.drain();
                        });
                Connection connection = connect(server, "?auth=polkit")) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void whatIsNotKnownOrNotOfferedIsRefused() throws Exception {
        try (ByteServer server =
                new ByteServer(talk -> {
                    offer(talk, 17);
                    talk.drain();
                })) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> connect(server, ""))
                    .withMessageContaining("17");
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> connect(server, "?auth=sasl.PLAIN"))
                    .withMessageContaining("does not offer");
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> connect(server, "?auth=magic"))
                    .withMessageContaining("auth=magic");
        }
    }

    @Test
    void aPasswordDoesNotGoOverAPlainStream() throws Exception {
        try (ByteServer server =
                new ByteServer(talk -> {
                    offer(talk, AuthType.SASL.number());
                    talk.reply(
                            talk.expect(Procedure.AUTH_SASL_INIT),
                            new Result.Text("PLAIN,SCRAM-SHA-256"));
                    talk.drain();
                })) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> connect(server, ""))
                    .withMessageContaining("over plain TCP");
        }
    }

    /// The daemon's side of DIGEST-MD5 is the JDK's own; what comes after goes through its layer.
    @Test
    void digestMd5EncryptsAPlainStream() throws Exception {
        String big = "x".repeat(300_000);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            offer(talk, AuthType.SASL.number());
                            talk.reply(
                                    talk.expect(Procedure.AUTH_SASL_INIT),
                                    new Result.Text("DIGEST-MD5"));
                            SaslServer sasl = digest();
                            converse(talk, sasl);
                            Frame open = unwrapped(talk, sasl);
                            assertThat(open.header().procedure())
                                    .isEqualTo(Procedure.CONNECT_OPEN.number());
                            wrapped(talk, sasl, Frame.reply(open.header(), new Result.Nothing()));
                            Frame call = unwrapped(talk, sasl);
                            wrapped(talk, sasl, Frame.reply(call.header(), new Result.Text(big)));
                            unwrapped(talk, sasl);
                        });
                Connection connection = connect(server, "")) {
            assertThat(connection.isEncrypted()).isTrue();
            assertThat(connection.hostname()).isEqualTo(big);
        }
    }

    private static SaslServer digest() throws Exception {
        CallbackHandler answers = AuthenticationTest::answer;
        return Sasl.createSaslServer(
                "DIGEST-MD5", "libvirt", "127.0.0.1", Map.of(Sasl.QOP, "auth-conf"), answers);
    }

    private static void answer(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            switch (callback) {
                case NameCallback _, RealmCallback _ -> {}
                case PasswordCallback password -> password.setPassword("secret".toCharArray());
                case AuthorizeCallback authorize -> authorize.setAuthorized(true);
                default -> throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private static void converse(ByteServer.Talk talk, SaslServer sasl) throws Exception {
        Frame call = talk.expect(Procedure.AUTH_SASL_START);
        Arguments.SaslStart start = Arguments.SaslStart.read(new XdrReader(call.payload()));
        assertThat(start.mechanism()).isEqualTo("DIGEST-MD5");
        assertThat(start.data()).isEqualTo(SaslData.NONE);
        byte[] challenge = sasl.evaluateResponse(new byte[0]);
        while (true) {
            talk.reply(
                    call,
                    new Result.SaslProgress(
                            sasl.isComplete(), new SaslData(Optional.of(challenge))));
            if (sasl.isComplete()) {
                return;
            }
            call = talk.expect(Procedure.AUTH_SASL_STEP);
            challenge =
                    sasl.evaluateResponse(
                            Arguments.SaslStep.read(new XdrReader(call.payload()))
                                    .data()
                                    .bytes()
                                    .orElseThrow());
        }
    }

    private static Frame unwrapped(ByteServer.Talk talk, SaslServer sasl) throws Exception {
        DataInputStream in = new DataInputStream(talk.in());
        byte[] packet = in.readNBytes(in.readInt());
        byte[] plain = sasl.unwrap(packet, 0, packet.length);
        assertThat(new String(packet, UTF_8)).isNotEqualTo(new String(plain, UTF_8));
        return Frame.read(new BufferedInputStream(new ByteArrayInputStream(plain))).orElseThrow();
    }

    /// Packets end anywhere, so these are cut where no message would be.
    private static void wrapped(ByteServer.Talk talk, SaslServer sasl, Frame frame)
            throws Exception {
        byte[] plain = frame.toBytes();
        DataOutputStream out = new DataOutputStream(talk.out());
        for (int at = 0; at < plain.length; at += 1009) {
            byte[] packet = sasl.wrap(plain, at, Math.min(1009, plain.length - at));
            out.writeInt(packet.length);
            out.write(packet);
        }
        out.flush();
    }

    @Test
    void aWrongPasswordIsTheDaemonsRefusal() throws Exception {
        try (ByteServer server =
                new ByteServer(talk -> {
                    offer(talk, AuthType.SASL.number());
                    talk.reply(
                            talk.expect(Procedure.AUTH_SASL_INIT), new Result.Text("DIGEST-MD5"));
                    Frame start = talk.expect(Procedure.AUTH_SASL_START);
                    talk.reply(
                            start,
                            new Result.SaslProgress(
                                    false,
                                    new SaslData(
                                            Optional.of(digest().evaluateResponse(new byte[0])))));
                    talk.refuse(
                            talk.expect(Procedure.AUTH_SASL_STEP),
                            ErrorRecord.of(
                                    ErrorCode.AUTHENTICATION_FAILED,
                                    ErrorDomain.RPC,
                                    "authentication failed"));
                    talk.drain();
                })) {
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> connect(server, ""))
                    .matches(e -> e.code() == ErrorCode.AUTHENTICATION_FAILED);
        }
    }

    @Test
    void aDaemonThatIsContentTooEarlyIsNotBelieved() throws Exception {
        try (ByteServer server =
                new ByteServer(talk -> {
                    offer(talk, AuthType.SASL.number());
                    talk.reply(
                            talk.expect(Procedure.AUTH_SASL_INIT), new Result.Text("DIGEST-MD5"));
                    talk.reply(
                            talk.expect(Procedure.AUTH_SASL_START),
                            new Result.SaslProgress(
                                    true,
                                    new SaslData(
                                            Optional.of(digest().evaluateResponse(new byte[0])))));
                    talk.drain();
                })) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> connect(server, ""))
                    .withMessageContaining("before it had proved itself");
        }
    }
}
