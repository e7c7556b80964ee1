/// A FreeBSD host with bhyve to a document.
module org.domcaps.bhyve {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.rule;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.host;

    exports org.domcaps.bhyve;
}
