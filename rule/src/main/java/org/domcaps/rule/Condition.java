package org.domcaps.rule;

/// What must hold for something to be said. Each hypervisor has conditions of its own; what they
/// have in common is that people can read them.
public interface Condition {

    /// In words that a person reads, as the end of the sentence "it is said if …".
    String words();
}
