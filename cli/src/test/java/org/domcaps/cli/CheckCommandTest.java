package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CheckCommandTest {

    /// All that the small document of the tests has.
    private static final String FINE =
            """
            <domain type='kvm'>
              <vcpu>2</vcpu>
              <os><type arch='x86_64' machine='pc-i440fx-9.1'>hvm</type></os>
              <devices>
                <disk device='disk'/>
              </devices>
            </domain>
            """;

    private static final String BROKEN = FINE.replace("device='disk'", "device='floppy'");
    private static final String UNSURE =
            FINE.replace("<disk device='disk'/>", "<panic model='isa'/>");

    @TempDir Path folder;
    private String fine;
    private String broken;
    private String unsure;

    @BeforeEach
    void files() throws IOException {
        fine = file("fine.xml", FINE);
        broken = file("broken.xml", BROKEN);
        unsure = file("unsure.xml", UNSURE);
    }

    @Test
    void aDomainThatFitsEndsWithZero() {
        assertThat(Run.of("check", fine))
                .isEqualTo(new Run(0, "0 errors, 0 warnings, 0 unknown\n", ""));
    }

    @Test
    void anErrorIsToldWithItsPlaceAndWhatIsOffered() {
        assertThat(Run.of("check", broken))
                .isEqualTo(
                        new Run(
                                1,
                                broken
                                        + ":5:5: error: disk device 'floppy' is not offered"
                                        + " [device.disk.device]\n"
                                        + "    offered: disk, cdrom\n"
                                        + "1 error, 0 warnings, 0 unknown\n",
                                ""));
    }

    @Test
    void whatIsNotReportedEndsWithThreeUnlessItIsIgnored() {
        Run run = Run.of("check", unsure);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains(":5:5: unknown: it is not known whether a panic device is offered");
        assertThat(Run.of("check", "--ignore-unknown", unsure).code()).isZero();
        assertThat(Run.of("check", unsure, broken).code()).isEqualTo(1);
    }

    @Test
    void filesThatAreNoDomainsAreToldAndTheOthersChecked() throws IOException {
        Run run =
                Run.of(
                        "check",
                        file("half.xml", "<domain>\n  <os>\n"),
                        file("status.xml", "<domstatus/>"),
                        folder.resolve("missing.xml").toString(),
                        broken);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("half.xml:", "status.xml:1:1: error: ", "virsh dumpxml")
                .contains("missing.xml: unknown: cannot read")
                .contains("disk device 'floppy' is not offered")
                .endsWith("3 errors, 0 warnings, 1 unknown\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsRefused() throws IOException {
        String long_ = file("long.xml", "<domain>" + " ".repeat(5 << 20) + "</domain>");
        assertThat(Run.of("check", long_).out()).contains("larger than the limit of 4194304 bytes");
    }

    @Test
    void aDashIsStandardInput() {
        Run run = Run.of(new FakeShell().reading(BROKEN), new FakeBackend(), "check", "-");
        assertThat(run.out()).startsWith("<stdin>:5:5: error: ");
        assertThat(Run.of("check", "-", "-").code()).isEqualTo(2);
    }

    @Test
    void manyHostsAreCheckedAndEqualOnesOnce() throws IOException {
        Path hosts = Files.createDirectories(folder.resolve("hosts"));
        Files.writeString(hosts.resolve("a.xml"), document("disk"));
        Files.writeString(hosts.resolve("b.xml"), document("disk"));
        Files.writeString(hosts.resolve("c.xml"), document("floppy"));
        Run run = Run.of("check", "--capabilities", hosts.toString(), broken);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains(broken + " on a and 1 more: no\n", broken + " on c: ok\n");
    }

    @Test
    void aHostThatCannotBeReadIsToldAndEndsWithThree() throws IOException {
        Path hosts = Files.createDirectories(folder.resolve("hosts"));
        Files.writeString(hosts.resolve("a.xml"), document("disk"));
        Files.writeString(hosts.resolve("b.xml"), "<x/>");
        Run run = Run.of("check", "--capabilities", hosts.toString(), fine);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("domcaps check: ").contains("b.xml").hasLineCount(1);
    }

    @Test
    void noHostAtAllIsAFailure() {
        Run run = Run.of("check", "--capabilities", folder.resolve("none").toString(), fine);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no host could be read");
        assertThat(Run.of("check", "--capabilities", "a", "--replay", "b", fine).code())
                .isEqualTo(2);
    }

    @Test
    void aHostThatDoesNotAnswerIsUnknown() {
        FakeBackend backend = new FakeBackend();
        backend.answer =
                _ -> {
                    throw new DomcapsException(ErrorCode.INTERNAL, "QEMU is gone");
                };
        Run run = Run.of(new FakeShell(), backend, "check", fine);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("QEMU is gone");
        assertThat(backend.closed).isEqualTo(1);
    }

    @Test
    void theSchemaDescribesTheJson() throws IOException {
        Run run = Run.of("check", "--format", "json", fine, broken, unsure, "/missing");
        assertThat(run.code()).isEqualTo(1);
        new PublishedSchema("judgements").assertDescribes(run.out());
        assertThat(run.out()).contains("\"domain\": \"" + fine + "\"", "\"host\": \"this host\"");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String document(String device) {
        return "<domainCapabilities><domain>kvm</domain><machine>pc-i440fx-9.1</machine>"
                + "<arch>x86_64</arch><vcpu max='4'/><devices><disk supported='yes'>"
                + "<enum name='diskDevice'><value>"
                + device
                + "</value></enum></disk></devices></domainCapabilities>";
    }
}
