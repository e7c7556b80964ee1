package org.domcaps.driver.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Why a document says what it says, and why it does not say the rest.
///
/// @param document the document that is explained
/// @param release the release whose rules count
/// @param basis what the answers rest on
/// @param findings everything that the document can say, in this order: virt types, machine types,
///   firmware, then the parts of the document as it has them, without the attributes
/// @param attributes the findings of kind [Kind#ATTRIBUTE], in document order
/// @param unlisted for kinds with an open set of names: what holds for a name that is not among the
///   findings; its path is that of the kind
/// @param notes what should be known about all of it, one sentence each without a full stop
public record Explanation(
        DomainCapabilities document,
        Release release,
        Basis basis,
        List<Finding> findings,
        List<Finding> attributes,
        List<Finding> unlisted,
        List<String> notes) {

    /// Checks and copies.
    public Explanation {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(basis, "basis");
        findings = List.copyOf(findings);
        attributes = List.copyOf(attributes);
        unlisted = List.copyOf(unlisted);
        notes = List.copyOf(notes);
    }

    /// What answers rest on.
    public enum Basis {
        /// Facts of the emulator and the host: every rule was decided.
        FACTS("facts"),
        /// The document alone: it says what is there, and the rules say what that depends on, but
        /// where to look is not at hand.
        DOCUMENT("document");

        private final String jsonName;

        Basis(String jsonName) {
            this.jsonName = jsonName;
        }

        /// The name in JSON.
        public String jsonName() {
            return jsonName;
        }
    }

    /// The finding or attribute for a path, as it is written.
    public Optional<Finding> find(String path) {
        return find(findings, path).or(() -> find(attributes, path));
    }

    private static Optional<Finding> find(List<Finding> among, String path) {
        for (Finding finding : among) {
            if (finding.path().equals(path)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    /// What holds for names of a kind that are not among the findings; empty if the findings of
    /// that kind are all there can be.
    public Optional<Finding> unlisted(Kind kind) {
        for (Finding finding : unlisted) {
            if (finding.kind() == kind) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }
}
