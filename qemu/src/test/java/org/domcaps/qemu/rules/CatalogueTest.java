package org.domcaps.qemu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.qemu.Question;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.Rule;
import org.domcaps.rule.Subject;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The table of rules tests itself.
class CatalogueTest {

    /// Values of the format that no QEMU document ever holds.
    private static final Set<String> NEVER_PRINTED =
            Set.of(
                    "os.firmware none",
                    "os.loader.type none",
                    "os.loader.readonly default",
                    "os.loader.secure default",
                    "cpu.host-passthrough.hostPassthroughMigratable default",
                    "cpu.maximum.maximumMigratable default",
                    "memoryBacking.sourceType none",
                    "devices.disk.bus none",
                    "devices.disk.bus xen",
                    "devices.disk.bus uml",
                    "devices.disk.bus sd",
                    "devices.disk.model default",
                    "devices.graphics.type desktop",
                    "devices.video.modelType default",
                    "devices.video.modelType xen",
                    "devices.video.modelType vbox",
                    "devices.video.modelType parallels",
                    "devices.video.modelType gop",
                    "devices.hostdev.mode capabilities",
                    "devices.hostdev.subsysType scsi_host",
                    "devices.hostdev.subsysType mdev",
                    "devices.hostdev.capsType storage",
                    "devices.hostdev.capsType misc",
                    "devices.hostdev.capsType net",
                    "devices.hostdev.pciBackend kvm",
                    "devices.hostdev.pciBackend xen",
                    "devices.filesystem.driverType default",
                    "devices.filesystem.driverType loop",
                    "devices.filesystem.driverType nbd",
                    "devices.filesystem.driverType ploop",
                    "devices.filesystem.driverType mtp",
                    "devices.tpm.model default",
                    "devices.tpm.backendVersion default",
                    "devices.channel.type null",
                    "devices.channel.type vc",
                    "devices.channel.type dev",
                    "devices.channel.type file",
                    "devices.channel.type pipe",
                    "devices.channel.type stdio",
                    "devices.channel.type udp",
                    "devices.channel.type tcp",
                    "devices.channel.type spiceport",
                    "devices.channel.type nmdm",
                    "devices.channel.type qemu-vdagent",
                    "devices.channel.type dbus",
                    "devices.panic.model default",
                    "devices.console.type nmdm",
                    "features.gic.version none",
                    "features.gic.version host",
                    "features.launchSecurity.sectype none");

    private static final List<Rule<Situation>> ROWS = Catalogue.instance().table().rows();

    /// Every release that Domcaps writes; minor numbers end with 10 at the latest.
    static List<Release> releases() {
        List<Release> releases = new ArrayList<>();
        for (int major = Release.OLDEST.major(); major <= Release.NEWEST.major(); major++) {
            for (int minor = 0; minor <= 10; minor++) {
                Release release = new Release(major, minor);
                if (release.isWritable()) {
                    releases.add(release);
                }
            }
        }
        return releases;
    }

    private static List<Rule<Situation>> rows(Subject subject, Release release) {
        return ROWS.stream()
                .filter(rule -> rule.subject().equals(subject) && rule.appliesTo(release))
                .toList();
    }

    private static boolean isKnown(Subject subject, Release release) {
        return switch (subject) {
            case Subject.Reported(Element element) -> release.isAtLeast(element.since());
            case Subject.Supported(Element element) -> release.isAtLeast(element.since());
            case Subject.EnumReported(EnumKey key) -> release.isAtLeast(key.since());
            case Subject.Value(EnumKey key, String value) ->
                    release.isAtLeast(key.since())
                            && key.value(value).orElseThrow().isKnownTo(release);
        };
    }

    @Test
    void noTwoRowsCountForOneSubjectAndRelease() {
        for (Release release : releases()) {
            for (Rule<Situation> rule : ROWS) {
                assertThat(rows(rule.subject(), release))
                        .as("%s in %s", rule.subject(), release)
                        .hasSizeLessThan(2);
            }
        }
    }

