package org.domcaps.decide.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.decide.RecordedDocuments;
import org.domcaps.document.Arch;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class CpuComparerTest {

    private final CpuComparer comparer = new CpuComparer(false, Arch.X86_64);

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({
        "<model>Westmere</model>, <model>Westmere</model>, identical",
        "<model>Westmere</model>, <model>Nehalem</model>, superset",
        "<model>Nehalem</model>, <model>Westmere</model>, subset",
        "<model>EPYC</model>, <model>Skylake-Client</model>, incompatible",
    })
    void modelsCompareAsSets(String host, String cpu, String relation) {
        assertThat(comparer.compare(offer(host), definition(cpu)).relation().word())
                .isEqualTo(relation);
    }

    @Test
    void bothSidesOfADifferenceAreNamed() {
        CpuComparison found =
                comparer.compare(
                        offer("<model>Nehalem</model><feature policy='require' name='avx'/>"),
                        definition("<model>Westmere</model>"));

        assertThat(found.missing()).containsExactly("aes");
        assertThat(found.extra()).containsExactly("avx");
        assertThat(found.reason()).contains("aes");
    }

    @Test
    void onlyMigratableFeaturesCountIfAsked() {
        CpuOffer host = offer("<model>Nehalem</model><feature policy='require' name='invtsc'/>");
        CpuDefinition cpu =
                definition("<model>Nehalem</model><feature policy='require' name='invtsc'/>");

        assertThat(comparer.compare(host, cpu).relation()).isEqualTo(CpuRelation.IDENTICAL);
        assertThat(new CpuComparer(true, Arch.X86_64).compare(host, cpu).missing())
                .containsExactly("invtsc");
    }

    @Test
    void whatIsNotKnownOfTheCpuIsUnknownAndNotNo() {
        CpuComparison found =
                comparer.compare(
                        offer("<model>EPYC</model>"),
                        definition(
                                "<model>EPYC</model><feature policy='require'"
                                        + " name='of-the-future'/>"));

        assertThat(found.relation()).isEqualTo(CpuRelation.UNKNOWN);
        assertThat(found.unknown()).containsExactly("of-the-future");
        assertThat(
                        comparer.compare(
                                        offer("<model>EPYC</model>"),
                                        definition("<model>Moonbeam</model>"))
                                .relation())
                .isEqualTo(CpuRelation.UNKNOWN);
    }

    @Test
    void modesAreAnsweredByTheDocument() {
        CpuOffer kvm = CpuOffer.of(RecordedDocuments.read("qemu-7.2/default"));
        CpuOffer tcg = CpuOffer.of(RecordedDocuments.read("qemu-11.1/tcg"));

        assertThat(comparer.compare(kvm, read("<cpu mode='host-passthrough'/>")).relation())
                .isEqualTo(CpuRelation.IDENTICAL);
        assertThat(comparer.compare(tcg, read("<cpu mode='host-passthrough'/>")).relation())
                .isEqualTo(CpuRelation.INCOMPATIBLE);
        assertThat(comparer.compare(tcg, read("<cpu mode='maximum'/>")).relation())
                .isEqualTo(CpuRelation.IDENTICAL);
        assertThat(comparer.compare(kvm, read("<cpu mode='host-model'/>")).relation())
                .isEqualTo(CpuRelation.IDENTICAL);
        assertThat(
                        comparer.compare(
                                        kvm,
                                        read(
                                                "<cpu mode='host-model'><feature policy='require'"
                                                        + " name='avx512f'/></cpu>"))
                                .missing())
                .containsExactly("avx512f");
        assertThat(
                        comparer.compare(
                                        offer("<model>EPYC</model>"),
                                        read("<cpu mode='host-passthrough'/>"))
                                .relation())
                .isEqualTo(CpuRelation.UNKNOWN);
    }

    @Test
    void onOtherArchitecturesTheListOfModelsDecides() {
        CpuOffer host =
                document(
                        "s390x",
                        "<model usable='yes'>z13</model><model usable='no'>z16</model>"
                                + "<blockers model='z16'><feature name='nnpa'/></blockers>"
                                + "<model usable='unknown'>z17</model>");

        assertThat(comparer.compare(host, definition("<model>z13</model>")).relation())
                .isEqualTo(CpuRelation.SUPERSET);
        assertThat(comparer.compare(host, definition("<model>z16</model>")).reason())
                .contains("nnpa");
        assertThat(comparer.compare(host, definition("<model>z17</model>")).relation())
                .isEqualTo(CpuRelation.UNKNOWN);
        assertThat(comparer.compare(host, definition("<model>z99</model>")).relation())
                .isEqualTo(CpuRelation.INCOMPATIBLE);
    }

    @Test
    void aNewerPowerProcessorRunsAnOlderModel() {
        CpuOffer host =
                CpuOffer.of(
                        read("<cpu><arch>ppc64le</arch><model>POWER10</model></cpu>"),
                        Optional.empty());

        assertThat(comparer.compare(host, definition("<model>POWER9</model>")).relation())
                .isEqualTo(CpuRelation.SUPERSET);
        assertThat(comparer.compare(host, definition("<model>POWER10</model>")).relation())
                .isEqualTo(CpuRelation.IDENTICAL);
    }

    @Test
    void anotherArchitectureIsIncompatible() {
        assertThat(
                        comparer.compare(
                                        offer("<model>EPYC</model>"),
                                        read("<cpu><arch>aarch64</arch><model>x</model></cpu>"))
                                .reason())
                .contains("aarch64");
    }

    private static CpuOffer document(String arch, String models) {
        String text =
                "<domainCapabilities><domain>kvm</domain><arch>"
                        + arch
                        + "</arch><cpu><mode name='custom' supported='yes'>"
                        + models
                        + "</mode></cpu></domainCapabilities>";
        DomainCapabilities document = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
        return CpuOffer.of(document);
    }

    private static CpuOffer offer(String content) {
        return CpuOffer.of(definition(content), Optional.empty());
    }

    private static CpuDefinition definition(String content) {
        return read("<cpu mode='custom' match='exact'>" + content + "</cpu>");
    }

    private static CpuDefinition read(String cpu) {
        return CpuDefinitionReader.read(XmlReader.read(cpu.getBytes(StandardCharsets.UTF_8)));
    }
}
