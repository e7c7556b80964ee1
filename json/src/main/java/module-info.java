/// JSON as immutable values, read and written through Jackson's streaming core.
module org.domcaps.json {
    requires transitive org.domcaps.error;
    requires com.fasterxml.jackson.core;

    exports org.domcaps.json;
}
