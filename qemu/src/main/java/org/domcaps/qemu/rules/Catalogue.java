package org.domcaps.qemu.rules;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.qemu.Question;
import org.domcaps.qemu.rules.Rule.Subject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All rules: for everything that a QEMU document can say, the row or rows that decide it.
///
/// The rows stand in one class per part of the document: [OsRules], [CpuModeRules], [DiskRules],
/// [DeviceRules], [TpmRules], [FeatureRules]. What no row speaks of is never printed. Two rows for
/// one subject must not count for the same release.
public final class Catalogue {

    /// Counts up whenever a change of the rules asks something new of QEMU, or reads an answer
    /// differently; facts that were cached under another number are gathered anew.
    public static final int VERSION = 4;

    private static final Catalogue INSTANCE = new Catalogue();

    private final List<Rule> rows = new ArrayList<>(250);
    private final Map<Element, List<Rule>> reported = new EnumMap<>(Element.class);
    private final Map<Element, List<Rule>> supported = new EnumMap<>(Element.class);
    private final Map<EnumKey, List<Rule>> enumReported = new EnumMap<>(EnumKey.class);
    private final Map<EnumKey, List<Rule>> values = new EnumMap<>(EnumKey.class);

    private Catalogue() {
        add(OsRules.rows());
        add(CpuModeRules.rows());
        add(DiskRules.rows());
        add(DeviceRules.rows());
        add(TpmRules.rows());
        add(FeatureRules.rows());
    }

    private void add(List<Rule> more) {
        for (Rule rule : more) {
            rows.add(rule);
            switch (rule.subject()) {
                case Subject.Reported(Element element) -> index(reported, element, rule);
                case Subject.Supported(Element element) -> index(supported, element, rule);
                case Subject.EnumReported(EnumKey key) -> index(enumReported, key, rule);
                case Subject.Value(EnumKey key, _) -> index(values, key, rule);
            }
        }
    }

    private static <K> void index(Map<K, List<Rule>> map, K key, Rule rule) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
    }

    /// The one catalogue.
    public static Catalogue instance() {
        return INSTANCE;
    }

    /// Every row, in the order of the document's parts.
    public List<Rule> rows() {
        return Collections.unmodifiableList(rows);
    }

    /// The rows that decide whether an element is in the document; none means "always, from its
    /// first release on".
    List<Rule> reported(Element element) {
        return reported.getOrDefault(element, List.of());
    }

    /// The rows that decide whether an element is supported.
    List<Rule> supported(Element element) {
        return supported.getOrDefault(element, List.of());
    }

    /// The rows that decide whether an enum is in its element; none means "always, from its first
    /// release on".
    List<Rule> reported(EnumKey key) {
        return enumReported.getOrDefault(key, List.of());
    }

    /// The rows of an enum's values, several of them for one value where releases differ.
    List<Rule> values(EnumKey key) {
        return values.getOrDefault(key, List.of());
    }

    /// Every question that some rule asks of a QEMU binary, each once. The probe answers these and
    /// keeps nothing else.
    public Collection<Question> questions() {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Rule rule : rows) {
            collect(rule.when(), questions);
        }
        return questions.values();
    }

    private static void collect(Condition condition, Map<String, Question> into) {
        switch (condition) {
            case Condition.Qemu(Question question) -> into.put(question.id(), question);
            case Condition.Not(Condition inner) -> collect(inner, into);
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Any(List<Condition> parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Always _,
                    Condition.Host _,
                    Condition.Firmware _,
                    Condition.Machine _,
                    Condition.Family _,
                    Condition.GuestArch _,
                    Condition.Native _,
                    Condition.Virt _,
                    Condition.CpuListed _,
                    Condition.HostModelFound _,
                    Condition.CpuModelsFound _,
                    Condition.Gic _,
                    Condition.Enlightenment _,
                    Condition.AnyEnlightenment _,
                    Condition.SevTold _,
                    Condition.SgxTold _,
                    Condition.AnyOf _ -> {
                // Not decided by a yes-or-no answer of QEMU.
            }
        }
    }
}
