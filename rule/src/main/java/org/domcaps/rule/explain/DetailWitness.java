package org.domcaps.rule.explain;

import org.domcaps.document.DocumentDetail;
import org.domcaps.driver.explain.Decision;
import org.domcaps.rule.Evidence;

import java.util.List;
import java.util.Optional;

/// Who knows where the numbers, names and texts of a document were read.
public interface DetailWitness {

    /// What was seen at one of the places; empty text if nobody could look.
    String seen(DocumentDetail detail, Evidence evidence);

    /// Which of several answers decided, and why, one sentence without a full stop; absent if there
    /// is no choice or nobody knows.
    default Optional<String> decided(DocumentDetail detail) {
        return Optional.empty();
    }

    /// Why the document has it or not, where its release prints it and the element around it is
    /// there; none if it is there then in any case.
    default List<Decision> decisions(DocumentDetail detail) {
        return List.of();
    }
}
