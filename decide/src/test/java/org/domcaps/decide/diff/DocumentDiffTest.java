package org.domcaps.decide.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.Outcome;
import org.domcaps.decide.RecordedDocuments;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Generations;
import org.domcaps.document.Release;
import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class DocumentDiffTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/domcaps/decide/diff");

    @Test
    void aDocumentDoesNotDifferFromItself() {
        for (DomainCapabilities document : RecordedDocuments.several()) {
            assertThat(DocumentDiff.of(document, document)).isEmpty();
        }
    }

    @Test
    void fromTheOtherSideItIsTheMirroredSame() {
        List<DomainCapabilities> documents = new ArrayList<>(RecordedDocuments.several());
        documents.add(RecordedDocuments.read("qemu-7.2/default-10.7"));
        documents.add(RecordedDocuments.read("qemu-11.1/tcg"));
        documents.add(RecordedDocuments.read("qemu-10.0/default-10.7"));
        documents.add(
                RecordedDocuments.varied(RecordedDocuments.read("qemu-11.1/q35"), new Random(2)));
        for (DomainCapabilities one : documents) {
            for (DomainCapabilities other : documents) {
                List<Change> mirrored =
                        DocumentDiff.of(other, one).stream().map(Change::mirrored).toList();
                assertThat(DocumentDiff.of(one, other)).isEqualTo(mirrored);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.7", "10.9", "10.10", "11.3", "11.5", "11.9", "12.1"})
    void whatAnOlderReleaseDoesNotReportIsNotLost(String release) {
        DomainCapabilities newest = RecordedDocuments.read("qemu-7.2/default");
        DomainCapabilities older = Generations.strip(newest, Release.parse(release).orElseThrow());

        assertThat(DocumentDiff.of(newest, older))
                .allMatch(change -> !change.kind().isDifference());
        assertThat(DocumentDiff.of(older, newest))
                .allMatch(change -> !change.kind().isDifference());
    }

    @Test
    void twoReleasesAboutOneEmulatorDifferInWhatTheyReportOnly() {
        DomainCapabilities old = RecordedDocuments.read("qemu-7.2/default-10.7");
        DomainCapabilities now = RecordedDocuments.read("qemu-7.2/default");

        assertThat(DocumentDiff.of(old, now)).isNotEmpty();
        assertThat(DocumentDiff.of(old, now))
                .filteredOn(change -> change.kind().isDifference())
                .extracting(change -> change.id() + " " + change.path() + " " + change.words())
                .isEmpty();
    }

    @Test
    void anUpgradeOfTheEmulatorReadsAsExpected() {
        StringBuilder text = new StringBuilder();
        for (Change change :
                DocumentDiff.of(
                        RecordedDocuments.read("qemu-7.2/q35"),
                        RecordedDocuments.read("qemu-11.1/q35"))) {
            text.append(change.id())
                    .append(' ')
                    .append(change.path())
                    .append(": ")
                    .append(change.words())
                    .append('\n');
        }
        Golden.check(GOLDEN.resolve("upgrade.txt"), text.toString());
    }

    @Test
    void anotherSpellingIsNoLoss() {
        DomainCapabilities one =
                cpu(
                        "<feature policy='require' name='sse4.1'/>"
                                + "<feature policy='require' name='arch-facilities'/>");
        DomainCapabilities other =
                cpu(
                        "<feature policy='require' name='sse4_1'/>"
                                + "<feature policy='require' name='arch-capabilities'/>");

        assertThat(DocumentDiff.of(one, other))
                .extracting(change -> change.kind() + " " + change.words())
                .containsExactly(
                        "RENAMED arch-facilities -> arch-capabilities", "RENAMED sse4.1 -> sse4_1");
    }

    @Test
    void aModelThatSplitsItsFeaturesOtherwiseIsTheSameCpu() {
        DomainCapabilities one = cpu("Westmere", "");
        DomainCapabilities other = cpu("Nehalem", "<feature policy='require' name='aes'/>");

        assertThat(DocumentDiff.of(one, other))
                .extracting(Change::id)
                .containsExactly("diff.host-model.changed");
    }

    @Test
    void hostsArePairedByNameAndEqualPairsStandTogether() {
        DomainCapabilities old = RecordedDocuments.read("qemu-7.2/default");
        DomainCapabilities now = RecordedDocuments.read("qemu-11.1/default");
        HostSet.Builder<DomainCapabilities> before = new HostSet.Builder<>();
        HostSet.Builder<DomainCapabilities> after = new HostSet.Builder<>();
        for (String host : List.of("a", "b", "c", "gone")) {
            before.add(host, old);
        }
        after.add("a", now);
        after.add("b", old);
        after.add("c", now);
        after.add("new", now);
        FleetDiff diff = FleetDiff.of(before.build(), after.build());

        assertThat(diff.pairs())
                .extracting(FleetDiff.Pair::hosts)
                .containsExactly(List.of("a", "c"), List.of("b"));
        assertThat(diff.pairs().get(0).differs()).isTrue();
        assertThat(diff.pairs().get(1).changes()).isEmpty();
        assertThat(diff.gone()).containsExactly("gone");
        assertThat(diff.added()).containsExactly("new");
        assertThat(FleetDiff.of(before.build(), before.build()).differs()).isFalse();
        assertThat(FleetDiff.of(HostSet.of("x", old), HostSet.of("y", old)).differs()).isFalse();
    }

    @Test
    void aDomainLosesTheHostsThatCanNoLongerRunIt() {
        DomainDefinition domain =
                DomainDefinition.read(
                        "vm.xml",
                        ("<domain type='kvm'><vcpu>1</vcpu><os><type arch='x86_64'"
                                        + " machine='q35'>hvm</type></os><cpu mode='custom'"
                                        + " match='exact'><model>Westmere</model></cpu></domain>")
                                .getBytes(StandardCharsets.UTF_8));
        DomainCapabilities old = cpu("Westmere", "");
        DomainCapabilities now = cpu("Nehalem", "");
        HostSet.Builder<DomainCapabilities> before = new HostSet.Builder<>();
        HostSet.Builder<DomainCapabilities> after = new HostSet.Builder<>();
        before.add("a", old);
        before.add("b", old);
        after.add("a", now);
        after.add("b", old);
        DiffImpact impact = DiffImpact.of(domain, before.build(), after.build(), true);

        assertThat(impact.before()).containsEntry(Outcome.YES, 2);
        assertThat(impact.after()).containsEntry(Outcome.YES, 1);
        assertThat(impact.lost()).containsExactly("a");
        assertThat(impact.won()).isEmpty();
        assertThat(impact.reasons())
                .extracting(reason -> reason.id())
                .contains("migrate.cpu.features");
    }

    private static DomainCapabilities cpu(String features) {
        return cpu("qemu64", features);
    }

    private static DomainCapabilities cpu(String model, String features) {
        String text =
                "<domainCapabilities><domain>kvm</domain><machine>pc-q35-9.1</machine>"
                        + "<arch>x86_64</arch><vcpu max='8'/><cpu><mode name='host-model'"
                        + " supported='yes'><model fallback='forbid'>"
                        + model
                        + "</model>"
                        + features
                        + "</mode><mode name='custom' supported='yes'><model usable='yes'"
                        + " vendor='Intel'>Westmere</model></mode></cpu></domainCapabilities>";
        return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
