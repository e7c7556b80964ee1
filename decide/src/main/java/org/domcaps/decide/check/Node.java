package org.domcaps.decide.check;

import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One element of a domain definition that knows its parent.
///
/// @param element the element
/// @param parent the element around it; absent for `<domain>`
record Node(XmlElement element, Optional<Node> parent) {

    static Node root(XmlElement domain) {
        return new Node(domain, Optional.empty());
    }

    /// The children of that name, in order.
    List<Node> children(String name) {
        List<Node> found = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (child.name().equals(name)) {
                found.add(new Node(child, Optional.of(this)));
            }
        }
        return found;
    }

    /// The first child of that name.
    Optional<Node> child(String name) {
        return element.child(name).map(child -> new Node(child, Optional.of(this)));
    }

    /// An attribute's value; an empty one counts as missing.
    Optional<String> attribute(String name) {
        return element.attribute(name).filter(value -> !value.isEmpty());
    }

    /// Whether an attribute has that value.
    boolean has(String name, String value) {
        return attribute(name).filter(value::equals).isPresent();
    }

    /// The text, without blanks around it.
    String text() {
        return element.text().strip();
    }

    /// The name with those of all elements above it but `<domain>`: `devices.disk.target`.
    String path() {
        if (parent.isEmpty()) {
            return element.name();
        }
        return parent.get().parent.isEmpty()
                ? element.name()
                : parent.get().path() + "." + element.name();
    }

    /// Every element that a path of names leads to, in order of the text.
    ///
    /// @param names from below this element: `devices/disk/target`
    List<Node> find(String names) {
        List<Node> level = List.of(this);
        int start = 0;
        while (start <= names.length()) {
            int end = names.indexOf('/', start);
            end = end < 0 ? names.length() : end;
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                next.addAll(node.children(names.substring(start, end)));
            }
            level = next;
            start = end + 1;
        }
        return level;
    }

    /// The first element that a path of names leads to.
    Optional<Node> first(String names) {
        return find(names).stream().findFirst();
    }
}
