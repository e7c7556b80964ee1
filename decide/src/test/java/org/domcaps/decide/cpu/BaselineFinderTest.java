package org.domcaps.decide.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.RecordedDocuments;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.testkit.Golden;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class BaselineFinderTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/domcaps/decide/cpu");
    private final BaselineFinder finder = new BaselineFinder(false, Arch.X86_64);

    @Test
    void theBaselineOfRealEmulatorsIsAsExpected() {
        HostSet<CpuOffer> hosts = set(RecordedDocuments.several());
        Baseline baseline = finder.find(hosts);
        StringBuilder text = new StringBuilder(CpuDefinitionWriter.write(baseline.cpu()));
        text.append("lost: ").append(baseline.lost()).append('\n');
        for (HostShare share : baseline.shares()) {
            text.append(share.group().label())
                    .append(": lacks ")
                    .append(share.lacking())
                    .append(", alone costs ")
                    .append(share.gain())
                    .append('\n');
        }
        Golden.check(GOLDEN.resolve("baseline.txt"), text.toString());
    }

    @Test
    void itDoesNotDependOnTheOrderOfTheHosts() {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            List<DomainCapabilities> documents = fleet(random, 7);
            Baseline first = finder.find(set(documents));
            Collections.shuffle(documents, random);
            Baseline second = finder.find(set(documents));
            assertThat(second.cpu()).isEqualTo(first.cpu());
            assertThat(second.features()).isEqualTo(first.features());
            assertThat(second.lost()).isEqualTo(first.lost());
        }
    }

    @Test
    void repeatingHostsChangesNothing() {
        List<DomainCapabilities> documents = fleet(new Random(6), 5);
        Baseline once = finder.find(set(documents));
        List<DomainCapabilities> repeated = new ArrayList<>(documents);
        repeated.addAll(documents);
        repeated.add(documents.getFirst());

        assertThat(finder.find(set(repeated)).cpu()).isEqualTo(once.cpu());
    }

    @Test
    void everyHostPassesCompareAgainstTheBaselineThatItIsPartOf() {
        CpuComparer comparer = new CpuComparer(false, Arch.X86_64);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            HostSet<CpuOffer> hosts = set(fleet(random, 6));
            Baseline baseline = finder.find(hosts);
            for (CpuOffer host : hosts.contents()) {
                assertThat(comparer.compare(host, baseline.cpu()).relation().runs())
                        .isEqualTo(Outcome.YES);
            }
        }
    }

    @Test
    void whatAHostAloneCostsIsWhatTheBaselineGainsWithoutIt() {
        Random random = new Random(8);
        for (int round = 0; round < 10; round++) {
            HostSet<CpuOffer> hosts = set(fleet(random, 5));
            Baseline all = finder.find(hosts);
            for (HostShare share : all.shares()) {
                HostSet.Builder<CpuOffer> others = new HostSet.Builder<>();
                hosts.groups().stream()
                        .filter(group -> !group.equals(share.group()))
                        .forEach(group ->
                                group.hosts().forEach(host -> others.add(host, group.content())));
                Baseline without = finder.find(others.build());
                List<String> gained = new ArrayList<>(without.features());
                gained.removeAll(all.features());
                assertThat(share.gain()).isEqualTo(gained);
                assertThat(share.without().isPresent()).isEqualTo(!gained.isEmpty());
            }
        }
    }

    @Test
    void aSingleHostIsItsOwnBaseline() {
        DomainCapabilities document = RecordedDocuments.read("qemu-7.2/default");
        Baseline baseline = finder.find(set(List.of(document)));
        CpuOffer offer = CpuOffer.of(document);

        assertThat(new CpuComparer(false, Arch.X86_64).compare(offer, baseline.cpu()).relation())
                .isEqualTo(CpuRelation.IDENTICAL);
        assertThat(baseline.lost()).isEmpty();
        assertThat(baseline.shares().getFirst().gain()).isEmpty();
    }

    @Test
    void theSmallestAddressSizeIsTheLimitIfEveryHostTellsIts() {
        List<DomainCapabilities> documents =
                List.of(
                        RecordedDocuments.read("qemu-7.2/default"),
                        RecordedDocuments.varied(
                                RecordedDocuments.read("qemu-7.2/default"), new Random(1)));
        Baseline baseline = finder.find(set(documents));
        int least =
                documents.stream()
                        .mapToInt(each ->
                                each.hostModel().orElseThrow().maxPhysAddr().orElseThrow().limit())
                        .min()
                        .orElseThrow();

        assertThat(baseline.addressBits()).hasValue(least);
        assertThat(baseline.cpu().maxPhysAddr().orElseThrow().limit()).hasValue(least);

        List<DomainCapabilities> silent = new ArrayList<>(documents);
        silent.add(RecordedDocuments.read("qemu-11.1/tcg"));
        assertThat(finder.find(set(silent)).cpu().maxPhysAddr()).isEmpty();
    }

    @Test
    void migratableLeavesOutWhatKeepsGuestsFromMoving() {
        CpuOffer host =
                offer(
                        "<cpu mode='custom'"
                            + " match='exact'><model>Westmere</model><vendor>Intel</vendor><feature"
                            + " policy='require' name='invtsc'/></cpu>");

        assertThat(finder.find(HostSet.of("a", host)).features()).contains("invtsc");
        assertThat(new BaselineFinder(true, Arch.X86_64).find(HostSet.of("a", host)).features())
                .doesNotContain("invtsc")
                .contains("aes");
    }

    @Test
    void hostsOfDifferentVendorsHaveNone() {
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        hosts.add("a", offer("<cpu><model>EPYC</model><vendor>AMD</vendor></cpu>"));
        hosts.add("b", offer("<cpu><model>Westmere</model><vendor>Intel</vendor></cpu>"));

        assertThatThrownBy(() -> finder.find(hosts.build()))
                .isInstanceOf(IncompatibleCpuException.class)
                .hasMessageContaining("different vendors");
    }

    @Test
    void hostsOfDifferentArchitecturesHaveNone() {
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        hosts.add("a", offer("<cpu><arch>x86_64</arch><model>EPYC</model></cpu>"));
        hosts.add("b", offer("<cpu><arch>s390x</arch><model>z14</model></cpu>"));

        assertThatThrownBy(() -> finder.usable(hosts.build()))
                .isInstanceOf(IncompatibleCpuException.class)
                .hasMessageContaining("different architectures");
    }

    @Test
    void aHostThatTellsNothingIsNotKnownAndDoesNotSpoilTheOthers() {
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        hosts.add("a", offer("<cpu><model>EPYC</model><vendor>AMD</vendor></cpu>"));
        hosts.add("b", offer("<cpu><model>Moonbeam</model></cpu>"));
        hosts.add(
                "c",
                new CpuOffer(
                        Optional.of(Arch.X86_64),
                        Optional.empty(),
                        java.util.OptionalInt.empty(),
                        List.of(),
                        org.domcaps.document.Support.NO,
                        org.domcaps.document.Support.NO));
        HostSet<CpuOffer> usable = finder.usable(hosts.build());

        assertThat(usable.hostCount()).isEqualTo(1);
        assertThat(usable.unread())
                .extracting(UnreadHost::reason)
                .containsExactly("b: unknown CPU model 'Moonbeam'", "c: reports no host-model");
    }

    @Test
    void featuresThatTheMapDoesNotHaveArePassedOverAndNamed() {
        CpuOffer host =
                offer(
                        "<cpu><model>EPYC</model><vendor>AMD</vendor>"
                                + "<feature policy='require' name='of-the-future'/></cpu>");
        Baseline baseline = finder.find(HostSet.of("a", host));

        assertThat(baseline.unknown()).containsExactly("of-the-future");
        assertThat(baseline.cpu().modelName()).contains("EPYC");
    }

    @Test
    void powerHostsMeetInTheCompatibilityModeOfTheOldest() {
        BaselineFinder power = new BaselineFinder(false, Arch.PPC64);
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        hosts.add("new", offer("<cpu><arch>ppc64le</arch><model>POWER10</model></cpu>"));
        hosts.add("old", offer("<cpu><arch>ppc64le</arch><model>POWER9</model></cpu>"));

        assertThat(CpuDefinitionWriter.write(power.find(hosts.build()).cpu()))
                .isEqualTo(
                        "<cpu mode='host-model'>\n"
                                + "  <model fallback='forbid'>power9</model>\n"
                                + "</cpu>\n");
    }

    @Test
    void mainframesOfOneModelHaveTheFeaturesThatAllOfThemSpell() {
        BaselineFinder s390 = new BaselineFinder(false, Arch.S390X);
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        hosts.add(
                "a",
                s390(
                        "<feature policy='require' name='aen'/><feature policy='require'"
                                + " name='te'/>"));
        hosts.add(
                "b",
                s390(
                        "<feature policy='require' name='aen'/><feature policy='disable'"
                                + " name='te'/>"));
        Baseline baseline = s390.find(hosts.build());

        assertThat(CpuDefinitionWriter.write(baseline.cpu()))
                .contains("<model fallback='forbid'>z14-base</model>")
                .contains("<feature policy='require' name='aen'/>")
                .contains("<feature policy='disable' name='te'/>");
    }

    @Test
    void whereOnlyTheEmulatorKnowsWhichModelIsLargerThatIsSaid() {
        DomainCapabilities arm =
                listing(
                        "<model usable='unknown'>cortex-a57</model>"
                                + "<model usable='unknown'>neoverse-n1</model>");
        DomainCapabilities other = listing("<model usable='unknown'>neoverse-n1</model>");

        assertThatThrownBy(() -> finder.find(set(List.of(arm))))
                .isInstanceOf(IncompatibleCpuException.class)
                .hasMessageContaining("cortex-a57, neoverse-n1");
        assertThat(finder.find(set(List.of(arm, other))).cpu().modelName()).contains("neoverse-n1");
    }

    private static DomainCapabilities listing(String models) {
        String text =
                "<domainCapabilities><domain>qemu</domain><arch>aarch64</arch><cpu>"
                        + "<mode name='host-passthrough' supported='no'/>"
                        + "<mode name='host-model' supported='no'/>"
                        + "<mode name='custom' supported='yes'>"
                        + models
                        + "</mode></cpu></domainCapabilities>";
        return org.domcaps.document.DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CpuOffer s390(String features) {
        return CpuOffer.of(
                CpuDefinitionReader.read(
                        XmlReader.read(
                                ("<cpu mode='custom' match='exact'><model"
                                                + " fallback='forbid'>z14-base</model>"
                                                + features
                                                + "</cpu>")
                                        .getBytes(StandardCharsets.UTF_8))),
                Optional.of(Arch.S390X));
    }

    private static CpuOffer offer(String cpu) {
        return CpuOffer.of(
                CpuDefinitionReader.read(XmlReader.read(cpu.getBytes(StandardCharsets.UTF_8))),
                Optional.empty());
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

    private static HostSet<CpuOffer> set(List<DomainCapabilities> documents) {
        HostSet.Builder<CpuOffer> builder = new HostSet.Builder<>();
        for (int i = 0; i < documents.size(); i++) {
            builder.add("host" + i, CpuOffer.of(documents.get(i)));
        }
        return builder.build();
    }

    @Test
    void expandingSpellsOutWhatAModelHas() {
        CpuExpander expander = new CpuExpander(Arch.X86_64, Release.NEWEST);

        assertThat(expander.expand(CpuExpander.ofModel("Westmere"), false).features())
                .extracting(feature -> feature.name())
                .contains("aes", "lm", "sse4.2")
                .isSorted();
    }
}
