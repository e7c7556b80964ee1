package org.domcaps.decide.check;

import org.domcaps.document.Element;

import java.util.function.Predicate;

/// A row that needs an element of the document to be supported.
///
/// @param id the stable name of what is found
/// @param path the element of the definition, from below `<domain>`
/// @param what what people call it
/// @param element the element of the document
/// @param when which elements of the definition the row is about
record ElementRule(String id, String path, String what, Element element, Predicate<Node> when) {

    /// A row about every element of a path.
    static ElementRule needs(String id, String path, String what, Element element) {
        return new ElementRule(id, path, what, element, _ -> true);
    }

    /// The same for some elements only.
    ElementRule when(Predicate<Node> condition) {
        return new ElementRule(id, path, what, element, condition);
    }

    /// Checks every element that the row is about.
    void check(Node domain, Capabilities capabilities, Findings findings) {
        for (Node node : domain.find(path)) {
            if (when.test(node)) {
                findings.answer(id, node, what, capabilities.element(element));
            }
        }
    }
}
