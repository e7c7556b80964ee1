package org.domcaps.driver.explain;

import org.domcaps.document.DocumentDetail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One thing that the document can say: whether it does, and why.
///
/// @param path what it is about, see [Kind]
/// @param kind the kind of thing
/// @param there whether it is there, supported or usable. With the facts of the host it follows
///   from the decisions; with a document alone it is what the document says
/// @param decisions the rules that had a say, from the outside in (a value needs its enum, and that
///   its element); empty if nobody here knows the rules of that hypervisor
/// @param blocking what keeps a CPU model from being usable; only for models that are not
/// @param value what the document says there, as it is written; absent if it says nothing there,
///   and of kinds that are just there or not
/// @param origin where such a value comes from; absent if nobody here knows
/// @param notes more that is worth knowing, one sentence each without a full stop
public record Finding(
        String path,
        Kind kind,
        Truth there,
        List<Decision> decisions,
        Optional<Blocking> blocking,
        Optional<String> value,
        Optional<Origin> origin,
        List<String> notes) {

    /// Checks and copies.
    public Finding {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(there, "there");
        decisions = List.copyOf(decisions);
        Objects.requireNonNull(blocking, "blocking");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
        notes = List.copyOf(notes);
    }

    /// A finding without a value.
    public Finding(
            String path,
            Kind kind,
            Truth there,
            List<Decision> decisions,
            Optional<Blocking> blocking,
            List<String> notes) {
        this(path, kind, there, decisions, blocking, Optional.empty(), Optional.empty(), notes);
    }

    /// A finding about what a document says at a place: there if it says something, else not there
    /// if the element around it is not, else not known.
    ///
    /// @param around whether the element around it is there; yes for the head of the document
    public static Finding of(DocumentDetail detail, Truth around) {
        Truth there = detail.value().isPresent() ? Truth.YES : around;
        return new Finding(
                detail.path(),
                Kind.of(detail.key()),
                detail.value().isEmpty() && around == Truth.YES ? Truth.UNKNOWN : there,
                List.of(),
                Optional.empty(),
                detail.value(),
                Optional.empty(),
                List.of());
    }

    /// A finding that decisions alone make: it is there if all of them come out so.
    public static Finding of(String path, Kind kind, List<Decision> decisions, List<String> notes) {
        return new Finding(path, kind, truth(decisions), decisions, Optional.empty(), notes);
    }

    /// What decisions say together.
    public static Truth truth(List<Decision> decisions) {
        return Truth.all(decisions.stream().map(decision -> decision.proof().truth()).toList());
    }

    /// What would have to change for it to be there; empty if it is, or if nobody knows.
    public Optional<Remedy> remedy() {
        if (there == Truth.YES) {
            return Optional.empty();
        }
        return Remedy.allOf(
                decisions.stream()
                        .map(decision -> decision.proof().remedy())
                        .flatMap(Optional::stream)
                        .toList());
    }

    /// The same under another path.
    public Finding at(String other) {
        return new Finding(other, kind, there, decisions, blocking, value, origin, notes);
    }

    /// The same with other decisions, and with where its value comes from.
    public Finding with(List<Decision> rules, Optional<Origin> from) {
        return new Finding(path, kind, there, rules, blocking, value, from, notes);
    }
}
