package org.domcaps.decide.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.CpuFeatures;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.RecordedDocuments;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

class MigrationTest {

    private final ProfileJudge judge = new ProfileJudge(new ProfileIndex(), true);

    @Test
    void everyGuestCanStayWhereItIs() {
        for (DomainCapabilities document : RecordedDocuments.several()) {
            HostProfile profile = profile(document);
            assertThat(judge.judge(profile, profile)).isEmpty();
            assertThat(judge.outcome(profile, profile)).isEqualTo(Outcome.YES);
        }
    }

    @Test
    void theMatrixAgreesWithSinglePairs() {
        for (boolean newest : new boolean[] {true, false}) {
            ProfileJudge either = new ProfileJudge(new ProfileIndex(), newest);
            HostSet.Builder<HostProfile> builder = new HostSet.Builder<>();
            List<DomainCapabilities> fleet = fleet(new Random(3), 30);
            for (int i = 0; i < fleet.size(); i++) {
                builder.add("host" + i, either.index().profile(fleet.get(i)));
            }
            HostSet<HostProfile> hosts = builder.build();
            MigrationMatrix matrix = MigrationMatrix.of(hosts, either);
            int size = hosts.groups().size();
            assertThat(size).isGreaterThan(10);
            for (int from = 0; from < size; from++) {
                int targets = 0;
                for (int to = 0; to < size; to++) {
                    List<Judgement> found =
                            either.judge(
                                    hosts.groups().get(from).content(),
                                    hosts.groups().get(to).content());
                    assertThat(matrix.outcome(from, to)).isEqualTo(Judgement.together(found));
                    assertThat(matrix.obstacle(from, to).isPresent())
                            .isEqualTo(matrix.outcome(from, to) != Outcome.YES);
                    HostGroup<HostProfile> group = hosts.groups().get(to);
                    targets +=
                            matrix.outcome(from, to) == Outcome.YES
                                    ? group.size() - (from == to ? 1 : 0)
                                    : 0;
                }
                assertThat(matrix.targets(from)).isEqualTo(targets);
            }
        }
    }

    @Test
    void aMissingFeatureIsNamedWithWhatToSwitchOff() {
        DomainCapabilities full = RecordedDocuments.read("qemu-7.2/default");
        DomainCapabilities less = without(full, "clflushopt");
        List<Judgement> found = judge.judge(profile(full), profile(less));

        assertThat(found).extracting(Judgement::id).containsExactly("migrate.cpu.features");
        assertThat(found.getFirst().outcome()).isEqualTo(Outcome.NO);
        assertThat(remedies(found).getFirst().values()).containsExactly("clflushopt");
        assertThat(judge.outcome(profile(less), profile(full))).isEqualTo(Outcome.YES);
    }

