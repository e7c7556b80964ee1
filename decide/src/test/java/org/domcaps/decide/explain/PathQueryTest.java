package org.domcaps.decide.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.explain.PathQuery.Match;
import org.domcaps.document.Block;
import org.domcaps.document.CpuFeature;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.document.ValueEnum;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Truth;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class PathQueryTest {

    private static final Explanation EXPLANATION =
            DocumentFindings.explain(document(), Release.NEWEST);

    private final PathQuery query = new PathQuery(EXPLANATION);

    private static DomainCapabilities document() {
        Detail hostModel =
                new Detail.HostModel(
                        "EPYC",
                        "forbid",
                        Optional.of("AMD"),
                        Optional.empty(),
                        List.of(
                                new CpuFeature(FeaturePolicy.REQUIRE, "x2apic"),
                                new CpuFeature(FeaturePolicy.DISABLE, "monitor")));
        return new DomainCapabilities(
                Optional.of("/usr/bin/qemu"),
                Optional.of("kvm"),
                Optional.of("pc-q35-9.1"),
                Optional.of("x86_64"),
                OptionalLong.empty(),
                Map.of(
                        Element.TPM,
                        Block.of(
                                List.of(
                                        new ValueEnum("model", List.of("tpm-crb")),
                                        new ValueEnum("backendModel", List.of("passthrough"))),
                                new Detail.None()),
                        Element.SEV,
                        Block.of(false),
                        Element.HOST_MODEL,
                        Block.of(List.of(), hostModel),
                        Element.CUSTOM,
                        Block.of(List.of(), new Detail.CustomModels(List.of()))),
                Map.of());
    }

    private Match.Found found(String path) {
        assertThat(query.find(path)).isInstanceOf(Match.Found.class);
        return (Match.Found) query.find(path);
    }

    private List<String> asked(String path) {
        return found(path).asked().stream().map(Finding::path).toList();
    }

    @Test
    void aWholePathIsItselfWithEverythingBelowIt() {
        Match.Found found = found("devices.tpm");

        assertThat(found.asked()).extracting(Finding::path).containsExactly("devices.tpm");
        assertThat(found.below())
                .extracting(Finding::path)
                .contains("devices.tpm.model", "devices.tpm.backendModel.emulator")
                .allMatch(path -> path.startsWith("devices.tpm."));
        assertThat(found.truth()).isEqualTo(Truth.YES);
    }

    @Test
    void aContainerAsksForNothingByItself() {
        Match.Found found = found("devices");

        assertThat(found.asked()).isEmpty();
        assertThat(found.below()).extracting(Finding::path).contains("devices.tpm");
        assertThat(found.truth()).isEqualTo(Truth.YES);
        assertThat(found("features").truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void theEndOfAPathIsEnough() {
        assertThat(asked("tpm")).containsExactly("devices.tpm");
        assertThat(asked("backendModel.emulator"))
                .containsExactly("devices.tpm.backendModel.emulator");
        assertThat(asked("x2apic")).containsExactly("cpu.host-model.x2apic");
    }

    @Test
    void theBeginningOfAPathIsEnough() {
        assertThat(asked("devices.tpm.back"))
                .containsExactly("devices.tpm.backendModel", "devices.tpm.backendVersion");
        assertThat(asked("tpm.mod")).containsExactly("devices.tpm.model");
        assertThat(asked("machine.")).containsExactly("machine.pc-q35-9.1");
    }

    @Test
    void onePathThatIsMissingMakesTheAnswerNo() {
        assertThat(found("devices.tpm.backendModel.emulator").truth()).isEqualTo(Truth.NO);
        assertThat(found("features.sev").truth()).isEqualTo(Truth.NO);
        // The value virtio of several enums, none of which the document reports.
        assertThat(found("virtio").truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void namesOfOpenSetsNeedNotBeListed() {
        assertThat(asked("machine.pc-i440fx-9.1")).containsExactly("machine.pc-i440fx-9.1");
        assertThat(found("machine.pc-i440fx-9.1").truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(found("virttype.qemu").truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(found("cpu.custom.Skylake-Client").truth()).isEqualTo(Truth.NO);
        assertThat(asked("Skylake-Client")).containsExactly("cpu.custom.Skylake-Client");
    }

    @Test
    void featuresOfTheModelBehindHostModelAreKnownThoughNotListed() {
        assertThat(found("cpu.host-model.avx2").truth()).isEqualTo(Truth.YES);
        assertThat(found("cpu.host-model.avx512f").truth()).isEqualTo(Truth.NO);
        assertThat(found("cpu.host-model.monitor").truth()).isEqualTo(Truth.NO);
    }

    @Test
    void whatNoDocumentCouldSayIsNothing() {
        for (String path :
                List.of(
                        "",
                        ".",
                        "tmp",
                        "devices.tmp",
                        "cpu.custom.Nosuch",
                        "cpu.host-model.nosuch",
                        "virttype.nosuch")) {
            assertThat(query.find(path)).as(path).isEqualTo(new Match.Nothing());
        }
    }
}
