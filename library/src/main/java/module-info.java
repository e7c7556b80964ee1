/// The face of Domcaps for programs.
module org.domcaps.library {
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.rpc;
    requires transitive org.domcaps.decide;
    requires org.domcaps.qemu;
    requires org.domcaps.xen;
    requires org.domcaps.bhyve;
    requires org.domcaps.testdriver;

    exports org.domcaps.library;
}
