package org.domcaps.decide.suggest;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Support;

import java.util.List;
import java.util.Optional;

/// What all documents of a candidate have in common.
final class Common {

    private final List<DomainCapabilities> documents;

    Common(List<DomainCapabilities> documents) {
        this.documents = List.copyOf(documents);
    }

    List<DomainCapabilities> documents() {
        return documents;
    }

    /// Whether all say "yes" to an element.
    boolean supports(Element element) {
        return documents.stream().allMatch(document -> document.support(element) == Support.YES);
    }

    /// Whether some document does not report an element.
    boolean isSilent(Element element) {
        return documents.stream()
                .anyMatch(document -> document.support(element) == Support.NOT_REPORTED);
    }

    /// Whether all list a value.
    boolean offers(EnumKey key, String value) {
        return documents.stream()
                .allMatch(document ->
                        document.support(key.element()) == Support.YES
                                && document.offers(key, value));
    }

    /// Whether some document does not report an enum.
    boolean isSilent(EnumKey key) {
        return documents.stream().anyMatch(document -> document.values(key).isEmpty());
    }

    /// The first of some values that all list.
    Optional<String> first(EnumKey key, List<String> preferred) {
        return preferred.stream().filter(value -> offers(key, value)).findFirst();
    }

    /// The fewest virtual CPUs that one of them allows; empty if one does not tell.
    Optional<Long> vcpuMax() {
        long least = Long.MAX_VALUE;
        for (DomainCapabilities document : documents) {
            if (document.vcpuMax().isEmpty()) {
                return Optional.empty();
            }
            least = Math.min(least, document.vcpuMax().getAsLong());
        }
        return Optional.of(least);
    }
}
