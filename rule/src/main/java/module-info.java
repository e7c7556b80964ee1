/// The form of rules, and how a table of them decides a document.
module org.domcaps.rule {
    requires transitive org.domcaps.document;

    exports org.domcaps.rule;
}
