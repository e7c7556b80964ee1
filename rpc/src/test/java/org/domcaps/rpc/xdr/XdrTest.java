package org.domcaps.rpc.xdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Values as bytes, and bytes that are no values.
class XdrTest {

    private static XdrReader reader(String hex) {
        return new XdrReader(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static String hex(XdrWriter out) {
        return HexFormat.of().formatHex(out.toBytes());
    }

    @Test
    void numbersAreBigEndian() {
        XdrWriter out = new XdrWriter();
        out.writeInt(-1);
        out.writeLong(7_002_022);
        out.writeBool(true);
        out.writeDouble(1.5);

        assertThat(hex(out)).isEqualTo("ffffffff00000000006ad7a6000000013ff8000000000000");
        XdrReader in = new XdrReader(out.toBytes());
        assertThat(in.readInt()).isEqualTo(-1);
        assertThat(in.readLong()).isEqualTo(7_002_022);
        assertThat(in.readBool()).isTrue();
        assertThat(in.readDouble()).isEqualTo(1.5);
        assertThat(in.remaining()).isZero();
    }

    @Test
    void everyWordButZeroIsTrue() {
        XdrReader in = reader("00000000 00000001 80000000");

        assertThat(in.readBool()).isFalse();
        assertThat(in.readBool()).isTrue();
        assertThat(in.readBool()).isTrue();
    }

    @Test
    void textIsPaddedWithZerosToWholeWords() {
        for (String text : List.of("", "f", "fo", "foo", "fooo", "grün")) {
            XdrWriter out = new XdrWriter();
            out.writeString(text);

            assertThat(out.size() % 4).as(text).isZero();
            assertThat(new XdrReader(out.toBytes()).readString()).isEqualTo(text);
        }
        XdrWriter foo = new XdrWriter();
        foo.writeString("foo");
        assertThat(hex(foo)).isEqualTo("00000003666f6f00");
    }

    @Test
    void paddingMayBeAnything() {
        XdrReader in = reader("00000003 666f6fff 00000007");

        assertThat(in.readString()).isEqualTo("foo");
        assertThat(in.readInt()).isEqualTo(7);
    }

    @Test
    void textEndsAtItsFirstZeroByte() {
        XdrReader in = reader("00000009 7838365f 3634007a 7a000000 00000001");

        assertThat(in.readString()).isEqualTo("x86_64");
        assertThat(in.readInt()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() {
        assertThat(reader("00000003 41ff4200").readString()).isEqualTo("A\uFFFDB");
    }

    @Test
    void countsAreUnsignedAndComparedBeforeRoomIsMade() {
        assertThatThrownBy(() -> reader("7fffffff").readString())
                .isInstanceOf(XdrException.class)
                .hasMessage("a count of 2147483647 where at most 4194304 is allowed");
        assertThatThrownBy(() -> reader("ffffffff").readString())
                .isInstanceOf(XdrException.class)
                .hasMessage("a count of 4294967295 where at most 4194304 is allowed");
        assertThatThrownBy(() -> reader("00400000 61616161").readString())
                .isInstanceOf(XdrException.class)
                .hasMessage("4194304 bytes wanted, 4 left");
        assertThatThrownBy(() -> reader("00000003").readList(2, XdrReader::readInt))
                .isInstanceOf(XdrException.class)
                .hasMessage("a count of 3 where at most 2 is allowed");
        assertThatThrownBy(() -> reader("00000000").readChars(Integer.MAX_VALUE))
                .isInstanceOf(XdrException.class)
                .hasMessage("2147483647 words wanted, 4 left");
    }

    @Test
    void paddingThatIsMissingMakesTextTooShort() {
        assertThatThrownBy(() -> reader("00000003 666f6f").readString())
                .isInstanceOf(XdrException.class)
                .hasMessage("1 bytes wanted, 0 left");
    }

    @Test
    void aStringOfExactlyTheLimitPassesAndOneMoreDoesNot() {
        String longest = "x".repeat(XdrLimits.STRING);
        XdrWriter out = new XdrWriter();
        out.writeString(longest);

        assertThat(new XdrReader(out.toBytes()).readString()).isEqualTo(longest);
        assertThatThrownBy(() -> new XdrWriter().writeString(longest + "x"))
                .isInstanceOf(XdrException.class)
                .hasMessage("a string of 4194305 bytes where at most 4194304 are allowed");
    }

    @Test
    void textWithAZeroCharacterIsNotWritten() {
        assertThatThrownBy(() -> new XdrWriter().writeString("a\0b"))
                .isInstanceOf(XdrException.class);
    }

    @Test
    void charactersTakeAWordEachAndKeepTheirSign() {
        XdrWriter out = new XdrWriter();
        out.writeChars(new byte[] {0x78, -1});

        assertThat(hex(out)).isEqualTo("00000078ffffffff");
        assertThat(new XdrReader(out.toBytes()).readChars(2)).containsExactly(0x78, -1);
    }

    @Test
    void opaqueBytesArePaddedAndCopied() {
        byte[] bytes = "abcde".getBytes(StandardCharsets.UTF_8);
        XdrWriter out = new XdrWriter();
        out.writeOpaque(bytes);

        assertThat(hex(out)).isEqualTo("6162636465000000");
        assertThat(new XdrReader(out.toBytes()).readOpaque(5)).isEqualTo(bytes);
    }

    @Test
    void whatMayBeMissingHasATruthValueInFront() {
        XdrWriter out = new XdrWriter();
        out.writeOptional(Optional.of("x"), XdrWriter::writeString);
        out.writeOptional(Optional.<String>empty(), XdrWriter::writeString);

        assertThat(hex(out)).isEqualTo("00000001000000017800000000000000");
        XdrReader in = new XdrReader(out.toBytes());
        assertThat(in.readOptional(XdrReader::readString)).contains("x");
        assertThat(in.readOptional(XdrReader::readString)).isEmpty();
    }

    @Test
    void aReaderOfAPartSeesNothingBehindIt() {
        byte[] bytes = HexFormat.of().parseHex("000000010000000200000003");
        XdrReader in = new XdrReader(bytes, 4, 4);

        assertThat(in.readInt()).isEqualTo(2);
        assertThatThrownBy(in::readInt).isInstanceOf(XdrException.class);
    }

    @Test
    void aWordCanBeWrittenOnceMore() {
        XdrWriter out = new XdrWriter();
        out.writeInt(0);
        out.writeInt(2);
        out.setInt(0, 1);

        assertThat(hex(out)).isEqualTo("0000000100000002");
        assertThatThrownBy(() -> out.setInt(5, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
