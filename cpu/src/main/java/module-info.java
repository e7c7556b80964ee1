/// CPU features, models and vendors, and the algebra over them.
module org.domcaps.cpu {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.xml;

    exports org.domcaps.cpu;
    exports org.domcaps.cpu.x86;
}
