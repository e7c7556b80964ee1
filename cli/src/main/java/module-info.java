/// The domcaps command.
module org.domcaps.cli {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.driver;
    requires org.domcaps.json;
    requires org.apache.commons.cli;
    requires transitive org.domcaps.library;
    requires transitive org.domcaps.daemon;
    requires org.domcaps.decide;
    requires transitive org.domcaps.conformance;

    exports org.domcaps.cli;
}
