/// The contract between whoever can answer and whoever asks.
module org.domcaps.driver {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.cpu;

    exports org.domcaps.driver;
    exports org.domcaps.driver.explain;
}
