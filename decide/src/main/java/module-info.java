/// Verdicts over documents: documents in, judgements out.
module org.domcaps.decide {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.xml;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.cpu;
    requires transitive org.domcaps.driver;

    exports org.domcaps.decide;
    exports org.domcaps.decide.explain;
    exports org.domcaps.decide.cpu;
    exports org.domcaps.decide.check;
    exports org.domcaps.decide.diff;
    exports org.domcaps.decide.hosts;
    exports org.domcaps.decide.migrate;
    exports org.domcaps.decide.suggest;
}
