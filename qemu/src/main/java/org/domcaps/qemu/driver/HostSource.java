package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;

import java.util.EnumSet;
import java.util.Set;

/// Where facts of the host come from.
public interface HostSource {

    /// The host's architecture.
    Arch arch();

    /// Facts that hold at least these parts.
    HostFacts facts(Set<HostPart> parts);

    /// Facts that hold at least the needed parts, and those of `more` that can be had.
    default HostFacts facts(Set<HostPart> needed, Set<HostPart> more) {
        Set<HostPart> all = EnumSet.noneOf(HostPart.class);
        all.addAll(needed);
        all.addAll(more);
        return facts(all);
    }

    /// Whether nobody gave facts of a host, so that these describe one without anything.
    default boolean isAssumed() {
        return false;
    }

    /// A host that nobody described.
    static HostSource assumed(HostFacts facts) {
        HostSource given = given(facts);
        return new HostSource() {
            @Override
            public Arch arch() {
                return given.arch();
            }

            @Override
            public HostFacts facts(Set<HostPart> parts) {
                return given.facts(parts);
            }

            @Override
            public boolean isAssumed() {
                return true;
            }
        };
    }

    /// Facts that were told beforehand. A part that was not gathered is a [BundleException] when a
    /// document needs it.
    static HostSource given(HostFacts facts) {
        return new HostSource() {
            @Override
            public Arch arch() {
                return facts.arch();
            }

            @Override
            public HostFacts facts(Set<HostPart> parts) {
                for (HostPart part : parts) {
                    if (!facts.gathered().contains(part)) {
                        throw new BundleException(
                                "the host facts lack the part '"
                                        + part.jsonName()
                                        + "', which this document needs");
                    }
                }
                return facts;
            }

            @Override
            public HostFacts facts(Set<HostPart> needed, Set<HostPart> more) {
                return facts(needed);
            }
        };
    }
}
