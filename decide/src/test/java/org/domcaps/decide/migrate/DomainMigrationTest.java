package org.domcaps.decide.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.CpuFeatures;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.RecordedDocuments;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.document.CpuFeature;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DomainMigrationTest {

    private static final DomainCapabilities HOST = RecordedDocuments.read("qemu-7.2/q35");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<cpu mode='host-model'/>",
                "<cpu mode='host-passthrough'/>",
                "<cpu mode='maximum'/>",
                "<cpu mode='custom' match='exact'><model>486</model></cpu>"
            })
    void aDomainCanMoveToAHostLikeItsOwn(String cpu) {
        assertThat(Judgement.together(judge(cpu, "pc-q35-7.2", Optional.of(HOST), HOST)))
                .isEqualTo(Outcome.YES);
    }

    @Test
    void hostModelMeansWhatTheSourceHas() {
        DomainCapabilities less = without(HOST, "clflushopt");

        List<Judgement> found =
                judge("<cpu mode='host-model'/>", "pc-q35-7.2", Optional.of(HOST), less);
        assertThat(found).extracting(Judgement::id).contains("migrate.cpu.features");
        assertThat(Judgement.together(found)).isEqualTo(Outcome.NO);
        // Where the domain does not run yet, the mode means what the target has.
        assertThat(
                        Judgement.together(
                                judge(
                                        "<cpu mode='host-model'/>",
                                        "pc-q35-7.2",
                                        Optional.empty(),
                                        less)))
                .isEqualTo(Outcome.YES);
        assertThat(
                        Judgement.together(
                                judge(
                                        "<cpu mode='host-model'><feature policy='disable'"
                                                + " name='clflushopt'/></cpu>",
                                        "pc-q35-7.2",
                                        Optional.of(HOST),
                                        less)))
                .isEqualTo(Outcome.YES);
    }

    @Test
    void aFeatureThatTheMapDoesNotKnowIsNamedWhereItIsInTheWay() {
        DomainCapabilities odd = RecordedDocuments.withFeature(HOST, "moon-beam");
        for (String mode : List.of("host-model", "host-passthrough")) {
            List<Judgement> found =
                    judge("<cpu mode='" + mode + "'/>", "pc-q35-7.2", Optional.of(odd), HOST);
            assertThat(Judgement.together(found)).as(mode).isEqualTo(Outcome.UNKNOWN);
            assertThat(found)
                    .filteredOn(each -> each.outcome() == Outcome.UNKNOWN)
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.reasons())
                                    .containsExactly(
                                            new CpuFeatures(
                                                    CpuFeatures.Role.NOT_IN_MAP,
                                                    List.of("moon-beam"))));
        }
        assertThat(outcome("<cpu mode='host-model'/>", odd, odd)).isEqualTo(Outcome.YES);
    }

    @Test
    void hostPassthroughToAnotherProcessorIsNotKnownToWork() {
        DomainCapabilities less = without(HOST, "clflushopt");

        assertThat(outcome("<cpu mode='host-passthrough'/>", less, HOST))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome("<cpu mode='host-passthrough'/>", HOST, less)).isEqualTo(Outcome.NO);
    }

    @Test
    void addressesOfTheHostNeedAsManyBits() {
        DomainCapabilities few = withBits(HOST, 40);

        List<Judgement> found =
                judge("<cpu mode='host-passthrough'/>", "pc-q35-7.2", Optional.of(HOST), few);
        assertThat(found).extracting(Judgement::id).contains("migrate.cpu.address-bits");
        assertThat(
                        outcome(
                                "<cpu mode='host-passthrough'><maxphysaddr mode='passthrough'"
                                        + " limit='40'/></cpu>",
                                HOST,
                                few))
                .isEqualTo(Outcome.YES);
    }

    @Test
    void anAliasMeansTheMachineTypeOfTheSource() {
        DomainCapabilities newer = RecordedDocuments.withMachine(HOST, "pc-q35-9.1");

        List<Judgement> found = judge("", "q35", Optional.of(newer), HOST);
        assertThat(found)
                .filteredOn(each -> each.id().equals("migrate.machine"))
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.NO);
        assertThat(Judgement.together(judge("", "q35", Optional.empty(), HOST)))
                .isEqualTo(Outcome.YES);
        assertThat(Judgement.together(judge("", "q35", Optional.of(HOST), newer)))
                .isEqualTo(Outcome.YES);
    }

    @Test
    void devicesThatTheTargetDoesNotOfferPointIntoTheDefinition() {
        List<Judgement> found =
                new DomainMigration(
                                definition(
                                        "",
                                        "pc-q35-7.2",
                                        "<rng model='nonsense'><backend model='random'>x</backend>"
                                                + "</rng>"),
                                Optional.of(HOST),
                                true)
                        .judge("target", HOST);

        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().place()).isPresent();
        assertThat(Judgement.together(found)).isEqualTo(Outcome.NO);
    }

    private static Outcome outcome(String cpu, DomainCapabilities from, DomainCapabilities to) {
        return Judgement.together(judge(cpu, "pc-q35-7.2", Optional.of(from), to));
    }

    private static List<Judgement> judge(
            String cpu,
            String machine,
            Optional<DomainCapabilities> source,
            DomainCapabilities target) {
        return new DomainMigration(definition(cpu, machine, ""), source, true)
                .judge("target", target);
    }

    private static DomainDefinition definition(String cpu, String machine, String devices) {
        String text =
                "<domain type='kvm'><name>vm</name><vcpu>2</vcpu><os><type arch='x86_64' machine='"
                        + machine
                        + "'>hvm</type></os>"
                        + cpu
                        + "<devices>"
                        + devices
                        + "</devices></domain>";
        return DomainDefinition.read("vm.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static DomainCapabilities without(DomainCapabilities document, String feature) {
        Detail.HostModel model = document.hostModel().orElseThrow();
        List<CpuFeature> features = new ArrayList<>(model.features());
        assertThat(features.removeIf(each -> each.name().equals(feature))).isTrue();
        return withModel(document, model, features, model.maxPhysAddr());
    }

    private static DomainCapabilities withBits(DomainCapabilities document, int bits) {
        Detail.HostModel model = document.hostModel().orElseThrow();
        return withModel(
                document,
                model,
                model.features(),
                Optional.of(new Detail.MaxPhysAddr("passthrough", bits)));
    }

    private static DomainCapabilities withModel(
            DomainCapabilities document,
            Detail.HostModel model,
            List<CpuFeature> features,
            Optional<Detail.MaxPhysAddr> bits) {
        return RecordedDocuments.withHostModel(
                document,
                new Detail.HostModel(
                        model.model(), model.fallback(), model.vendor(), bits, features));
    }
}
