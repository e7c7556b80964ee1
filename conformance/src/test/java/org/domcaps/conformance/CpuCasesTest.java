package org.domcaps.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.Release;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder with a made-up processor: an Intel one with fpu, vme, pse and tsc, which is a 486 with
/// tsc.
class CpuCasesTest {

    private static final String DUMP =
            """
            <cpudata arch='x86'>
              <cpuid eax_in='0x00000000' ecx_in='0x00' eax='0x1' ebx='0x756e6547' ecx='0x6c65746e' edx='0x49656e69'/>
              <cpuid eax_in='0x00000001' ecx_in='0x00' eax='0x00000403' ebx='0x0' ecx='0x0' edx='0x0000001b'/>
            </cpudata>
            """;

    private static final String GUEST =
            """
            <cpu mode='custom' match='exact'>
              <model fallback='forbid'>486</model>
              <vendor>Intel</vendor>
              <feature policy='require' name='tsc'/>
            </cpu>
            """;

    private static final String HOST =
            """
            <cpu>
              <arch>x86_64</arch>
              <model>486</model>
              <vendor>Intel</vendor>
              <feature name='tsc'/>
            </cpu>
            """;

    private static final String JSON =
            """
            {"return": {"model": {"name": "base", "props": {"fpu": true, "vme": true, "pse": true, "de": false,
              "tsc": true, "vendor": "GenuineIntel", "family": 4, "model": 0, "stepping": 3, "x": 1.5, "y": null}}}}

            {"return": [{"name": "486", "unavailable-features": []}]}
            """;

    @TempDir private Path tests;

    private Path folder;

