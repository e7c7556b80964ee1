package org.domcaps.xen;

import org.domcaps.document.DetailKey;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.Evidence;

import java.util.ArrayList;
import java.util.List;

/// Where everything comes from that documents of Xen hold besides states and enums: the same in
/// every release.
public final class XenDerivations {

    /// Every row, in the order of the document.
    public static final List<Derivation> ROWS =
            List.of(
                    Derivation.of(
                            DetailKey.PATH,
                            "the emulator that was asked for, else "
                                    + XenDriver.DEFAULT_EMULATOR
                                    + "; nobody looks whether it exists",
                            asked("emulator")),
                    Derivation.of(DetailKey.DOMAIN, "always xen", asked("virt type")),
                    Derivation.of(
                            DetailKey.MACHINE,
                            "the machine type that was asked for, else xenpv",
                            asked("machine")),
                    Derivation.of(
                            DetailKey.ARCH,
                            "the architecture that was asked for, else the host's",
                            asked("arch"),
                            new Evidence(Source.HOST, "/proc/sys/kernel/arch", "")),
                    Derivation.of(
                            DetailKey.VCPU_MAX,
                            "a fixed limit of the machine type: " + limits(),
                            asked("machine")),
                    Derivation.of(
                            DetailKey.LOADER_VALUE,
                            "two images of the folder of Xen's firmware, whether they exist or not",
                            new Evidence(Source.HOST, "xenlight.pc", "xenfirmwaredir")));

    private XenDerivations() {}

    private static String limits() {
        List<String> limits = new ArrayList<>();
        for (XenMachine machine : XenMachine.values()) {
            limits.add(machine.xmlName() + " " + machine.maxVcpus());
        }
        return String.join(", ", limits);
    }

    private static Evidence asked(String part) {
        return new Evidence(Source.REQUEST, part, "");
    }
}
