/// The form of rules, how a table of them decides a document, and how it explains one.
module org.domcaps.rule {
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.driver;

    exports org.domcaps.rule;
    exports org.domcaps.rule.explain;
}
