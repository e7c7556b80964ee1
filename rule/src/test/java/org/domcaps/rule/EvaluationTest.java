package org.domcaps.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Block;
import org.domcaps.document.Detail;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.driver.explain.Observation.Source;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class EvaluationTest {

    private static final Release OLD = Release.OLDEST;
    private static final Release NEW = Release.NEWEST;

    private enum Fact implements Condition.Fact<Object> {
        TRUE,
        FALSE;

        @Override
        public String words() {
            return name();
        }

        @Override
        public boolean isTrue(Object facts) {
            return this == TRUE;
        }

        @Override
        public List<Evidence> evidence() {
            return List.of(new Evidence(Source.HOST, name(), ""));
        }
    }

    private static Evaluation<Object> evaluation(Release release, List<Rule<Object>> rows) {
        return evaluation(new RuleTable<>(rows), release);
    }

    @Test
    void whatNoRowSpeaksOfIsNotInTheDocument() {
        Evaluation<Object> none = evaluation(NEW, List.of());
        assertThat(none.isReported(Element.DISK)).isFalse();
        assertThat(none.isReported(EnumKey.DISK_BUS)).isFalse();
        assertThat(none.blocks(_ -> new Detail.None())).isEmpty();
    }

    @Test
    void whatIsNotSupportedIsReportedAllTheSame() {
        Evaluation<Object> no = evaluation(NEW, List.of(Rule.supported(Element.DISK, Fact.FALSE)));
        assertThat(no.isReported(Element.DISK)).isTrue();
        assertThat(no.isSupported(Element.DISK)).isFalse();
        assertThat(no.blocks(_ -> new Detail.None()).get(Element.DISK)).isEqualTo(Block.of(false));
    }

    @Test
    void aRowOfItsOwnKeepsAnElementOut() {
        Evaluation<Object> hidden =
                evaluation(
                        NEW,
                        List.of(
                                Rule.reported(Element.DISK, Fact.FALSE),
                                Rule.supported(Element.DISK, Fact.TRUE)));
        assertThat(hidden.isReported(Element.DISK)).isFalse();
    }

    @Test
    void anElementThatIsOnlyReportedSaysNo() {
        Evaluation<Object> reported =
                evaluation(NEW, List.of(Rule.reported(Element.DISK, Fact.TRUE)));
        assertThat(reported.blocks(_ -> new Detail.None()).get(Element.DISK).support())
                .isEqualTo(Support.NO);
    }

    @Test
    void anEnumIsThereWithTheValuesWhoseRowsHoldInTheOrderOfTheFormat() {
        Map<Element, Block> blocks =
                evaluation(
                                NEW,
                                List.of(
                                        Rule.supported(Element.DISK, Fact.TRUE),
                                        Rule.value(EnumKey.DISK_BUS, "sata", Fact.TRUE),
                                        Rule.value(EnumKey.DISK_BUS, "xen", Fact.FALSE),
                                        Rule.value(EnumKey.DISK_BUS, "ide", Fact.TRUE),
                                        Rule.reported(EnumKey.DISK_MODEL, Fact.TRUE)))
                        .blocks(_ -> new Detail.None());
        assertThat(blocks.get(Element.DISK).values("bus")).contains(List.of("ide", "sata"));
        assertThat(blocks.get(Element.DISK).values("model")).contains(List.of());
        assertThat(blocks.get(Element.DISK).values("diskDevice")).isEmpty();
    }

    @Test
    void rowsCountForTheirReleasesOnly() {
        List<Rule<Object>> rows =
                List.of(
                        Rule.supported(Element.RNG, Fact.FALSE).since(11, 3).until(12, 0),
                        Rule.supported(Element.RNG, Fact.TRUE).since(12, 0));
        RuleTable<Object> table = new RuleTable<>(rows);
        assertThat(evaluation(table, OLD).isReported(Element.RNG)).isFalse();
        assertThat(evaluation(table, new Release(11, 3)).isReported(Element.RNG)).isTrue();
        assertThat(evaluation(table, new Release(11, 10)).isSupported(Element.RNG)).isFalse();
        assertThat(evaluation(table, new Release(12, 0)).isSupported(Element.RNG)).isTrue();
        assertThat(table.rows()).isEqualTo(rows);
    }

    private static Evaluation<Object> evaluation(RuleTable<Object> table, Release release) {
        return new Evaluation<>(table, release, "facts");
    }

    @Test
    void anElementIsNotPrintedBeforeTheReleaseThatBroughtIt() {
        Rule<Object> console = Rule.supported(Element.CONSOLE, Fact.TRUE);
        assertThat(evaluation(OLD, List.of(console)).isReported(Element.CONSOLE)).isFalse();
        assertThat(evaluation(NEW, List.of(console)).isReported(Element.CONSOLE)).isTrue();
    }

    @Test
    void aValueThatTheEnumCannotHoldIsAMistake() {
        assertThatThrownBy(() -> Rule.value(EnumKey.DISK_BUS, "floppy", Fact.TRUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("devices.disk.bus has no value floppy");
    }

    @Test
    void factsAreJoinedByAndOrAndNot() {
        Evaluation<Object> evaluation = evaluation(NEW, List.of());
        assertThat(evaluation.holds(Condition.always())).isTrue();
        assertThat(evaluation.holds(Condition.not(Fact.FALSE))).isTrue();
        assertThat(evaluation.holds(Condition.all(Fact.TRUE, Fact.FALSE))).isFalse();
        assertThat(evaluation.holds(Condition.all(Fact.TRUE, Fact.TRUE))).isTrue();
        assertThat(evaluation.holds(Condition.any(Fact.FALSE, Fact.FALSE))).isFalse();
        assertThat(evaluation.holds(Condition.any(Fact.FALSE, Fact.TRUE))).isTrue();
    }

    @Test
    void aConditionLooksAtTheValuesOfAnEnum() {
        Evaluation<Object> evaluation =
                evaluation(NEW, List.of(Rule.value(EnumKey.DISK_BUS, "ide", Fact.TRUE)));
        assertThat(evaluation.holds(Condition.anyOf(EnumKey.DISK_BUS))).isTrue();
        assertThat(evaluation.holds(Condition.anyOf(EnumKey.DISK_MODEL))).isFalse();
    }

    @Test
    void aConditionTellsItsPartsAndWhereToLookOnce() {
        Condition<Object> condition =
                Condition.all(Fact.TRUE, Condition.not(Condition.any(Fact.FALSE, Fact.TRUE)));
        assertThat(condition.words()).isEqualTo("TRUE and not ((FALSE or TRUE))");
        assertThat(condition.leaves()).containsExactly(Fact.TRUE, Fact.FALSE, Fact.TRUE);
        assertThat(condition.evidence())
                .extracting(Evidence::place)
                .containsExactly("TRUE", "FALSE");
    }

    @Test
    void aTableFindsTheRowsAboutASubjectAndTheOneThatCounts() {
        Rule<Object> until = Rule.value(EnumKey.DISK_BUS, "ide", Fact.FALSE).until(12, 0);
        Rule<Object> since = Rule.value(EnumKey.DISK_BUS, "ide", Fact.TRUE).since(12, 0);
        RuleTable<Object> table =
                new RuleTable<>(
                        List.of(until, Rule.value(EnumKey.DISK_BUS, "sata", Fact.TRUE), since));
        Subject ide = new Subject.Value(EnumKey.DISK_BUS, "ide");
        assertThat(table.about(ide)).containsExactly(until, since);
        assertThat(table.deciding(ide, new Release(11, 10))).contains(until);
        assertThat(table.deciding(ide, new Release(12, 0))).contains(since);
        assertThat(table.about(new Subject.EnumReported(EnumKey.DISK_BUS))).isEmpty();
        assertThat(table.speaksOfValues(EnumKey.DISK_MODEL, NEW)).isFalse();
    }
}
