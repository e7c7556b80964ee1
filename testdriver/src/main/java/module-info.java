/// libvirt's test driver, which needs no host.
module org.domcaps.testdriver {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.rule;

    exports org.domcaps.testdriver;
}
