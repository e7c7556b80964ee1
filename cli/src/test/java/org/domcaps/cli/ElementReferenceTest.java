package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.bhyve.BhyveDerivations;
import org.domcaps.bhyve.BhyveRules;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Derivations;
import org.domcaps.testdriver.TestDerivations;
import org.domcaps.testdriver.TestRules;
import org.domcaps.testkit.Golden;
import org.domcaps.xen.XenDerivations;
import org.domcaps.xen.XenRules;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class ElementReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/elements.md");

    static final ReferenceSource QEMU =
            new RuleReference<>("QEMU", "QMP", Catalogue.instance().table(), Derivations.ROWS);
    private static final ReferenceSource XEN =
            new RuleReference<>("Xen", "question", XenRules.TABLE, XenDerivations.ROWS);
    private static final ReferenceSource BHYVE =
            new RuleReference<>("bhyve", "program", BhyveRules.TABLE, BhyveDerivations.ROWS);

    private static String page() {
        return ElementReference.page(
                List.of(
                        QEMU,
                        XEN,
                        BHYVE,
                        new RuleReference<>(
                                "libvirt's test driver",
                                "question",
                                TestRules.TABLE,
                                TestDerivations.ROWS)));
    }

    @Test
    void thePageSaysWhatTheRulesSay() {
        Golden.check(PAGE, page());
    }

    @Test
    void everyElementHasASectionWithoutAnEmptyTable() {
        for (Element element : Element.values()) {
            assertThat(QEMU.of(element)).as("%s", element).isNotEmpty();
        }
        assertThat(page().lines().filter(line -> line.startsWith("## ")))
                .hasSize(Element.values().length + 1);
    }

    @Test
    void everyValueOfTheFormatIsInTheSectionOfItsElement() {
        List<String> sections = List.of(page().split("\n## ", -1));
        for (EnumKey key : EnumKey.values()) {
            String section = section(sections, key.element());
            int at = section.indexOf("never hold:");
            String never = at < 0 ? "" : section.substring(at);
            for (EnumValue value : key.possibleValues()) {
                boolean decided =
                        section.contains("`" + key.xmlName() + "`: `" + value.name() + "`");
                boolean ruledOut =
                        never.contains("`" + key.xmlName() + "` ")
                                && never.contains("`" + value.name() + "`");
                assertThat(decided || ruledOut).as("%s %s", key, value.name()).isTrue();
            }
        }
    }

    private static String section(List<String> sections, Element element) {
        for (String section : sections) {
            if (section.startsWith(ElementReference.title(element) + "\n")) {
                return section;
            }
        }
        throw new AssertionError("no section for " + element);
    }

    @Test
    void everyRuleIsOnThePageOnce() {
        long rows = 0;
        for (Element element : Element.values()) {
            rows += QEMU.of(element).stream().filter(row -> isDecided(row.what())).count();
        }
        assertThat(rows).isEqualTo(Catalogue.instance().table().rows().size());
    }

    private static boolean isDecided(String what) {
        return what.contains(": `")
                || what.endsWith("is in the document")
                || what.endsWith("is in the element")
                || what.equals("`supported='yes'`");
    }
}
