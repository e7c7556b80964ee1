package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;

import java.util.Set;

/// Where facts of the host come from.
public interface HostSource {

    /// The host's architecture.
    Arch arch();

    /// Facts that hold at least these parts.
    HostFacts facts(Set<HostPart> parts);

    /// Facts that were told beforehand.
    static HostSource given(HostFacts facts) {
        return new HostSource() {
            @Override
            public Arch arch() {
                return facts.arch();
            }

            @Override
            public HostFacts facts(Set<HostPart> parts) {
                return facts;
            }
        };
    }
}
