package org.domcaps.decide.check;

import org.domcaps.document.Element;
import org.domcaps.document.Support;

import java.util.function.Predicate;

/// A row that needs an element of the document to be supported.
///
/// @param id the stable name of what is found
/// @param path the element of the definition, from below `<domain>`
/// @param what what people call it
/// @param element the element of the document
/// @param when which elements of the definition the row is about
/// @param usual whether every emulator can do it, so that silence about it is no worry
record ElementRule(
        String id, String path, String what, Element element, Predicate<Node> when, boolean usual) {

    /// A row about every element of a path.
    static ElementRule needs(String id, String path, String what, Element element) {
        return new ElementRule(id, path, what, element, _ -> true, false);
    }

    /// The same for some elements only.
    ElementRule when(Predicate<Node> condition) {
        return new ElementRule(id, path, what, element, condition, usual);
    }

    /// The same for something that works everywhere, and that old releases do not report.
    ElementRule asUsual() {
        return new ElementRule(id, path, what, element, when, true);
    }

    /// Checks every element that the row is about.
    void check(Node domain, Capabilities capabilities, Findings findings) {
        for (Node node : domain.find(path)) {
            boolean silent =
                    usual && capabilities.document().support(element) == Support.NOT_REPORTED;
            if (when.test(node) && !silent) {
                findings.answer(id, node, what, capabilities.element(element));
            }
        }
    }
}
