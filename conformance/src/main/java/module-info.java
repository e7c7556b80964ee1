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
    requires org.domcaps.xen;
    requires org.domcaps.bhyve;
    requires org.domcaps.testdriver;

    exports org.domcaps.conformance;
}
