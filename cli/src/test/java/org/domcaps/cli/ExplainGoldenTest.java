package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.library.DriverFactory;
import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Pages about the project's own recordings of real machines.
class ExplainGoldenTest {

    private static final Path RECORDINGS = Path.of("../qemu/src/test/resources/recordings");
    private static final Path PAGES = Path.of("src/test/resources/explain");

    @TempDir Path folder;

    /// A bundle as `domcaps record` wrote it.
    private Path bundle(String name) throws IOException {
        Path bundle = Files.createDirectories(folder.resolve(name));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(RECORDINGS.resolve(name))) {
            for (Path file : files) {
                String plain = file.getFileName().toString();
                if (plain.endsWith(".gz")) {
                    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        Files.copy(in, bundle.resolve(plain.substring(0, plain.length() - 3)));
                    }
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, bundle.resolve(plain));
                }
            }
        }
        return bundle;
    }

    private static Run run(List<String> words) {
        DriverFactory drivers = DriverFactory.ofThisProcess();
        FakeBackend backend =
                new FakeBackend() {
                    @Override
                    public Sources sources() {
                        return drivers::open;
                    }
                };
        return Run.of(new FakeShell(), backend, words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "overview-kvm, qemu-7.2, 0, ''",
        "overview-q35, qemu-11.1, 0, --machine q35",
        "overview-no-kvm, qemu-11.1-tcg, 0, ''",
        "overview-10.7, qemu-7.2, 0, --generation 10.7",
        "tpm-emulator, qemu-7.2, 0, devices.tpm.backendModel.emulator",
        "tpm, qemu-11.1-tcg, 0, devices.tpm",
        "rdp, qemu-11.1, 1, devices.graphics.type.rdp",
        "kvm-missing, qemu-11.1-tcg, 1, virttype.kvm",
        "firmware, qemu-7.2, 0, firmware --machine q35",
        "secure-boot, qemu-7.2, 1, os.firmwareFeatures.secureBoot.yes --machine pc",
        "epyc-genoa, qemu-10.0, 1, cpu.custom.EPYC-Genoa --machine q35",
        "epyc-tcg, qemu-11.1-tcg, 1, EPYC-Rome",
        "host-model, qemu-7.2, 1, cpu.host-model.pni cpu.host-model.sse2 avx512f",
        "machines, qemu-7.2, 1, machine.q35 machine.pc-q35-99.0",
        "tdx, qemu-11.1, 1, features.tdx features.sev",
        "vcpu, qemu-7.2, 0, vcpu --machine q35",
        "vcpu-tcg, qemu-7.2, 0, vcpu.max --virttype qemu",
        "head, qemu-7.2, 0, path domain arch --machine q35",
        "address-size, qemu-7.2, 0, maxphysaddr",
        "address-size-tcg, qemu-7.2, 1, cpu.host-model.maxphysaddr@limit --virttype qemu",
        "sev-numbers, qemu-7.2, 1, features.sev.maxGuests",
        "hyperv-defaults, qemu-11.1, 1, features.hyperv.defaults",
        "model-attributes, qemu-7.2, 0, cpu.custom.EPYC-Rome@vendor cpu.custom.EPYC-Rome.blockers"
    })
    void pagesAreAsTheyWere(String name, String bundle, int code, String words) throws IOException {
        List<String> line = new ArrayList<>(List.of("explain"));
        line.addAll(List.of("--replay", bundle(bundle).toString()));
        line.addAll(words.isEmpty() ? List.of() : List.of(words.split(" ")));
        Run run = run(line);

        assertThat(run.err()).isEmpty();
        Golden.check(PAGES.resolve(name + ".txt"), run.out());
        assertThat(run.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "document-model, default-10.7, 1, cpu.custom.EPYC-Rome",
        "document-value, q35, 0, devices.tpm.backendModel.emulator",
        "document-unknown, default-10.7, 3, devices.console machine.q35",
        "document-overview, tcg, 0, ''",
        "document-numbers, q35, 3, vcpu features.hyperv.defaults.spinlocks",
        "document-no-sev, q35, 1, features.sev.cbitpos",
        "document-model-attributes, default, 0, cpu.custom.EPYC@vendor cpu.host-model.model"
    })
    void aDocumentAloneIsExplainedWithoutGuessing(
            String name, String document, int code, String words) {
        List<String> line = new ArrayList<>(List.of("explain"));
        line.add("--document");
        line.add(
                RECORDINGS
                        .resolve("qemu-7.2/cases")
                        .resolve(document)
                        .resolve("expected.xml")
                        .toString());
        line.addAll(words.isEmpty() ? List.of() : List.of(words.split(" ")));
        Run run = run(line);

        assertThat(run.err()).isEmpty();
        Golden.check(PAGES.resolve(name + ".txt"), run.out());
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void theSchemasDescribeTheJson() throws IOException {
        String bundle = bundle("qemu-7.2").toString();
        Run page = run(List.of("explain", "--replay", bundle, "--format", "json"));
        assertThat(page.code()).isZero();
        new PublishedSchema("explain-overview").assertDescribes(page.out());

        Run found =
                run(
                        List.of(
                                "explain",
                                "--replay",
                                bundle,
                                "--format",
                                "json",
                                "devices.tpm",
                                "cpu.custom.EPYC",
                                "vcpu",
                                "features.sev.cbitpos",
                                "firmware"));
        assertThat(found.code()).isEqualTo(1);
        new PublishedSchema("explain").assertDescribes(found.out());
        Golden.check(
                PAGES.resolve("tpm-emulator.json"),
                run(List.of(
                                "explain",
                                "--replay",
                                bundle,
                                "--format",
                                "json",
                                "devices.tpm.backendModel.emulator"))
                        .out());
    }

    @Test
    void numbersAreInTheJson() throws IOException {
        Golden.check(
                PAGES.resolve("vcpu.json"),
                run(List.of(
                                "explain",
                                "--replay",
                                bundle("qemu-7.2").toString(),
                                "--format",
                                "json",
                                "vcpu"))
                        .out());
    }
}
