package org.domcaps.decide.suggest;

import org.domcaps.decide.check.DocumentsHost;
import org.domcaps.decide.check.HostCapabilities;
import org.domcaps.document.DomainCapabilities;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A host that is known by documents: it offers what they are about.
///
/// @param name what the host is called
/// @param documents what it said
public record DocumentOffers(String name, List<DomainCapabilities> documents)
        implements OfferedHost {

    /// Checks and copies.
    public DocumentOffers {
        Objects.requireNonNull(name, "name");
        documents = List.copyOf(documents);
    }

    @Override
    public HostCapabilities capabilities() {
        return new DocumentsHost(name, documents);
    }

    @Override
    public List<Offer> offers(Optional<String> arch) {
        return documents.stream()
                .filter(document -> arch.isEmpty() || document.arch().equals(arch))
                .map(document ->
                        new Offer(document.machine().map(List::of).orElse(List.of()), document))
                .toList();
    }
}
