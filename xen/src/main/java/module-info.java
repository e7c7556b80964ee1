/// A Xen host to a document.
module org.domcaps.xen {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.rule;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.host;

    exports org.domcaps.xen;
}
