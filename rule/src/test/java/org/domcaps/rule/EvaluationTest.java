package org.domcaps.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Block;
import org.domcaps.document.Detail;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class EvaluationTest {

    private static final Release OLD = Release.OLDEST;
    private static final Release NEW = Release.NEWEST;

    private enum Fact implements Condition {
        TRUE,
        FALSE;

        @Override
        public String words() {
            return name();
        }
    }

    private static Evaluation<Fact> evaluation(Release release, List<Rule<Fact>> rows) {
        return evaluation(new RuleTable<>(rows), release);
    }

    @Test
    void whatNoRowSpeaksOfIsNotInTheDocument() {
        Evaluation<Fact> none = evaluation(NEW, List.of());
        assertThat(none.isReported(Element.DISK)).isFalse();
        assertThat(none.isReported(EnumKey.DISK_BUS)).isFalse();
        assertThat(none.blocks(_ -> new Detail.None())).isEmpty();
    }

    @Test
    void whatIsNotSupportedIsReportedAllTheSame() {
        Evaluation<Fact> no = evaluation(NEW, List.of(Rule.supported(Element.DISK, Fact.FALSE)));
        assertThat(no.isReported(Element.DISK)).isTrue();
        assertThat(no.isSupported(Element.DISK)).isFalse();
        assertThat(no.blocks(_ -> new Detail.None()).get(Element.DISK)).isEqualTo(Block.of(false));
    }

    @Test
    void aRowOfItsOwnKeepsAnElementOut() {
        Evaluation<Fact> hidden =
                evaluation(
                        NEW,
                        List.of(
                                Rule.reported(Element.DISK, Fact.FALSE),
                                Rule.supported(Element.DISK, Fact.TRUE)));
        assertThat(hidden.isReported(Element.DISK)).isFalse();
    }

    @Test
    void anElementThatIsOnlyReportedSaysNo() {
        Evaluation<Fact> reported =
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
        List<Rule<Fact>> rows =
                List.of(
                        Rule.supported(Element.RNG, Fact.FALSE).since(11, 3).until(12, 0),
                        Rule.supported(Element.RNG, Fact.TRUE).since(12, 0));
        RuleTable<Fact> table = new RuleTable<>(rows);
        assertThat(evaluation(table, OLD).isReported(Element.RNG)).isFalse();
        assertThat(evaluation(table, new Release(11, 3)).isReported(Element.RNG)).isTrue();
        assertThat(evaluation(table, new Release(11, 10)).isSupported(Element.RNG)).isFalse();
        assertThat(evaluation(table, new Release(12, 0)).isSupported(Element.RNG)).isTrue();
        assertThat(table.rows()).isEqualTo(rows);
    }

    private static Evaluation<Fact> evaluation(RuleTable<Fact> table, Release release) {
        return new Evaluation<>(table, release, fact -> fact == Fact.TRUE);
    }

    @Test
    void anElementIsNotPrintedBeforeTheReleaseThatBroughtIt() {
        Rule<Fact> console = Rule.supported(Element.CONSOLE, Fact.TRUE);
        assertThat(evaluation(OLD, List.of(console)).isReported(Element.CONSOLE)).isFalse();
        assertThat(evaluation(NEW, List.of(console)).isReported(Element.CONSOLE)).isTrue();
    }

    @Test
    void aValueThatTheEnumCannotHoldIsAMistake() {
        assertThatThrownBy(() -> Rule.value(EnumKey.DISK_BUS, "floppy", Fact.TRUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("devices.disk.bus has no value floppy");
    }
}
