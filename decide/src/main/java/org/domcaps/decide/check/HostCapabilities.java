package org.domcaps.decide.check;

import org.domcaps.decide.Judgement;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.EmulatorOffer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a host can do, asked for one definition at a time: a driver, or documents in files.
public interface HostCapabilities {

    /// What the host is called; the name of a file or folder, or a few words.
    String name();

    /// The document that a definition is to be held against.
    Answer answer(DomainDefinition definition);

    /// What a host answers.
    sealed interface Answer {

        /// What the search itself found, in order.
        List<Judgement> judgements();

        /// A document.
        ///
        /// @param document about the definition's architecture and virt type; about its machine
        ///   type unless a judgement says otherwise
        /// @param machine what the emulator says of the machine type; absent if that is not known
        /// @param judgements what the search itself found
        record Found(
                DomainCapabilities document,
                Optional<EmulatorOffer.Machine> machine,
                List<Judgement> judgements)
                implements Answer {
            /// Checks and copies.
            public Found {
                Objects.requireNonNull(document, "document");
                Objects.requireNonNull(machine, "machine");
                judgements = List.copyOf(judgements);
            }
        }

        /// No document.
        ///
        /// @param judgements why; at least one
        record Nothing(List<Judgement> judgements) implements Answer {
            /// Copies.
            public Nothing {
                judgements = List.copyOf(judgements);
            }
        }
    }
}
