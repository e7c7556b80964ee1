package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.bhyve.BhyveRules;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Rule;
import org.domcaps.testdriver.TestRules;
import org.domcaps.testkit.Golden;
import org.domcaps.xen.XenRules;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class ElementReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/elements.md");

    private static String page() {
        return ElementReference.page(
                List.of(
                        new QemuReference(),
                        TableReference.of("Xen", XenRules.TABLE),
                        TableReference.of("bhyve", BhyveRules.TABLE),
                        TableReference.of("libvirt's test driver", TestRules.TABLE)));
    }

    @Test
    void thePageSaysWhatTheRulesSay() {
        Golden.check(PAGE, page());
    }

    @Test
    void everyElementHasASectionWithoutAnEmptyTable() {
        ReferenceSource qemu = new QemuReference();
        for (Element element : Element.values()) {
            assertThat(qemu.of(element)).as("%s", element).isNotEmpty();
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
        ReferenceSource qemu = new QemuReference();
        long rows = 0;
        for (Element element : Element.values()) {
            rows += qemu.of(element).stream().filter(row -> isDecided(row.what())).count();
        }
        List<Rule> rules = Catalogue.instance().rows();
        assertThat(rows).isEqualTo(rules.size());
    }

    private static boolean isDecided(String what) {
        return what.contains(": `")
                || what.endsWith("is in the document")
                || what.endsWith("is in the element")
                || what.equals("`supported='yes'`");
    }
}
