package org.domcaps.testdriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

class TestDriverTest {

    private static final Request ANY = Request.defaults();

    private static final String REST =
            """
              <cpu>
                <mode name='host-passthrough' supported='no'/>
                <mode name='maximum' supported='no'/>
                <mode name='host-model' supported='no'/>
                <mode name='custom' supported='no'/>
              </cpu>
              <devices>
              </devices>
              <features>
                <sev supported='no'/>
                <sgx supported='no'/>
              </features>
            </domainCapabilities>
            """;

    private static String document(Request request) {
        return new String(
                DocumentWriter.write(
                        new TestDriver().domainCapabilities(request), request.release()),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.7", "11.5", "12.1", "12.8"})
    void itSaysNothingInAnyRelease(String release) {
        assertThat(document(ANY.withRelease(Release.parse(release).orElseThrow())))
                .isEqualTo(
                        """
                        <domainCapabilities>
                          <domain>test</domain>
                          <arch>i686</arch>
                        """
                                + REST);
    }

    @Test
    void whatWasAskedForComesBack() {
        assertThat(
                        document(
                                ANY.withEmulator("/bin/a<b")
                                        .withArch("s390x")
                                        .withMachine("any")
                                        .withVirtType("vmware")))
                .isEqualTo(
                        """
                        <domainCapabilities>
                          <path>/bin/a&lt;b</path>
                          <domain>vmware</domain>
                          <machine>any</machine>
                          <arch>s390x</arch>
                        """
                                + REST);
        assertThat(document(ANY.withVirtType("none"))).contains("<domain>none</domain>");
    }

    /// libvirt lets the machine's name break the document; nobody wants that.
    @Test
    void theDocumentIsWellFormedWhateverTheMachine() {
        assertThat(document(ANY.withMachine("a<b"))).contains("<machine>a&lt;b</machine>");
    }

    @ParameterizedTest
    @CsvSource({
        "amd64, test, unknown architecture: amd64",
        "none, test, unknown architecture: none",
        "x86_64, bogus, unknown virttype: bogus",
        "bogus, bogus, unknown architecture: bogus"
    })
    void theArchitectureIsCheckedBeforeTheVirtType(String arch, String type, String words) {
        assertThatThrownBy(() -> document(ANY.withArch(arch).withVirtType(type)))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.libvirtMessage()).isEqualTo("invalid argument: " + words);
                            assertThat(e.domain()).isEqualTo(ErrorDomain.TEST);
                        });
    }

    @Test
    void flagsAreRefusedFirst() {
        Request request = ANY.withArch("bogus").withFlags(Set.of(Flag.DISABLE_DEPRECATED_FEATURES));
        assertThatThrownBy(() -> document(request))
                .hasMessage("unsupported flags (0x1) in function testConnectGetDomainCapabilities");
    }

    @Test
    void thereIsNoEmulatorToList() {
        assertThat(new TestDriver().emulators().offers()).isEmpty();
    }

    @Test
    void aRealTestDriverSaysTheSame() throws IOException {
        Optional<Path> real = Corpus.find("corpus/newest/real/test-driver.xml");
        Assumptions.assumeTrue(real.isPresent(), Corpus.MISSING);
        // virsh ends its output with an empty line.
        assertThat(document(ANY) + "\n").isEqualTo(Files.readString(real.get()));
    }
}
