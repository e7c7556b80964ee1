package org.domcaps.testdriver;

import org.domcaps.document.DetailKey;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.Evidence;

import java.util.List;

/// Where everything comes from that documents of the test driver hold besides states: from the
/// request, in every release.
public final class TestDerivations {

    /// Every row, in the order of the document.
    public static final List<Derivation> ROWS =
            List.of(
                    Derivation.of(
                            DetailKey.PATH,
                            "the emulator that was asked for; without one the element is left out",
                            asked("emulator")),
                    Derivation.of(
                            DetailKey.DOMAIN,
                            "the virt type that was asked for, else test",
                            asked("virt type")),
                    Derivation.of(
                            DetailKey.MACHINE,
                            "the machine type that was asked for; without one the element is left"
                                    + " out",
                            asked("machine")),
                    Derivation.of(
                            DetailKey.ARCH,
                            "the architecture that was asked for, else i686",
                            asked("arch")));

    private TestDerivations() {}

    private static Evidence asked(String part) {
        return new Evidence(Source.REQUEST, part, "");
    }
}
