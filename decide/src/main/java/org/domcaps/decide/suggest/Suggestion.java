package org.domcaps.decide.suggest;

import org.domcaps.decide.Judgement;

import java.util.List;
import java.util.Objects;

/// The answer to a wish.
public sealed interface Suggestion {

    /// A definition that fulfils the wish on every host.
    ///
    /// @param definition the text of `<domain>`
    /// @param choices what was chosen and why, in the order of the text
    /// @param judgements what the check of the definition on the hosts has to say; no errors
    record Made(String definition, List<Choice> choices, List<Judgement> judgements)
            implements Suggestion {
        /// Checks and copies.
        public Made {
            Objects.requireNonNull(definition, "definition");
            choices = List.copyOf(choices);
            judgements = List.copyOf(judgements);
        }
    }

    /// The wish cannot be fulfilled.
    ///
    /// @param judgements which parts of it, and why; at least one
    record Refused(List<Judgement> judgements) implements Suggestion {
        /// Copies.
        public Refused {
            judgements = List.copyOf(judgements);
        }
    }
}
