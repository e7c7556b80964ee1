package org.domcaps.rpc.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Messages as real clients and a real daemon (libvirt 9.0) put them on the wire.
class GoldenFramesTest {

    private static void assertBytes(Frame frame, String hex) {
        assertThat(HexFormat.of().formatHex(frame.toBytes())).isEqualTo(hex.replace(" ", ""));
    }

    private static MessageHeader call(Procedure procedure, int serial) {
        return MessageHeader.call(procedure, serial);
    }

    @Test
    void authenticationList() {
        assertBytes(
                Frame.call(Procedure.AUTH_LIST, 0, new Arguments.None()),
                "0000001c 20008086 00000001 00000042 00000000 00000000 00000000");
        assertBytes(
                Frame.reply(
                        call(Procedure.AUTH_LIST, 0),
                        new Result.AuthTypes(List.of(AuthType.NONE.number()))),
                "00000024 20008086 00000001 00000042 00000001 00000000 00000000 00000001 00000000");
    }

    @Test
    void featureQuery() {
        assertBytes(
                Frame.call(
                        Procedure.CONNECT_SUPPORTS_FEATURE,
                        1,
                        new Arguments.Number(Feature.KEEPALIVE.number())),
                "00000020 20008086 00000001 0000003c 00000000 00000001 00000000 0000000a");
        assertBytes(
                Frame.reply(call(Procedure.CONNECT_SUPPORTS_FEATURE, 1), new Result.Number(1)),
                "00000020 20008086 00000001 0000003c 00000001 00000001 00000000 00000001");
    }

    @Test
    void openingAConnection() {
        assertBytes(
                Frame.call(
                        Procedure.CONNECT_OPEN,
                        2,
                        new Arguments.Open(Optional.of("qemu:///system"), 0)),
                "00000038 20008086 00000001 00000001 00000000 00000002 00000000 00000001 0000000e"
                        + " 71656d753a2f2f2f73797374656d 0000 00000000");
        assertBytes(
                Frame.reply(call(Procedure.CONNECT_OPEN, 2), new Result.Nothing()),
                "0000001c 20008086 00000001 00000001 00000001 00000002 00000000");
        assertBytes(
                Frame.call(Procedure.CONNECT_REGISTER_CLOSE_CALLBACK, 5, new Arguments.None()),
                "0000001c 20008086 00000001 00000168 00000000 00000005 00000000");
    }

    @Test
    void typeAndVersions() {
        assertBytes(
                Frame.reply(call(Procedure.CONNECT_GET_TYPE, 6), new Result.Text("QEMU")),
                "00000024 20008086 00000001 00000003 00000001 00000006 00000000 00000004 51454d55");
        assertBytes(
                Frame.reply(call(Procedure.CONNECT_GET_VERSION, 7), Result.Version.of(7, 2, 22)),
                "00000024 20008086 00000001 00000004 00000001 00000007 00000000 00000000006ad7a6");
        assertBytes(
                Frame.reply(call(Procedure.CONNECT_GET_LIB_VERSION, 8), Result.Version.of(9, 0, 0)),
                "00000024 20008086 00000001 0000009d 00000001 00000008 00000000 0000000000895440");
        assertThat(new Result.Version(7_002_022).dotted()).isEqualTo("7.2.22");
    }

    @Test
    void domainCapabilitiesAndTheirRefusal() {
        Frame call =
                Frame.call(
                        Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                        6,
                        new Arguments.DomainCapabilities(
                                new EmulatorChoice(
                                        Optional.empty(),
                                        Optional.of("foo"),
                                        Optional.empty(),
                                        Optional.empty()),
                                0));
        assertBytes(
                call,
                "00000038 20008086 00000001 00000156 00000000 00000006 00000000 00000000 00000001"
                        + " 00000003 666f6f00 00000000 00000000 00000000");
        // As 10.7 spells the marker of the template; that of 9.0 is two bytes shorter.
        assertBytes(
                Frame.error(
                        call.header(),
                        ErrorRecord.of(
                                ErrorCode.INVALID_ARGUMENT,
                                ErrorDomain.QEMU,
                                "unknown architecture: foo")),
                "000000b4 20008086 00000001 00000156 00000001 00000006 00000001 00000008 0000000a"
                    + " 00000001 0000002b"
                    + " 696e76616c696420617267756d656e743a20756e6b6e6f776e206172636869746563747572653a20666f6f"
                    + " 00 00000002 00000000 00000001 00000016"
                    + " 696e76616c696420617267756d656e743a2025312473 0000 00000001 00000019"
                    + " 756e6b6e6f776e206172636869746563747572653a20666f6f 000000 00000000 ffffffff"
                    + " ffffffff 00000000");
    }

    @Test
    void unknownProcedure() {
        assertBytes(
                Frame.error(
                        new MessageHeader(Program.REMOTE.number(), 1, 9999, 0, 3, 0),
                        ErrorRecord.of(ErrorCode.RPC, ErrorDomain.RPC, "unknown procedure: 9999")),
                "00000088 20008086 00000001 0000270f 00000001 00000003 00000001 00000027 00000007"
                        + " 00000001 00000017 756e6b6e6f776e2070726f6365647572653a2039393939 00"
                        + " 00000002 00000000 00000001 00000002 2573 0000 00000001 00000017"
                        + " 756e6b6e6f776e2070726f6365647572653a2039393939 00 00000000 ffffffff"
                        + " ffffffff 00000000");
    }

    @Test
    void nodeInformation() {
        assertBytes(
                Frame.reply(
                        call(Procedure.NODE_GET_INFO, 5),
                        new Result.NodeInfo("x86_64", 0x5768d4, 2, 0xa24, 1, 1, 2, 1)),
                "000000bc 20008086 00000001 00000006 00000001 00000005 00000000"
                        + " 00000078 00000038 00000036 0000005f 00000036 00000034"
                        + " 00000000".repeat(26)
                        + " 00000000005768d4 00000002 00000a24 00000001 00000001 00000002"
                        + " 00000001");
    }
}
