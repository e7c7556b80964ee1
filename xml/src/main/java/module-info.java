/// XML as immutable values with their place in the text, read safely through a streaming parser.
module org.domcaps.xml {
    requires transitive org.domcaps.error;
    requires java.xml;
    requires com.fasterxml.aalto;

    exports org.domcaps.xml;
}
