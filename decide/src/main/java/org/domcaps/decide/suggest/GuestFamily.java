package org.domcaps.decide.suggest;

import java.util.Optional;

/// Families of guest operating systems, as far as they need different devices.
public enum GuestFamily {
    /// Linux: has virtio drivers.
    LINUX("linux", true),
    /// Windows: has no virtio drivers of its own, and uses Hyper-V enlightenments.
    WINDOWS("windows", false),
    /// The BSDs: have virtio drivers.
    BSD("bsd", true),
    /// Anything else: what every system can drive.
    OTHER("other", false);

    private final String word;
    private final boolean virtio;

    GuestFamily(String word, boolean virtio) {
        this.word = word;
        this.virtio = virtio;
    }

    /// The word for it on the command line.
    public String word() {
        return word;
    }

    /// Whether it has virtio drivers of its own.
    boolean hasVirtio() {
        return virtio;
    }

    /// The family of that word.
    public static Optional<GuestFamily> find(String word) {
        for (GuestFamily family : values()) {
            if (family.word.equals(word)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}