    @BeforeEach
    void lookLikeTheFolder() throws IOException {
        folder = Files.createDirectory(tests.resolve("cputestdata"));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> run() {
        List<String> lines = new ArrayList<>();
        new Conformance(tests, Optional.empty(), _ -> true).run(result -> lines.add(line(result)));
        return lines;
    }

    private static String line(CaseResult result) {
        return switch (result) {
            case CaseResult.Passed passed -> "passed " + passed.name();
            case CaseResult.Failed failed -> "failed " + failed.name() + ": " + failed.computed();
            case CaseResult.Broken broken -> "broken " + broken.name() + ": " + broken.why();
            case CaseResult.Skipped skipped -> "skipped " + skipped.name() + ": " + skipped.why();
        };
    }

    private void processor() throws IOException {
        file("x86_64-cpuid-Old.xml", DUMP);
        file(
                "x86_64-cpuid-Old-host.xml",
                HOST.replace(
                        "  <feature",
                        "  <signature family='4' model='0' stepping='3'/>\n  <feature"));
        file("x86_64-cpuid-Old-guest.xml", GUEST);
        file(
                "x86_64-cpuid-Old.sig",
                "000403\nfamily:     4 (0x04)\nmodel:      0 (0x00)\nstepping:   3 (0x03)\n");
        file("x86_64-cpuid-Old.json", JSON);
        file("x86_64-cpuid-Old-json.xml", GUEST);
        file("x86_64-cpuid-Old-enabled.xml", DUMP);
        file("x86_64-cpuid-Old-disabled.xml", "<cpudata arch='x86'/>");
    }

    @Test
    void everyKindOfAProcessorIsReplayedInOrder() throws IOException {
        processor();
        assertThat(run())
                .containsExactly(
                        "passed x86_64-cpuid-Old-guest",
                        "passed x86_64-cpuid-Old-host",
                        "passed x86_64-cpuid-Old-json",
                        "passed x86_64-cpuid-Old-json-signature",
                        "passed x86_64-cpuid-Old-live-update",
                        "passed x86_64-cpuid-Old-signature");
    }

    @Test
    void onlyCasesWithTheirFilesAreThere() throws IOException {
        file("x86_64-cpuid-Old.xml", DUMP);
        file("x86_64-cpuid-Old.sig", "000403\n");
        file("unrelated.txt", "");
        assertThat(run())
                .singleElement()
                .asString()
                .startsWith("failed x86_64-cpuid-Old-signature: 000403\nfamily:");
    }

    @Test
    void anotherResultFailsAndABrokenFileBreaksItsCase() throws IOException {
        processor();
        file("x86_64-cpuid-Old-host.xml", "<cpu/>\n");
        file("x86_64-cpuid-Old.json", "{\"return\": {}}");
        assertThat(run())
                .anyMatch(line -> line.startsWith("failed x86_64-cpuid-Old-host: <cpu>"))
                .contains(
                        "broken x86_64-cpuid-Old-json: internal error: no model in the recorded"
                                + " replies");
    }

    @Test
    void aResultWithoutTheListedModelsIsAsGood() throws IOException {
        processor();
        file("x86_64-cpuid-Old.json", JSON.replace("\"486\"", "\"pentium\""));
        assertThat(run()).contains("passed x86_64-cpuid-Old-guest", "passed x86_64-cpuid-Old-json");
    }

    @Test
    void twoDefinitionsOfTheFolderMustHaveTheBaseline() throws IOException {
        processor();
        file("x86_64-cpuid-baseline-Old+New.xml", GUEST);
        assertThat(run())
                .anyMatch(line ->
                        line.startsWith("skipped x86_64-cpuid-baseline-Old+New: no file names"));
        file("x86_64-cpuid-New-json.xml", GUEST.replace("tsc", "msr"));
        file(
                "x86_64-cpuid-baseline-Old+New.xml",
                "<cpu mode='custom' match='exact'>\n"
                        + "  <model fallback='forbid'>486</model>\n"
                        + "  <vendor>Intel</vendor>\n"
                        + "</cpu>\n");
        assertThat(run()).contains("passed x86_64-cpuid-baseline-Old+New");
    }

    @Test
    void baselinesAreFoundByTheirResults() throws IOException {
        file("x86_64-baseline-one.xml", "<cpuTest>" + HOST + "</cpuTest>");
        file("x86_64-baseline-one-result.xml", GUEST);
        file(
                "x86_64-baseline-one-expanded.xml",
                GUEST.replace(
                        "  <feature policy='require' name='tsc'/>\n",
                        "  <feature policy='require' name='fpu'/>\n"
                                + "  <feature policy='require' name='pse'/>\n"
                                + "  <feature policy='require' name='tsc'/>\n"
                                + "  <feature policy='require' name='vme'/>\n"));
        file("x86_64-baseline-one-migratable.xml", GUEST);
        file(
                "x86_64-baseline-two.xml",
                "<cpuTest>" + HOST + HOST.replace("Intel", "AMD") + "</cpuTest>");
        file("x86_64-baseline-same.xml", "<cpuTest>" + HOST + "</cpuTest>");
        assertThat(run())
                .containsExactly(
                        "passed x86_64-baseline-one-expanded",
                        "passed x86_64-baseline-one-migratable",
                        "passed x86_64-baseline-one-result",
                        "failed x86_64-baseline-same: " + GUEST,
                        "passed x86_64-baseline-two");
    }

    @Test
    void joinedNamesAreTakenApartWhereBothFilesAre() throws IOException {
        file("x86_64-host.xml", HOST);
        file("x86_64-model.xml", "<cpu mode='host-model'/>");
        String settled = GUEST.replace("forbid", "allow");
        file("x86_64-host+model.xml", settled);
        file("x86_64-host+host+model-result.xml", settled);
        file("x86_64-host+model,list-result.xml", settled);
        file("x86_64-host+nobody.xml", settled);
        String why = "the two definitions that its name joins are not in the folder";
        assertThat(run())
                .containsExactly(
                        "passed x86_64-host+host+model-result",
                        "passed x86_64-host+model",
                        "passed x86_64-host+model,list-result",
                        "skipped x86_64-host+nobody: " + why);
    }

    @Test
    void architecturesWithoutRulesAreSkipped() throws IOException {
        file("sparc-host+guest.xml", GUEST);
        assertThat(run())
                .containsExactly(
                        "skipped sparc-host+guest: libvirt has no CPU rules for the architecture");
    }

    @Test
    void definitionsOfOtherArchitecturesAreReplayedByTheirOwnRules() throws IOException {
        String guest = "<cpu match='exact'><model>POWER7</model></cpu>";
        String settled =
                """
                <cpu mode='custom' match='exact'>
                  <model fallback='allow'>POWER7</model>
                </cpu>
                """;
        file("ppc64-host.xml", "<cpu><arch>ppc64</arch><model>POWER7</model></cpu>");
        file("ppc64-guest.xml", guest);
        file("ppc64-old.xml", guest.replace("POWER7", "POWER7_v2.3"));
        file("ppc64-host+guest.xml", settled);
        file("ppc64-host+old,list-result.xml", settled);
        file(
                "ppc64-baseline-two.xml",
                "<cpuTest><cpu><arch>ppc64</arch><model>POWER7</model></cpu>"
                        + "<cpu><arch>ppc64</arch><model>POWER8</model></cpu></cpuTest>");
        file(
                "ppc64-baseline-vendor.xml",
                "<cpuTest><cpu><arch>ppc64</arch><model>POWER7</model><vendor>Nobody</vendor></cpu>"
                        + "</cpuTest>");
        assertThat(run())
                .containsExactly(
                        "passed ppc64-baseline-two",
                        "passed ppc64-baseline-vendor",
                        "passed ppc64-host+guest",
                        "passed ppc64-host+old,list-result");
    }

    @Test
    void aModelWithoutNameIsOfAnOlderRelease() throws IOException {
        file("ppc64-host.xml", "<cpu><arch>ppc64</arch><model>POWER7</model></cpu>");
        file("ppc64-guest.xml", "<cpu mode='host-model'><model fallback='allow'/></cpu>");
        file("ppc64-host+guest.xml", "<cpu mode='host-model'><model fallback='allow'/></cpu>");
        assertThat(run())
                .singleElement()
                .asString()
                .startsWith("skipped ppc64-host+guest: the file has a <model> without a name");
    }

    @Test
    void onlyChosenCasesRun() throws IOException {
        processor();
        List<String> names = new ArrayList<>();
        new Conformance(tests, Optional.of(Release.OLDEST), name -> name.endsWith("-host"))
                .run(result -> names.add(result.name()));
        assertThat(names).containsExactly("x86_64-cpuid-Old-host");
    }

    @Test
    void aFolderOfNothingIsRefused() throws IOException {
        Files.delete(folder);
        assertThatThrownBy(this::run)
                .isInstanceOf(ConformanceException.class)
                .hasMessageContaining("cputestdata");
    }

    @Test
    void theSharedCorpusPasses() {
        Optional<Path> corpus = Corpus.find("corpus/tests");
        assumeTrue(corpus.isPresent(), Corpus.MISSING);
        List<String> lines = new ArrayList<>();
        new CpuCases(corpus.get(), Release.OLDEST, _ -> true)
                .run(result -> lines.add(line(result)));
        assertThat(lines).noneMatch(line -> line.startsWith("failed") || line.startsWith("broken"));
        assertThat(lines.stream().filter(line -> line.startsWith("passed")))
                .hasSizeGreaterThan(200);
        assertThat(lines.stream().filter(line -> line.startsWith("skipped")))
                .allMatch(line ->
                        line.contains("<model> without a name") || line.contains("cpuid-baseline"));
    }
}
