/// The face of Domcaps for programs.
module org.domcaps.library {
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.decide;
    requires org.domcaps.qemu;

    exports org.domcaps.library;
}
