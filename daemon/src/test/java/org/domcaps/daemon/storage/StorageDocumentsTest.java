package org.domcaps.daemon.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.domcaps.driver.DriverException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.UUID;

/// Documents of pools and volumes; refusals are those of libvirt 9.0, word for word.
class StorageDocumentsTest {

    @Test
    void aPoolHasNameIdAndFolder() {
        assertThat(
                        PoolDefinition.read(
                                "<pool type='dir'><name>a</name>"
                                        + "<uuid>01234567-89ab-cdef-0123-456789abcdef</uuid>"
                                        + "<target><path>/a//b/</path></target></pool>"))
                .isEqualTo(
                        new PoolDefinition(
                                "a",
                                UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"),
                                "/a/b"));
    }

    @Test
    void aPoolWithoutAnIdGetsOne() {
        String xml = "<pool type='dir'><name>a</name><target><path>/</path></target></pool>";
        PoolDefinition first = PoolDefinition.read(xml);
        assertThat(first.target()).isEqualTo("/");
        assertThat(first.uuid()).isNotEqualTo(PoolDefinition.read(xml).uuid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<domain/> | 27 | 5 | XML error: expecting root element of 'pool', not 'domain'",
                "<pool><name>x</name></pool> | 27 | 5"
                        + " | XML error: Missing required attribute 'type' in element 'pool'",
                "<pool type='foo'><name>x</name></pool> | 27 | 5 | XML error: Invalid value for"
                        + " attribute 'type' in element 'pool': 'foo'.",
                "<pool type='dir'><target><path>/t</path></target></pool> | 27 | 18"
                        + " | XML error: missing pool source name element",
                "<pool type='dir'><name>x</name></pool> | 27 | 18"
                        + " | XML error: missing storage pool target path",
                "<pool type='dir'><name>a/b</name></pool> | 27 | 18"
                        + " | XML error: name a/b cannot contain '/'",
                "<pool type='dir'><name>x</name><uuid>foo</uuid></pool> | 27 | 18"
                        + " | XML error: malformed uuid element",
                "<pool type='zfs'><name>x</name></pool> | 1 | 18"
                        + " | internal error: missing backend for pool type 12 (zfs)",
                "<pool type='iscsi-direct'/> | 1 | 18"
                        + " | internal error: missing backend for pool type 6 (iscsi-direct)",
                "<pool type='dir'><name>x</name><target><path>t</path></target></pool> | 27 | 18"
                        + " | XML error: storage pool target path 't' is not absolute"
            })
    void poolsAreRefused(String xml, int code, int domain, String message) {
        check(
                catchThrowableOfType(DriverException.class, () -> PoolDefinition.read(xml)),
                code,
                domain,
                message);
    }

    private static void check(DriverException e, int code, int domain, String message) {
        assertThat(e.libvirtMessage()).isEqualTo(message);
        assertThat(e.code().number()).isEqualTo(code);
        assertThat(e.domain().number()).isEqualTo(domain);
    }

    @Test
    void whatIsNoXmlIsRefusedWithItsPlace() {
        DriverException e =
                catchThrowableOfType(
                        DriverException.class, () -> PoolDefinition.read("<pool>\n<name"));
        assertThat(e.code().number()).isEqualTo(35);
        assertThat(e.libvirtMessage()).startsWith("(storage_pool_definition):2: ");
    }

    @Test
    void namesAndPathsHaveAnEnd() {
        String longName = "n".repeat(256);
        DriverException e =
                catchThrowableOfType(
                        DriverException.class,
                        () ->
                                PoolDefinition.read(
                                        "<pool type='dir'><name>" + longName + "</name></pool>"));
        assertThat(e.libvirtMessage()).isEqualTo("XML error: name has more than 255 characters");
    }

    @Test
    void aVolumeHasNameSizeAndFormat() {
        assertThat(
                        VolumeDefinition.read(
                                "<volume><name>v</name><capacity unit='MiB'>3</capacity>"
                                        + "<target><format type='qcow2'/></target><backingStore>"
                                        + "<path>/b</path><format type='raw'/></backingStore>"
                                        + "</volume>",
                                VolumeDefinition.NO_LEAST))
                .isEqualTo(
                        new VolumeDefinition(
                                "v",
                                3 << 20,
                                "qcow2",
                                Optional.of(new BackingFile("/b", Optional.of("raw")))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "bytes, 1",
        "B, 1",
        "K, 1024",
        "KiB, 1024",
        "kb, 1000",
        "M, 1048576",
        "GB, 1000000000",
        "TiB, 1099511627776",
        "E, 1152921504606846976"
    })
    void unitsAreThoseOfLibvirt(String unit, long bytes) {
        assertThat(capacity(unit, "3").capacity()).isEqualTo(3 * bytes);
    }

    @Test
    void aNumberOfMillionsOfDigitsIsRefusedAtOnce() {
        assertThatThrownBy(() -> capacity("B", "9".repeat(3_000_000)))
                .isInstanceOf(DriverException.class)
                .hasMessageContaining("value too large: 999")
                .hasMessageEndingWith("...");
    }

    private static VolumeDefinition capacity(String unit, String number) {
        return VolumeDefinition.read(
                "<volume><name>v</name><capacity unit='"
                        + unit
                        + "'>"
                        + number
                        + "</capacity></volume>",
                VolumeDefinition.NO_LEAST);
    }

    @Test
    void aCopyIsAtLeastAsLargeAsItsSource() {
        assertThat(VolumeDefinition.read("<volume><name>v</name></volume>", 5).capacity())
                .isEqualTo(5);
        assertThat(
                        VolumeDefinition.read(
                                        "<volume><name>v</name><capacity>9</capacity></volume>", 5)
                                .capacity())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pool/> | 27 | 5 | XML error: expecting root element of 'volume', not 'pool'",
                "<volume><name/></volume> | 27 | 18 | XML error: missing volume name element",
                "<volume><name>a/b</name></volume> | 55 | 18 | Requested operation is not valid:"
                        + " volume name 'a/b' cannot contain '/'",
                "<volume><name>a</name></volume> | 27 | 18 | XML error: missing capacity element",
                "<volume><name>a</name><capacity>-1</capacity></volume> | 27 | 18"
                        + " | XML error: malformed capacity element",
                "<volume><name>a</name><capacity unit='foo'>1</capacity></volume> | 8 | 0"
                        + " | invalid argument: unknown suffix 'foo'",
                "<volume><name>a</name><capacity unit='E'>99</capacity></volume> | 82 | 0"
                        + " | numerical overflow: value too large: 99E",
                "<volume><name>a</name><target><format type='foo'/></target></volume> | 67 | 18"
                        + " | unsupported configuration: unknown volume format type foo",
                "<volume type='foo'><name>a</name></volume> | 67 | 18"
                        + " | unsupported configuration: unknown volume type 'foo'"
            })
    void volumesAreRefused(String xml, int code, int domain, String message) {
        check(
                catchThrowableOfType(
                        DriverException.class,
                        () -> VolumeDefinition.read(xml, VolumeDefinition.NO_LEAST)),
                code,
                domain,
                message);
    }
}
