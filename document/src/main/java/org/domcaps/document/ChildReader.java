package org.domcaps.document;

import org.domcaps.document.Extras.ExtraElement;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sorts the children of one element into known and unknown ones; the counterpart of [ChildWriter].
final class ChildReader {

    private final List<ExtraElement> extras = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int known;

    /// Counts a known child.
    void known() {
        known++;
    }

    /// Refuses a second child that stands for the same thing.
    ///
    /// @throws org.domcaps.xml.XmlException if `what` was here before
    void once(String what, XmlElement child) {
        if (!seen.add(what)) {
            throw child.fault(what + " is there twice");
        }
    }

    /// Keeps an unknown child.
    void extra(XmlElement child) {
        extras.add(new ExtraElement(known, child.withoutPlaces()));
    }

    /// The unknown children together with the unknown attributes of their parent.
    Extras toExtras(List<XmlAttribute> attributes) {
        return attributes.isEmpty() && extras.isEmpty()
                ? Extras.NONE
                : new Extras(attributes, extras);
    }
}
