package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SuggestCommandTest {

    @TempDir Path folder;

    @Test
    void aDefinitionIsPrinted() {
        Run run = Run.of("suggest", "--name", "web", "--vcpus", "4", "--memory", "1024");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("<domain type='kvm'>\n  <name>web</name>\n")
                .contains("<memory unit='MiB'>1024</memory>", "<vcpu>4</vcpu>")
                .doesNotContain("<!--")
                .endsWith("</domain>\n");
    }

    @Test
    void whatIsPrintedPassesTheCheck() {
        Run made = Run.of("suggest", "--comments");
        Run checked = Run.of(new FakeShell().reading(made.out()), new FakeBackend(), "check", "-");
        assertThat(made.out()).contains("<!--");
        assertThat(checked.code()).isZero();
    }

    @Test
    void aWishThatCannotBeMetIsToldWithItsReason() {
        Run run = Run.of("suggest", "--tpm", "--vcpus", "1000");
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("vcpus: error: 1000 virtual CPUs are more than the 255", "[wish.vcpus]")
                .contains("tpm: unknown: no TPM model is offered");
        assertThat(run.code()).isEqualTo(1);
        assertThat(Run.of("suggest", "--tpm").code()).isEqualTo(3);
    }

    @Test
    void theSchemaDescribesTheJson() throws IOException {
        PublishedSchema schema = new PublishedSchema("suggest");
        Run made = Run.of("suggest", "--format", "json");
        schema.assertDescribes(made.out());
        assertThat(made.code()).isZero();
        Run refused = Run.of("suggest", "--format", "json", "--confidential", "tdx");
        schema.assertDescribes(refused.out());
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).isEmpty();
    }

    @Test
    void severalHostsGiveWhatTheyHaveInCommon() throws IOException {
        String document =
                "<domainCapabilities><domain>kvm</domain><machine>pc-q35-9.1</machine>"
                        + "<arch>x86_64</arch><vcpu max='%s'/></domainCapabilities>";
        Files.writeString(folder.resolve("a.xml"), document.formatted(4));
        Files.writeString(folder.resolve("b.xml"), document.formatted(8));
        String hosts = folder.toString();
        assertThat(Run.of("suggest", "--capabilities", hosts).out()).contains("pc-q35-9.1");
        assertThat(Run.of("suggest", "--capabilities", hosts, "--vcpus", "6").err())
                .contains("6 virtual CPUs are more than the 4");
    }

    @ParameterizedTest
    @CsvSource({
        "--os, plan9, --os cannot be 'plan9'",
        "--arch, x86, unknown architecture 'x86'",
        "--virttype, kwm, unknown virt type 'kwm'",
        "--confidential, sgx, --confidential cannot be 'sgx'",
        "--vcpus, 0, --vcpus must be a number",
        "--memory, much, --memory must be a number",
        "--name, a/b, --name cannot",
        "--format, text, --format cannot be 'text'"
    })
    void strangeWishesAreRefused(String option, String value, String message) {
        Run run = Run.of("suggest", option, value);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("domcaps suggest: ").contains(message).hasLineCount(1);
    }
}
