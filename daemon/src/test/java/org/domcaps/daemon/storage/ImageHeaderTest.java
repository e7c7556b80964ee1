package org.domcaps.daemon.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// Headers of disk images.
class ImageHeaderTest {

    private static ImageHeader of(byte[] head) {
        return ImageHeader.of(head, "/pool/image");
    }

    @Test
    void qcow2TellsSizeClustersAndFeatures() {
        byte[] image = Images.qcow2(1L << 34);
        ByteBuffer.wrap(image).putLong(72, 16).putLong(80, 1);

        assertThat(of(image))
                .isEqualTo(
                        new ImageHeader(
                                "qcow2",
                                OptionalLong.of(1L << 34),
                                Optional.of(new QcowHeader.Features(3, 16, true, true)),
                                Optional.empty()));
    }

    @Test
    void theOlderQcow2HasNoFeatures() {
        byte[] image = Images.qcow2(4096);
        ByteBuffer.wrap(image).putInt(4, 2).putLong(72, -1).putLong(80, -1);

        assertThat(of(image).qcow2()).contains(new QcowHeader.Features(2, 16, false, false));
    }

    @Test
    void qcowAndVersionsThatNobodyKnows() {
        byte[] image = Images.qcow2(4096);
        ByteBuffer.wrap(image).putInt(4, 1);
        assertThat(of(image).format()).isEqualTo("qcow");
        assertThat(of(image).capacity()).hasValue(4096);
        ByteBuffer.wrap(image).putInt(4, 4);
        assertThat(of(image)).isEqualTo(ImageHeader.RAW);
    }

    @ParameterizedTest
    @CsvSource({
        "base.qcow2, /pool/base.qcow2",
        "../base, /pool/../base",
        "/elsewhere/base, /elsewhere/base",
        "nbd://host/base, nbd://host/base",
        "./a:b, /pool/./a:b"
    })
    void backingFilesCountFromTheImage(String written, String path) {
        assertThat(of(Images.overlay(4096, written, "raw")).backing())
                .contains(new BackingFile(path, Optional.of("raw")));
    }

    @Test
    void backingFilesOutsideTheHeaderAreNone() {
        byte[] image = Images.overlay(4096, "base", "raw");
        ByteBuffer.wrap(image).putLong(8, Long.MAX_VALUE);
        assertThat(of(image).backing()).isEmpty();
        ByteBuffer.wrap(image).putLong(8, 512).putInt(16, -5);
        assertThat(of(image).backing()).isEmpty();
    }

    @Test
    void otherFormatsAreKnownByTheirMarks() {
        check(Images.marked(0, "QED\0", 48, 77, LITTLE_ENDIAN), "qed", 77);
        check(Images.marked(0, "KDMV", 12, 4, LITTLE_ENDIAN), "vmdk", 2048);
        check(Images.marked(0, "conectix", 48, 77, BIG_ENDIAN), "vpc", 77);
        check(Images.marked(64, "\u007f\u0010\u00da\u00be", 368, 77, LITTLE_ENDIAN), "vdi", 77);
        assertThat(of(Images.marked(32_769, "CD001", 0, 0, BIG_ENDIAN)))
                .isEqualTo(ImageHeader.plain("iso"));
    }

    private static void check(byte[] head, String format, long size) {
        assertThat(of(head).format()).isEqualTo(format);
        assertThat(of(head).capacity()).hasValue(size);
    }

    @Test
    void sizesThatNoImageCanHaveAreNone() {
        assertThat(of(Images.marked(0, "KDMV", 12, 1L << 60, LITTLE_ENDIAN)).capacity()).isEmpty();
        assertThat(of(Images.qcow2(-1)).capacity()).isEmpty();
    }

    @Test
    void whatHasNoMarkIsRaw() {
        assertThat(of(new byte[0])).isEqualTo(ImageHeader.RAW);
        assertThat(of(new byte[100])).isEqualTo(ImageHeader.RAW);
        assertThat(ImageHeader.read("/does/not/exist")).isEqualTo(ImageHeader.RAW);
    }

    @Test
    void damagedHeadersHarmNobody() {
        Random random = new Random(3);
        byte[] whole = Images.overlay(4096, "base", "raw");
        for (int round = 0; round < 5000; round++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(700));
            for (int i = 0; i < 6 && damaged.length > 8; i++) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
            }
            assertThatCode(() -> of(damaged)).doesNotThrowAnyException();
        }
    }
}