    @Test
    void aFeatureThatTheMapDoesNotKnowIsUnknownUnlessTheTargetNamesItToo() {
        DomainCapabilities plain = RecordedDocuments.read("qemu-7.2/default");
        DomainCapabilities odd = RecordedDocuments.withFeature(plain, "moon-beam");
        List<Judgement> found = judge.judge(profile(odd), profile(plain));

        assertThat(found).extracting(Judgement::id).containsExactly("migrate.cpu.features");
        assertThat(found.getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(found.getFirst().message()).contains("moon-beam");
        assertThat(found.getFirst().reasons())
                .containsExactly(
                        new CpuFeatures(CpuFeatures.Role.NOT_IN_MAP, List.of("moon-beam")));
        assertThat(judge.outcome(profile(odd), profile(odd))).isEqualTo(Outcome.YES);
        assertThat(judge.outcome(profile(plain), profile(odd))).isEqualTo(Outcome.YES);
    }

    @Test
    void switchingOffWhatTheRemedyNamesMakesTheMoveWork() {
        Random random = new Random(4);
        int tried = 0;
        for (int round = 0; round < 40; round++) {
            List<DomainCapabilities> pair = fleet(random, 2);
            List<Judgement> found = judge.judge(profile(pair.get(0)), profile(pair.get(1)));
            boolean cpuOnly =
                    found.stream()
                            .filter(each -> each.outcome() != Outcome.YES)
                            .allMatch(each -> each.id().equals(Axis.CPU.id()));
            if (!cpuOnly || remedies(found).isEmpty()) {
                continue;
            }
            tried++;
            DomainCapabilities changed = pair.get(0);
            for (String feature : remedies(found).getFirst().values()) {
                changed = without(changed, feature);
            }
            assertThat(judge.outcome(profile(changed), profile(pair.get(1))))
                    .isEqualTo(Outcome.YES);
        }
        assertThat(tried).isPositive();
    }

    @Test
    void anOlderMachineTypeIsThereOnlyIfTheDocumentsAreAboutTheNewest() {
        DomainCapabilities nine =
                RecordedDocuments.withMachine(RecordedDocuments.read("qemu-7.2/q35"), "pc-q35-9.1");
        DomainCapabilities ten =
                RecordedDocuments.withMachine(
                        RecordedDocuments.read("qemu-7.2/q35"), "pc-q35-10.0");
        ProfileJudge careful = new ProfileJudge(judge.index(), false);

        assertThat(judge.outcome(profile(nine), profile(ten))).isEqualTo(Outcome.YES);
        assertThat(judge.outcome(profile(ten), profile(nine))).isEqualTo(Outcome.NO);
        assertThat(careful.outcome(profile(nine), profile(ten))).isEqualTo(Outcome.UNKNOWN);
        assertThat(remedies(judge.judge(profile(ten), profile(nine))).getFirst().values())
                .containsExactly("pc-q35-9.1");
    }

    @Test
    void whatOnlyTheSourceOffersIsAWarningAndWhatIsNotReportedIsNotKnown() {
        DomainCapabilities source =
                read(
                        "<disk supported='yes'><enum"
                            + " name='bus'><value>virtio</value><value>nvme</value></enum></disk><panic"
                            + " supported='yes'><enum"
                            + " name='model'><value>isa</value></enum></panic><crypto"
                            + " supported='yes'><enum name='model'><value>virtio</value></enum>"
                            + "</crypto>");
        DomainCapabilities target =
                read(
                        "<disk supported='yes'><enum name='bus'><value>virtio</value></enum></disk>"
                                + "<crypto supported='no'/>");
        List<Judgement> found =
                judge.judge(profile(source), profile(target)).stream()
                        .filter(each -> each.id().startsWith(Axis.OFFER.id()))
                        .toList();

        assertThat(found)
                .extracting(each -> each.id() + " " + each.outcome())
                .containsExactly(
                        "migrate.offer.devices.crypto.model YES",
                        "migrate.offer.devices.disk.bus YES",
                        "migrate.offer.devices.panic.model UNKNOWN");
        assertThat(found.get(1).message()).contains("nvme").doesNotContain("virtio");
    }

    @Test
    void armHostsUnderKvmAreNotKnownToBeAlike() {
        DomainCapabilities arm =
                read(
                        "",
                        "<domain>kvm</domain><machine>virt-8.2</machine><arch>aarch64</arch>",
                        "<mode name='host-passthrough' supported='yes'/>"
                                + "<mode name='host-model' supported='no'/>");
        HostSet.Builder<HostProfile> two = new HostSet.Builder<>();
        two.add("a", profile(arm));
        two.add("b", profile(arm));

        assertThat(MigrationMatrix.of(two.build(), judge).outcome(0, 0)).isEqualTo(Outcome.UNKNOWN);
        assertThat(MigrationMatrix.of(HostSet.of("a", profile(arm)), judge).outcome(0, 0))
                .isEqualTo(Outcome.YES);
    }

    private HostProfile profile(DomainCapabilities document) {
        return judge.index().profile(document);
    }

    private static List<Remedy> remedies(List<Judgement> found) {
        List<Remedy> remedies = new ArrayList<>();
        for (Judgement judgement : found) {
            for (Reason reason : judgement.reasons()) {
                if (reason instanceof Remedy remedy) {
                    remedies.add(remedy);
                }
            }
        }
        return remedies;
    }

    private static DomainCapabilities without(DomainCapabilities document, String feature) {
        var model = document.hostModel().orElseThrow();
        List<org.domcaps.document.CpuFeature> features = new ArrayList<>(model.features());
        features.removeIf(each -> each.name().equals(feature));
        features.add(
                new org.domcaps.document.CpuFeature(
                        org.domcaps.document.FeaturePolicy.DISABLE, feature));
        return RecordedDocuments.withHostModel(
                document,
                new org.domcaps.document.Detail.HostModel(
                        model.model(),
                        model.fallback(),
                        model.vendor(),
                        model.maxPhysAddr(),
                        features));
    }

    private static List<DomainCapabilities> fleet(Random random, int size) {
        List<DomainCapabilities> several = RecordedDocuments.several();
        List<DomainCapabilities> fleet = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            fleet.add(
                    RecordedDocuments.varied(several.get(random.nextInt(several.size())), random));
        }
        return fleet;
    }

    private static DomainCapabilities read(String devices) {
        return read(
                devices,
                "<domain>qemu</domain><machine>pc-q35-9.1</machine><arch>x86_64</arch>",
                "<mode name='host-model' supported='yes'><model fallback='forbid'>qemu64</model>"
                        + "</mode>");
    }

    private static DomainCapabilities read(String devices, String head, String cpu) {
        String text =
                "<domainCapabilities>"
                        + head
                        + "<cpu>"
                        + cpu
                        + "</cpu><devices>"
                        + devices
                        + "</devices></domainCapabilities>";
        DomainCapabilities document = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
        return RecordedDocuments.with(document, new EnumMap<>(document.blocks()));
    }
}
