package org.domcaps.document;

import java.util.Objects;

/// A document that was read, and the form it was in.
///
/// @param capabilities what the document says
/// @param form a release whose form gives the bytes that were read, if a release of libvirt wrote
///   them: the oldest one that explains what is there and how empty elements are written
public record ReadDocument(DomainCapabilities capabilities, Release form) {
    /// Checks that both are there.
    public ReadDocument {
        Objects.requireNonNull(capabilities, "capabilities");
        Objects.requireNonNull(form, "form");
    }
}
