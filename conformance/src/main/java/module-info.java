/// Replays recorded cases and compares.
module org.domcaps.conformance {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.xml;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.cpu;
    requires transitive org.domcaps.host;
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.qemu;

    exports org.domcaps.conformance;
}
