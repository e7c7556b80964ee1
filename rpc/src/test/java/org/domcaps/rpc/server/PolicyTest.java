package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.AuthType;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Feature;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Keepalive;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Program;
import org.domcaps.rpc.message.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// What a server answers and what it refuses, in the words of a real daemon.
class PolicyTest {

    private static final Arguments NONE = new Arguments.None();
    private static final Arguments DEFAULTS =
            new Arguments.DomainCapabilities(EmulatorChoice.DEFAULT, 0);

    @TempDir Path folder;
    private Running running;

    @BeforeEach
    void start() {
        running = Running.in(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static void assertError(ErrorRecord error, int code, int domain, String message) {
        assertThat(error.message()).contains(message);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.domain()).isEqualTo(domain);
        assertThat(error.level()).isEqualTo(2);
    }

    private static Arguments.Open name(String name) {
        return new Arguments.Open(Optional.of(name), 0);
    }

    @Test
    void virshGetsThroughItsOpeningSequence() throws IOException {
        try (Probe virsh = Probe.connect(running.socket())) {
            assertThat(virsh.ask(Procedure.AUTH_LIST, NONE, Result.AuthTypes::read).types())
                    .containsExactly(AuthType.NONE.number());
            assertThat(feature(virsh, Feature.KEEPALIVE.number())).isEqualTo(1);
            virsh.ok(Procedure.CONNECT_OPEN, name("qemu:///system"));
            assertThat(feature(virsh, Feature.REMOTE_EVENT_CALLBACK.number())).isEqualTo(1);
            assertThat(feature(virsh, Feature.REMOTE_CLOSE_CALLBACK.number())).isEqualTo(1);
            virsh.ok(Procedure.CONNECT_REGISTER_CLOSE_CALLBACK, NONE);
            assertThat(
                            virsh.ask(
                                            Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                                            DEFAULTS,
                                            Result.Text::read)
                                    .text())
                    .isEqualTo("<domainCapabilities/>\n");
            virsh.ok(Procedure.CONNECT_UNREGISTER_CLOSE_CALLBACK, NONE);
            virsh.ok(Procedure.CONNECT_CLOSE, NONE);
            assertThat(virsh.receive()).isEmpty();
        }
    }

    private static int feature(Probe client, int number) throws IOException {
        return client.ask(
                        Procedure.CONNECT_SUPPORTS_FEATURE,
                        new Arguments.Number(number),
                        Result.Number::read)
                .value();
    }

    @Test
    void featuresThatAreNotHereAreAnsweredWithNo() throws IOException {
        try (Probe client = Probe.open(running.socket())) {
            for (int number : new int[] {-1, 0, 1, 3, 5, 6, 8, 11, 13, 16, 17, 999}) {
                assertThat(feature(client, number)).as("feature %d", number).isZero();
            }
            assertThat(feature(client, Feature.TYPED_PARAMETER_STRING.number())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "qemu:///, 1, 0, 'internal error: unexpected qemu URI path ''/'', try qemu:///system'",
        "qemu:///foo, 1, 0,"
                + " 'internal error: unexpected qemu URI path ''/foo'', try qemu:///system'",
        "qemu:///embed, 8, 45, 'invalid argument: Missing URI parameter ''root'''",
        "xen:///system, 5, 0, no connection driver available for xen:///system",
        "qemu://elsewhere/system, 5, 0, no connection driver available for qemu://elsewhere/system",
        "::::, 1, 45, 'internal error: Unable to parse URI ::::'"
    })
    void namesThatAreNotServedAreRefused(String uri, int code, int domain, String message)
            throws IOException {
        try (Probe client = Probe.connect(running.socket())) {
            assertError(client.refused(Procedure.CONNECT_OPEN, name(uri)), code, domain, message);
            client.ok(Procedure.CONNECT_OPEN, name("qemu:///session?x=y"));
            assertThat(client.ask(Procedure.CONNECT_GET_URI, NONE, Result.Text::read).text())
                    .isEqualTo("qemu:///session");
        }
    }

    @Test
    void anEmptyNameLetsTheServerChoose() throws IOException {
        try (Probe client = Probe.connect(running.socket())) {
            assertError(
                    client.refused(Procedure.CONNECT_OPEN, new Arguments.Open(Optional.empty(), 0)),
                    1,
                    7,
                    "internal error: connection not open");
            client.ok(Procedure.CONNECT_OPEN, name(""));
            assertThat(client.ask(Procedure.CONNECT_GET_URI, NONE, Result.Text::read).text())
                    .isEqualTo("qemu:///system");
            assertError(
                    client.refused(Procedure.CONNECT_OPEN, name("qemu:///system")),
                    1,
                    7,
                    "internal error: connection already open");
        }
    }

    @Test
    void callsBeforeTheOpeningAreRefused() throws IOException {
        try (Probe client = Probe.connect(running.socket())) {
            assertError(
                    client.refused(Procedure.CONNECT_GET_TYPE, NONE),
                    1,
                    7,
                    "internal error: hypervisor connection not open");
            assertError(
                    client.refused(Procedure.CONNECT_SUPPORTS_FEATURE, new Arguments.Number(14)),
                    1,
                    7,
                    "internal error: hypervisor connection not open");
            client.ok(Procedure.CONNECT_CLOSE, NONE);
            assertThat(client.receive()).isEmpty();
        }
    }

    @Test
    void readOnlyConnectionsMayNotAskForDomainCapabilities() throws IOException {
        try (Probe bySocket = Probe.open(running.readOnly());
                Probe byFlag = Probe.open(running.socket(), 0xffffffff)) {
            for (Probe client : new Probe[] {bySocket, byFlag}) {
                ErrorRecord error =
                        client.refused(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
                assertError(
                        error,
                        29,
                        20,
                        "operation forbidden: read only access prevents"
                                + " virConnectGetDomainCapabilities");
                assertThat(error.str1()).contains("operation forbidden: %1$s");
                assertThat(error.int1()).isEqualTo(-1);
                assertThat(
                                client.ask(
                                                Procedure.CONNECT_GET_CAPABILITIES,
                                                NONE,
                                                Result.Text::read)
                                        .text())
                        .startsWith("<capabilities");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DOMAIN_CREATE, 20, virDomainCreate",
        "NETWORK_CREATE, 19, virNetworkCreate",
        "STORAGE_POOL_DELETE, 18, virStoragePoolDelete",
        "CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY, 18, virConnectStoragePoolEventRegisterAny",
        "SECRET_DEFINE_XML, 30, virSecretDefineXML"
    })
    void whatIsNotServedIsRefusedByItsName(Procedure procedure, int domain, String api)
            throws IOException {
        try (Probe client = Probe.open(running.socket())) {
            assertError(
                    client.refused(procedure, NONE),
                    3,
                    domain,
                    "this function is not supported by the connection driver: " + api);
        }
    }

    @Test
    void everyProcedureGetsAReplyToRandomBytes() throws IOException {
        Random random = new Random(7);
        try (Probe client = Probe.open(running.socket())) {
            for (Procedure procedure : Procedure.values()) {
                if (procedure == Procedure.CONNECT_CLOSE) {
                    continue;
                }
                byte[] payload = new byte[random.nextInt(60)];
                random.nextBytes(payload);
                client.send(new Frame(MessageHeader.call(procedure, 77), payload));
                MessageHeader reply = client.receive().orElseThrow().header();
                assertThat(reply.procedure()).isEqualTo(procedure.number());
                assertThat(reply.serial()).isEqualTo(77);
            }
        }
    }

    @Test
    void listsAreEmpty() throws IOException {
        try (Probe client = Probe.open(running.socket())) {
            for (Procedure procedure :
                    new Procedure[] {
                        Procedure.CONNECT_LIST_ALL_DOMAINS,
                        Procedure.CONNECT_LIST_ALL_NETWORKS,
                        Procedure.CONNECT_LIST_ALL_NODE_DEVICES
                    }) {
                assertThat(client.ok(procedure, new Arguments.ListAll(true, 3)).payload())
                        .isEqualTo(new byte[8]);
            }
            assertThat(client.ok(Procedure.CONNECT_NUM_OF_DOMAINS, NONE).payload())
                    .isEqualTo(new byte[4]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 0, 0, Cannot find program 1 version 1",
        "536903814, 2, 1, 0, 0, Cannot find program 536903814 version 2",
        "1801807216, 1, 1, 0, 0, Cannot find program 1801807216 version 1",
        "110102160, 1, 1, 0, 0, Cannot find program 110102160 version 1",
        "536903814, 1, 1, 0, 1, Unexpected message status 1",
        "536903814, 1, 1, 0, 7, Unexpected message status 7",
        "536903814, 1, 0, 0, 0, unknown procedure: 0",
        "536903814, 1, -1, 0, 0, unknown procedure: -1",
        "536903814, 1, 107, 0, 0, unknown procedure: 107",
        "536903814, 1, 449, 0, 0, unknown procedure: 449",
        "536903815, 1, 1, 0, 0, unknown procedure: 1",
        "425984, 1, 9999, 0, 0, unknown procedure: 9999",
        "536903814, 1, 1, 0, 0, Unable to decode message payload"
    })
    void brokenCallsAreRefusedAndTheConnectionLives(
            int program, int version, int procedure, int type, int status, String message)
            throws IOException {
        try (Probe client = Probe.connect(running.socket())) {
            Frame frame =
                    new Frame(
                            new MessageHeader(program, version, procedure, type, 9, status),
                            new byte[0]);
            ErrorRecord error = client.refused(frame);
            assertError(error, 39, 7, message);
            assertThat(error.str1()).contains("%s");
            assertThat(error.str2()).contains(message);
            client.ok(Procedure.CONNECT_OPEN, name("qemu:///system"));
        }
    }

    @Test
    void whatIsNoCallIsIgnored() throws IOException {
        try (Probe client = Probe.open(running.socket())) {
            for (int type : new int[] {1, 2, 3, 5, 6, 7, -1}) {
                client.send(
                        new Frame(
                                new MessageHeader(Program.REMOTE.number(), 1, 3, type, 5, 0),
                                new byte[12]));
            }
            client.send(
                    new Frame(
                            new MessageHeader(Program.KEEPALIVE.number(), 1, 9, 2, 0, 0),
                            new byte[0]));
            assertThat(client.ask(Procedure.CONNECT_GET_TYPE, NONE, Result.Text::read).text())
                    .isEqualTo("QEMU");
        }
    }

    @Test
    void aPingIsAnsweredAtAnyTimeWhateverItCarries() throws IOException {
        try (Probe client = Probe.connect(running.socket())) {
            client.send(
                    new Frame(
                            new MessageHeader(Program.KEEPALIVE.number(), 1, 1, 2, 99, 0),
                            new byte[32]));
            Frame pong = client.receive().orElseThrow();
            assertThat(pong.header()).isEqualTo(Keepalive.PONG.frame().header());
        }
    }

    @Test
    void descriptorsBesideACallAreDropped() throws IOException {
        try (Probe client = Probe.open(running.socket())) {
            byte[] payload = {0, 0, 0, 2};
            client.send(
                    new Frame(new MessageHeader(Program.REMOTE.number(), 1, 3, 4, 5, 0), payload));
            client.send(new byte[] {1, 1});
            assertThat(client.receive().orElseThrow().header().status()).isZero();
            assertThat(client.ask(Procedure.CONNECT_GET_TYPE, NONE, Result.Text::read).text())
                    .isEqualTo("QEMU");
        }
    }

    @Test
    void authenticationIsNotWanted() throws IOException {
        try (Probe client = Probe.connect(running.socket())) {
            assertError(
                    client.refused(Procedure.AUTH_SASL_INIT, NONE),
                    45,
                    7,
                    "authentication failed: authentication failed");
            assertError(
                    client.refused(Procedure.AUTH_POLKIT, NONE),
                    1,
                    7,
                    "Library function returned error but did not set virError");
        }
    }

    @Test
    void failuresOfTheHostCarryItsCodes() throws IOException {
        try (Probe client = Probe.open(running.socket())) {
            ErrorRecord flags =
                    client.refused(
                            Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                            new Arguments.DomainCapabilities(EmulatorChoice.DEFAULT, 0x80));
            assertError(
                    flags,
                    8,
                    10,
                    "unsupported flags (0x80) in function qemuConnectGetDomainCapabilities");
            assertThat(flags.str1()).contains("qemuConnectGetDomainCapabilities");
            assertThat(flags.str2()).contains("flags");
            assertThat(flags.int1()).isZero();
            ErrorRecord system =
                    client.refused(Procedure.CONNECT_GET_SYSINFO, new Arguments.Number(0));
            assertError(system, 38, 10, "Cannot check it: No such file or directory");
            assertThat(system.str1()).contains("%s");
            assertThat(system.int1()).isEqualTo(2);
            assertError(
                    client.refused(
                            Procedure.CONNECT_GET_MAX_VCPUS,
                            new Arguments.OptionalText(Optional.empty())),
                    1,
                    7,
                    "internal error: unexpected failure: java.lang.IllegalStateException: a"
                            + " mistake in the program");
        }
    }

    @Test
    void veryLongArgumentsAreQuotedShortened() throws IOException {
        try (Probe client = Probe.open(running.socket())) {
            ErrorRecord error =
                    client.refused(
                            Procedure.CONNECT_OPEN, name("qemu:///" + "x".repeat(4_000_000)));
            assertThat(error.code()).isEqualTo(1);
        }
    }
}
