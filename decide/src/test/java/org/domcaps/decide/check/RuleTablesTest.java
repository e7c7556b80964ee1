package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Set;

class RuleTablesTest {

    /// Elements that no part of a definition stands for: incremental backup is a command for a
    /// running domain. Modes, SEV, TDX and s390 have rules of their own.
    private static final Set<Element> WITHOUT_ROW =
            EnumSet.of(
                    Element.BACKUP,
                    Element.HOST_PASSTHROUGH,
                    Element.MAXIMUM,
                    Element.HOST_MODEL,
                    Element.CUSTOM,
                    Element.S390_PV,
                    Element.TDX,
                    Element.SEV);

    @Test
    void everyEnumOfTheFormatHasARow() {
        EnumSet<EnumKey> left = EnumSet.allOf(EnumKey.class);
        ValueRules.all().forEach(rule -> left.remove(rule.key()));
        assertThat(left).containsExactly(EnumKey.HYPERV_FEATURES);
    }

    @Test
    void everyElementOfTheFormatHasARow() {
        EnumSet<Element> left = EnumSet.allOf(Element.class);
        ElementRules.ALL.forEach(rule -> left.remove(rule.element()));
        assertThat(left).isEqualTo(WITHOUT_ROW);
    }

    @Test
    void openValuesAreValuesThatTheDocumentNeverLists() {
        for (ValueRule rule : ValueRules.all()) {
            assertThat(rule.open()).as(rule.id()).doesNotContain("pty", "unix", "usb", "pci");
        }
    }
}
