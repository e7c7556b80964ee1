package org.domcaps.decide.check;

/// Something that a table row cannot say: a rule over several parts of a definition.
@FunctionalInterface
interface Rule {

    /// Looks at a definition and tells what is wrong with it.
    ///
    /// @param domain the element `<domain>`
    void check(Node domain, Capabilities capabilities, Findings findings);
}