    @Test
    void everyRowCountsForSomeReleaseThatCanPrintIt() {
        for (Rule<Situation> rule : ROWS) {
            assertThat(releases())
                    .as("%s", rule)
                    .anyMatch(
                            release -> rule.appliesTo(release) && isKnown(rule.subject(), release));
        }
    }

    @Test
    void aSubjectWithARowHasOneForEveryReleaseThatCanPrintIt() {
        Map<Subject, Set<Release>> gaps = new HashMap<>();
        for (Rule<Situation> rule : ROWS) {
            for (Release release : releases()) {
                if (isKnown(rule.subject(), release) && rows(rule.subject(), release).isEmpty()) {
                    gaps.computeIfAbsent(rule.subject(), _ -> new TreeSet<>()).add(release);
                }
            }
        }
        assertThat(gaps).isEmpty();
    }

    @Test
    void everyElementHasARuleForItsState() {
        for (Element element : Element.values()) {
            for (Release release : releases()) {
                if (release.isAtLeast(element.since())) {
                    assertThat(rows(new Subject.Supported(element), release))
                            .as("%s in %s", element, release)
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void everyValueOfTheFormatHasARuleOrIsListedAsNeverPrinted() {
        Set<String> without = new LinkedHashSet<>();
        for (EnumKey key : EnumKey.values()) {
            for (EnumValue value : key.possibleValues()) {
                Subject subject = new Subject.Value(key, value.name());
                if (ROWS.stream().noneMatch(rule -> rule.subject().equals(subject))) {
                    without.add(key.path() + " " + value.name());
                }
            }
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(NEVER_PRINTED);
    }

    @Test
    void everyValueOfARowIsOneOfTheFormat() {
        for (Rule<Situation> rule : ROWS) {
            if (rule.subject() instanceof Subject.Value(EnumKey key, String value)) {
                assertThat(key.value(value)).as("%s %s", key, value).isPresent();
            }
        }
        assertThatThrownBy(() -> Rule.value(EnumKey.TPM_MODEL, "tpm-ti", Condition.always()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tpm-ti");
    }

    @Test
    void rowsWithBoundsHaveThemInOrderAndAmongTheReleases() {
        for (Rule<Situation> rule : ROWS) {
            assertThat(rule.since().isWritable()).as("%s", rule).isTrue();
            rule.until()
                    .ifPresent(until -> {
                        assertThat(until.isWritable()).as("%s", rule).isTrue();
                        assertThat(rule.since()).as("%s", rule).isLessThan(until);
                    });
        }
    }

    @Test
    void aBoundCountsFromItsReleaseOn() {
        Rule<Situation> rule =
                Rule.supported(Element.TPM, QemuCondition.always()).since(11, 5).until(12, 0);

        assertThat(rule.appliesTo(new Release(11, 4))).isFalse();
        assertThat(rule.appliesTo(new Release(11, 5))).isTrue();
        assertThat(rule.appliesTo(new Release(11, 10))).isTrue();
        assertThat(rule.appliesTo(new Release(12, 0))).isFalse();
        assertThat(Rule.supported(Element.TPM, Condition.always()).until())
                .isEqualTo(Optional.empty());
    }

    /// A bound between two rows that say the same would be a mistake of one of them.
    @Test
    void rowsOfOneSubjectDifferInWhatTheyAskFor() {
        for (int i = 0; i < ROWS.size(); i++) {
            for (Rule<Situation> other : ROWS.subList(i + 1, ROWS.size())) {
                if (other.subject().equals(ROWS.get(i).subject())) {
                    assertThat(other.when()).as("%s", other).isNotEqualTo(ROWS.get(i).when());
                }
            }
        }
    }

    /// Facts, kinds of machines and kinds of conditions that no row uses would be dead.
    @Test
    void everythingThatConditionsAreMadeOfIsUsed() {
        Set<Condition<Situation>> parts = new LinkedHashSet<>();
        for (Rule<Situation> rule : ROWS) {
            collect(rule.when(), parts);
        }
        Set<Object> used = new LinkedHashSet<>();
        for (Condition<Situation> part : parts) {
            used.add(part.getClass());
            switch (part) {
                case QemuCondition.Host(HostFact fact) -> used.add(fact);
                case QemuCondition.Firmware(FirmwareFact fact) -> used.add(fact);
                case QemuCondition.Machine(MachineKind kind, _) -> used.add(kind);
                case QemuCondition.Qemu(var question) -> used.add(question.getClass());
                default -> {
                    // Its class is enough.
                }
            }
        }

        assertThat(used)
                .contains((Object[]) HostFact.values())
                .contains((Object[]) FirmwareFact.values())
                .contains((Object[]) MachineKind.values())
                .contains(
                        Condition.Always.class,
                        Condition.AnyOf.class,
                        Condition.Not.class,
                        Condition.All.class,
                        Condition.Any.class)
                .contains((Object[]) QemuCondition.class.getPermittedSubclasses())
                .contains((Object[]) Question.class.getPermittedSubclasses());
    }

    private static void collect(Condition<Situation> condition, Set<Condition<Situation>> into) {
        into.add(condition);
        switch (condition) {
            case Condition.Not<Situation>(Condition<Situation> inner) -> collect(inner, into);
            case Condition.All<Situation>(List<Condition<Situation>> parts) ->
                    parts.forEach(part -> collect(part, into));
            case Condition.Any<Situation>(List<Condition<Situation>> parts) ->
                    parts.forEach(part -> collect(part, into));
            default -> {
                // Has no parts.
            }
        }
    }

    @Test
    void everyConditionThatCanFailHasEvidence() {
        for (Rule<Situation> rule : ROWS) {
            List<Evidence> evidence = rule.when().evidence();

            assertThat(evidence.isEmpty())
                    .as("%s", rule)
                    .isEqualTo(rule.when() instanceof Condition.Always);
            assertThat(evidence).as("%s", rule).doesNotHaveDuplicates();
            for (Evidence place : evidence) {
                assertThat(place.place()).as("%s", rule).isNotBlank();
            }
        }
    }

    @Test
    void evidenceNamesThePlace() {
        Condition<Situation> condition =
                Condition.all(
                        QemuCondition.property("none-machine", "x"),
                        Condition.any(
                                QemuCondition.host(HostFact.VFIO),
                                Condition.not(QemuCondition.option("spice"))));
        assertThat(condition.evidence())
                .containsExactly(
                        new Evidence(
                                Source.EMULATOR,
                                "qom-list-properties",
                                "typename none-machine, name x"),
                        new Evidence(Source.HOST, "/sys/kernel/iommu_groups", ""),
                        new Evidence(Source.HOST, "/dev/vfio/vfio", ""),
                        new Evidence(
                                Source.EMULATOR, "query-command-line-options", "option spice"));
    }

    @Test
    void everyConditionHasWords() {
        for (Rule<Situation> rule : ROWS) {
            assertThat(rule.when().words())
                    .as("%s", rule.subject())
                    .isNotBlank()
                    .doesNotContain("null", "@", "\n");
        }
    }

    @Test
    void wordsOfConditionsReadAsSentences() {
        assertThat(
                        Condition.all(
                                        QemuCondition.type("qxl"),
                                        Condition.not(QemuCondition.schema("query-vnc")))
                                .words())
                .isEqualTo("QEMU has the type qxl and not (QEMU has the QMP command query-vnc)");
        assertThat(
                        Condition.any(
                                        QemuCondition.option("spice"),
                                        QemuCondition.host(HostFact.IOMMUFD))
                                .words())
                .isEqualTo(
                        "(QEMU has the command line option -spice or the host has the node"
                                + " /dev/iommu)");
        assertThat(new QemuCondition.Machine(MachineKind.Q35, QemuCondition.Side.BINARY).words())
                .isEqualTo("the machine is a Q35 PC");
    }
}
