/// The domain capabilities document: its elements, its text, its levels.
module org.domcaps.document {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.xml;
    requires java.xml;

    exports org.domcaps.document;
}
