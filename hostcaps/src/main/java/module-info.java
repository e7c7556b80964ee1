/// The host capabilities document.
module org.domcaps.hostcaps {
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.host;
    requires org.domcaps.xml;

    exports org.domcaps.hostcaps;
}
