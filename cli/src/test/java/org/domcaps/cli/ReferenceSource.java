package org.domcaps.cli;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;

import java.util.List;
import java.util.Optional;

/// What one hypervisor's rules say of each part of the document, for [ElementReference].
interface ReferenceSource {

    /// How people call the hypervisor.
    String hypervisor();

    /// The rows about an element: its presence and state, its enums and values, what else it holds.
    /// Empty if this hypervisor's documents never have the element.
    List<Row> of(Element element);

    /// The rows about the head of the document.
    List<Row> head();

    /// Whether this hypervisor's documents ever have that value.
    boolean prints(EnumKey key, String value);

    /// Whether this hypervisor's documents ever have that enum.
    boolean reports(EnumKey key);

    /// One row of the page.
    ///
    /// @param what what is said, in Markdown
    /// @param when when it is said, or how it comes about
    /// @param evidence where one can look, in Markdown; empty if there is nothing to look at
    /// @param since the first release that says it
    /// @param until the first release that no longer says it
    record Row(
            String what,
            String when,
            List<String> evidence,
            Release since,
            Optional<Release> until) {}
}
