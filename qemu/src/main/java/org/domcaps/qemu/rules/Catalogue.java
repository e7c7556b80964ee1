package org.domcaps.qemu.rules;

import org.domcaps.qemu.Question;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evaluation;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All rules: for everything that a QEMU document can say, the row or rows that decide it.
///
/// The rows stand in one class per part of the document: [OsRules], [CpuModeRules], [DiskRules],
/// [DeviceRules], [TpmRules], [FeatureRules]. What no row speaks of is never printed.
public final class Catalogue {

    /// Counts up whenever a change of the rules asks something new of QEMU, or reads an answer
    /// differently; facts that were cached under another number are gathered anew.
    public static final int VERSION = 4;

    private static final Catalogue INSTANCE = new Catalogue();

    private final RuleTable<Situation> table;

    private Catalogue() {
        List<Rule<Situation>> rows = new ArrayList<>(250);
        rows.addAll(OsRules.rows());
        rows.addAll(CpuModeRules.rows());
        rows.addAll(DiskRules.rows());
        rows.addAll(DeviceRules.rows());
        rows.addAll(TpmRules.rows());
        rows.addAll(FeatureRules.rows());
        table = new RuleTable<>(rows);
    }

    /// The one catalogue.
    public static Catalogue instance() {
        return INSTANCE;
    }

    /// Every row, in the order of the document's parts.
    public RuleTable<Situation> table() {
        return table;
    }

    /// The rules of a situation's release, with its facts.
    public static Evaluation<Situation> evaluation(Situation situation) {
        return new Evaluation<>(INSTANCE.table, situation.release(), situation);
    }

    /// Every question that some rule asks of a QEMU binary, each once. The probe answers these and
    /// keeps nothing else.
    public Collection<Question> questions() {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Rule<Situation> rule : table.rows()) {
            for (Condition<Situation> leaf : rule.when().leaves()) {
                if (leaf instanceof QemuCondition.Qemu asked) {
                    questions.put(asked.question().id(), asked.question());
                }
            }
        }
        return questions.values();
    }
}
