/// Facts of the machine that runs the emulators.
module org.domcaps.host {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.cpu;

    exports org.domcaps.host;
}
