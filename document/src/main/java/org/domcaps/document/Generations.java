package org.domcaps.document;

/// Documents of one release seen by another.
public final class Generations {
    private Generations() {}

    /// What `release` would print of a document.
    public static DomainCapabilities strip(DomainCapabilities document, Release release) {
        return document;
    }
}
