/// A QEMU binary to a document: QMP, probing, rules, cache.
module org.domcaps.qemu {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.cpu;
    requires transitive org.domcaps.host;
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.rule;

    exports org.domcaps.qemu;
    exports org.domcaps.qemu.cache;
    exports org.domcaps.qemu.driver;
    exports org.domcaps.qemu.explain;
    exports org.domcaps.qemu.fill;
    exports org.domcaps.qemu.probe;
    exports org.domcaps.qemu.qmp;
    exports org.domcaps.qemu.rules;
}
