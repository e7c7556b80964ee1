package org.domcaps.bhyve;

import org.domcaps.document.DetailKey;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.Evidence;

import java.util.List;

/// Where everything comes from that documents of bhyve hold besides states and enums: the same in
/// every release.
public final class BhyveDerivations {

    /// Every row, in the order of the document.
    public static final List<Derivation> ROWS =
            List.of(
                    Derivation.of(
                            DetailKey.PATH,
                            "the emulator that was asked for, else " + BhyveDriver.DEFAULT_EMULATOR,
                            asked("emulator")),
                    Derivation.of(DetailKey.DOMAIN, "always bhyve", asked("virt type")),
                    Derivation.of(
                            DetailKey.MACHINE,
                            "the machine type that was asked for, whatever it is; without one the"
                                    + " element is left out",
                            asked("machine")),
                    Derivation.of(
                            DetailKey.ARCH,
                            "the architecture that was asked for, else the host's",
                            asked("arch")),
                    Derivation.of(
                            DetailKey.LOADER_VALUE,
                            "everything in the firmware folder, in its order",
                            new Evidence(Source.HOST, "bhyve.conf", "firmware_dir")));

    private BhyveDerivations() {}

    private static Evidence asked(String part) {
        return new Evidence(Source.REQUEST, part, "");
    }
}
