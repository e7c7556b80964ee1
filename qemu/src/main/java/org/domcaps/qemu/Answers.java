package org.domcaps.qemu;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// The questions that a binary answered with yes, by their ids. What is not in here was answered
/// with no.
public record Answers(Set<String> yes) {
    /// Copies, keeping the order.
    public Answers {
        yes = Collections.unmodifiableSet(new LinkedHashSet<>(yes));
    }

    /// Whether the binary answered that question with yes.
    public boolean isYes(Question question) {
        return yes.contains(question.id());
    }
}
