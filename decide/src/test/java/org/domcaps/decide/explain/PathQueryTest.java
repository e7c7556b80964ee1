package org.domcaps.decide.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.explain.PathQuery.Match;
import org.domcaps.document.Block;
import org.domcaps.document.CpuFeature;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Extras;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
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

    private static CpuModel epyc() {
        return new CpuModel(
                "EPYC",
                CpuModel.Usable.NO,
                Support.NOT_REPORTED,
                Optional.of("AMD"),
                Optional.empty(),
                List.of("avx"),
                Extras.NONE);
    }

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
                        Block.of(List.of(), new Detail.CustomModels(List.of(epyc())))),
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
    void attributesStandBehindAnAtSignOrADot() {
        assertThat(asked("cpu.host-model.model@fallback"))
                .containsExactly("cpu.host-model.model@fallback");
        assertThat(asked("cpu.host-model.model.fallback"))
                .containsExactly("cpu.host-model.model@fallback");
        assertThat(asked("fallback")).containsExactly("cpu.host-model.model@fallback");
        assertThat(asked("vcpu")).containsExactly("vcpu@max");
        assertThat(found("vcpu").truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(asked("maxphysaddr"))
                .containsExactly(
                        "cpu.host-model.maxphysaddr@mode", "cpu.host-model.maxphysaddr@limit");
        for (String model : List.of("cpu.host-model.model", "host-model.model")) {
            assertThat(asked(model)).containsExactly("cpu.host-model.model");
            assertThat(found(model).below())
                    .extracting(Finding::path)
                    .containsExactly("cpu.host-model.model@fallback");
        }
    }

    @Test
    void whatIsSaidOfModelsIsNamedButNotListed() {
        assertThat(asked("cpu.custom.EPYC@vendor")).containsExactly("cpu.custom.EPYC@vendor");
        assertThat(found("cpu.custom.EPYC@vendor").asked().getFirst().value()).contains("AMD");
        assertThat(asked("EPYC@vendor")).containsExactly("cpu.custom.EPYC@vendor");
        assertThat(found("cpu.custom.EPYC").below())
                .extracting(Finding::path)
                .containsExactly(
                        "cpu.custom.EPYC@usable",
                        "cpu.custom.EPYC@deprecated",
                        "cpu.custom.EPYC@vendor",
                        "cpu.custom.EPYC@canonical");
        assertThat(found("cpu.custom").below())
                .extracting(Finding::path)
                .noneMatch(path -> path.contains("@"));
        assertThat(found("cpu.custom.EPYC.blockers").below())
                .extracting(Finding::path)
                .containsExactly("cpu.custom.EPYC.blockers@model", "cpu.custom.EPYC.blockers.avx");
        assertThat(query.paths()).noneMatch(path -> path.startsWith("cpu.custom.EPYC."));
        // The short name of a feature is not taken by the models that it blocks.
        assertThat(asked("avx")).containsExactly("cpu.host-model.avx");
        assertThat(asked("cpu.custom.Skylake-Client@vendor"))
                .containsExactly("cpu.custom.Skylake-Client");
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
                        "cpu.custom.Nosuch@vendor",
                        "cpu.custom.Skylake-Client@colour",
                        "vcpu@min",
                        "cpu.host-model.nosuch",
                        "virttype.nosuch")) {
            assertThat(query.find(path)).as(path).isEqualTo(new Match.Nothing());
        }
    }
}
