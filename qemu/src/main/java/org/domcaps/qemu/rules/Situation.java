package org.domcaps.qemu.rules;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.driver.Target;
import org.domcaps.qemu.QemuFacts;

/// Everything that conditions look at: the facts, what was asked for, and the release whose rules
/// count.
///
/// Facts of the host that cost something to compute are asked for only when a rule that counts
/// looks at them.
public interface Situation {

    /// What was asked for, with everything decided.
    Target target();

    /// The release whose rules count.
    Release release();

    /// The facts of the binary.
    QemuFacts qemu();

    /// The host's architecture.
    Arch hostArch();

    /// Whether the host has something.
    boolean host(HostFact fact);

    /// Whether a firmware descriptor that matches architecture and machine offers something.
    boolean firmware(FirmwareFact fact);

    /// Whether the host's CPU could be named under the target's virt type.
    boolean hostModelFound();

    /// Whether mode `custom` has at least one model.
    boolean cpuModelsFound();
}
