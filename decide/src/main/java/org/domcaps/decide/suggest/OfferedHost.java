package org.domcaps.decide.suggest;

import org.domcaps.decide.check.HostCapabilities;
import org.domcaps.document.DomainCapabilities;

import java.util.List;
import java.util.Optional;

/// A host that a guest may be made for.
public interface OfferedHost {

    /// What the host is called.
    String name();

    /// What it offers for a wish, the best first; empty if nothing.
    ///
    /// @param arch the wished architecture; absent: the host's own
    List<Offer> offers(Optional<String> arch);

    /// The same host for the check of a definition.
    HostCapabilities capabilities();

    /// One machine type under one virt type.
    ///
    /// @param names names of the machine type: the alias, if there is one, and the canonical name;
    ///   empty where hypervisors have none
    /// @param document about it
    record Offer(List<String> names, DomainCapabilities document) {
        /// Copies.
        public Offer {
            names = List.copyOf(names);
        }
    }
}
