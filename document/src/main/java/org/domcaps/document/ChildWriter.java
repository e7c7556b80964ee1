package org.domcaps.document;

import org.domcaps.xml.XmlOutput;

import java.util.List;

/// Puts the unknown children of one element back between its known ones.
///
/// Whoever writes a known child calls [#next] first and [#rest] after the last; what counts as one
/// child is said at [DocumentWriter].
final class ChildWriter {

    private final XmlOutput out;
    private final int depth;
    private final List<Extras.ExtraElement> extras;
    private int known;
    private int written;

    ChildWriter(XmlOutput out, int depth, Extras extras) {
        this.out = out;
        this.depth = depth;
        this.extras = extras.elements();
    }

    /// Writes the unknown children that stand before the next known one.
    void next() {
        while (written < extras.size() && extras.get(written).index() <= known) {
            out.element(depth, extras.get(written++).element());
        }
        known++;
    }

    /// Writes the unknown children that are left.
    void rest() {
        while (written < extras.size()) {
            out.element(depth, extras.get(written++).element());
        }
    }
}
