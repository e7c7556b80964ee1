package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.host.DeviceNode;
import org.domcaps.host.HostFeature;
import org.domcaps.host.HostState;
import org.domcaps.host.Identity;
import org.domcaps.host.Machine;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// States of a host that exists nowhere.
final class HostStates {

    static final DeviceNode NODE = new DeviceNode.Present(0x0ae8, 1_000_000_007L, 0x21b0, 0, 104);
    static final Identity USER = new Identity(1000, 1000, "104 1000", "0000000000000000");

    private HostStates() {}

    /// An x86_64 host whose `/dev/kvm` the user can open.
    static HostState usual() {
        return new HostState(machine("6.1.0", "AuthenticAMD", 7), toggles(), NODE, USER);
    }

    static Machine machine(String kernel, String signature, long microcode) {
        return new Machine(
                Arch.X86_64,
                Optional.of(kernel),
                Optional.of(signature),
                microcode,
                OptionalInt.of(48));
    }

    static Set<HostFeature> toggles(HostFeature... on) {
        Set<HostFeature> toggles = EnumSet.noneOf(HostFeature.class);
        toggles.addAll(Set.of(on));
        return toggles;
    }

    static HostState with(Machine machine) {
        return new HostState(machine, toggles(), NODE, USER);
    }

    static HostState with(HostFeature... on) {
        return new HostState(machine("6.1.0", "AuthenticAMD", 7), toggles(on), NODE, USER);
    }

    static HostState with(DeviceNode node) {
        return new HostState(machine("6.1.0", "AuthenticAMD", 7), toggles(), node, USER);
    }

    static HostState with(Identity identity) {
        return new HostState(machine("6.1.0", "AuthenticAMD", 7), toggles(), NODE, identity);
    }
}
