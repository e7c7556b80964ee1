package org.domcaps.bench;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A line of the table.
///
/// @param what what is measured
/// @param ours the figure of Domcaps
/// @param peer the figure of another program that does the same
/// @param floor the figure of the least that any program must do
/// @param aim what the project wants to reach
/// @param notes how to read the row, or why a figure is missing; shown below the table
record Row(
        String what,
        Optional<Figure> ours,
        Optional<Figure> peer,
        Optional<Figure> floor,
        String aim,
        List<String> notes) {

    Row {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(floor, "floor");
        Objects.requireNonNull(aim, "aim");
        notes = List.copyOf(notes);
    }

    /// A row that claims nothing.
    static Row missing(String what, String aim, String why) {
        return new Row(
                what, Optional.empty(), Optional.empty(), Optional.empty(), aim, List.of(why));
    }
}
