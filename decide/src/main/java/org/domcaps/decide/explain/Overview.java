package org.domcaps.decide.explain;

import org.domcaps.decide.Severity;
import org.domcaps.driver.explain.Blocking;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a host cannot do and why, short and the worst first.
///
/// @param sections those that have something, the worst first
/// @param models the CPU models of mode custom that are not usable
/// @param unknown findings that could not be decided, the highest of each branch
public record Overview(List<Section> sections, Models models, List<Finding> unknown) {

    private static final Remedy ANOTHER_EMULATOR =
            new Remedy.Change(
                    Remedy.Kind.EMULATOR,
                    "use another QEMU, a newer one or one that is built with it");

    /// Copies.
    public Overview {
        sections = List.copyOf(sections);
        unknown = List.copyOf(unknown);
    }

    /// What kind of change would help.
    public enum Topic {
        /// Something is broken: no acceleration, firmware files that cannot be read.
        BROKEN("broken", Severity.ERROR),
        /// A few commands on this host would add it.
        HOST("host", Severity.WARNING),
        /// Another emulator would have it.
        EMULATOR("emulator", Severity.INFO),
        /// Another kernel or another machine would have it.
        HARDWARE("hardware", Severity.INFO),
        /// Another question would find it: machine type, architecture, virt type, release.
        REQUEST("request", Severity.INFO);

        private final String jsonName;
        private final Severity severity;

        Topic(String jsonName, Severity severity) {
            this.jsonName = jsonName;
            this.severity = severity;
        }

        /// The name in JSON.
        public String jsonName() {
            return jsonName;
        }

        /// How much it matters.
        public Severity severity() {
            return severity;
        }
    }

    /// Everything of one topic, grouped by what would help.
    public record Section(Topic topic, List<Group> groups) {
        /// Copies.
        public Section {
            groups = List.copyOf(groups);
        }
    }

    /// Findings that the same change would bring.
    ///
    /// @param remedy the change
    /// @param findings in the order of the explanation
    public record Group(Remedy remedy, List<Finding> findings) {
        /// Copies.
        public Group {
            findings = List.copyOf(findings);
        }
    }

    /// CPU models that are not usable.
    ///
    /// @param all how many models there are
    /// @param unusable how many of them are not usable
    /// @param causes for each cause the features that are missing and how many models each one
    ///   blocks, the most frequent first
    public record Models(int all, int unusable, Map<Blocking.Cause, Map<String, Integer>> causes) {}

    /// The overview of an explanation.
    public static Overview of(Explanation explanation) {
        Map<Topic, Map<Remedy, List<Finding>>> byTopic = new EnumMap<>(Topic.class);
        List<Finding> unknown = new ArrayList<>();
        Map<String, Truth> above = new HashMap<>();
        for (Finding finding : explanation.findings()) {
            above.put(finding.path(), finding.there());
            if (finding.kind() == Kind.CPU_MODEL
                    || finding.kind() == Kind.CPU_FEATURE
                    || finding.kind() == Kind.MACHINE
                    || finding.kind() == Kind.DETAIL
                    || isSettledAbove(finding, above)) {
                continue;
            }
            switch (finding.there()) {
                case YES -> {
                    // The document tells.
                }
                case UNKNOWN -> unknown.add(finding);
                case NO ->
                        finding.remedy()
                                .ifPresent(remedy ->
                                        topic(finding, remedy)
                                                .ifPresent(topic ->
                                                        byTopic.computeIfAbsent(
                                                                        topic,
                                                                        _ -> new LinkedHashMap<>())
                                                                .computeIfAbsent(
                                                                        brief(topic, remedy),
                                                                        _ -> new ArrayList<>())
                                                                .add(finding)));
            }
        }
        List<Section> sections = new ArrayList<>();
        byTopic.forEach((topic, groups) -> sections.add(section(topic, groups)));
        return new Overview(sections, models(explanation), unknown);
    }

    private static Section section(Topic topic, Map<Remedy, List<Finding>> byRemedy) {
        List<Group> groups = new ArrayList<>();
        byRemedy.forEach((remedy, findings) -> groups.add(new Group(remedy, findings)));
        return new Section(topic, groups);
    }

    /// Whether the element or enum around something is missing already, so that it says nothing
    /// new.
    private static boolean isSettledAbove(Finding finding, Map<String, Truth> above) {
        String path = finding.path();
        return switch (finding.kind()) {
            case VALUE, ENUM -> {
                for (int dot = path.lastIndexOf('.');
                        dot > 0;
                        dot = path.lastIndexOf('.', dot - 1)) {
                    if (above.getOrDefault(path.substring(0, dot), Truth.YES) != Truth.YES) {
                        yield true;
                    }
                }
                yield false;
            }
            case VIRT_TYPE,
                    MACHINE,
                    FIRMWARE,
                    LOADER,
                    ELEMENT,
                    CPU_MODEL,
                    CPU_FEATURE,
                    DETAIL,
                    ATTRIBUTE ->
                    false;
        };
    }

    /// Which type or command an emulator lacks says little to most people, so those stand together.
    private static Remedy brief(Topic topic, Remedy remedy) {
        boolean emulatorAlone =
                remedy.changes().stream().allMatch(change -> change.kind() == Remedy.Kind.EMULATOR);
        return topic == Topic.EMULATOR && emulatorAlone ? ANOTHER_EMULATOR : remedy;
    }

    /// Empty for what no change brings.
    private static Optional<Topic> topic(Finding finding, Remedy remedy) {
        if (FindingJudge.severity(finding) == Severity.ERROR) {
            return Optional.of(Topic.BROKEN);
        }
        if (finding.kind() == Kind.LOADER) {
            return Optional.empty();
        }
        if (remedy.needs(Remedy.Kind.REQUEST)) {
            return Optional.of(Topic.REQUEST);
        }
        return switch (remedy.hardest()) {
            case REQUEST, FACTS -> Optional.of(Topic.REQUEST);
            case INSTALL, CONFIGURE -> Optional.of(Topic.HOST);
            case EMULATOR -> Optional.of(Topic.EMULATOR);
            case KERNEL, HARDWARE -> Optional.of(Topic.HARDWARE);
            case NONE -> Optional.empty();
        };
    }

    private static Models models(Explanation explanation) {
        int all = 0;
        int unusable = 0;
        Map<Blocking.Cause, Map<String, Integer>> causes = new EnumMap<>(Blocking.Cause.class);
        for (Finding finding : explanation.findings()) {
            if (finding.kind() != Kind.CPU_MODEL) {
                continue;
            }
            all++;
            if (finding.there() == Truth.NO) {
                unusable++;
                for (Blocking.Group group : finding.blocking().orElseThrow().groups()) {
                    Map<String, Integer> counts =
                            causes.computeIfAbsent(group.cause(), _ -> new LinkedHashMap<>());
                    group.features().forEach(feature -> counts.merge(feature, 1, Integer::sum));
                }
            }
        }
        causes.replaceAll((_, counts) -> mostFrequentFirst(counts));
        return new Models(all, unusable, causes);
    }

    private static Map<String, Integer> mostFrequentFirst(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(
                Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
