/// The daemon: libvirt's wire protocol for this host, with its log, its metrics and its manners
/// towards a service manager.
module org.domcaps.daemon {
    requires transitive org.domcaps.library;
    requires transitive org.domcaps.rpc;
    requires org.domcaps.cpu;
    requires org.domcaps.host;
    requires org.domcaps.hostcaps;
    requires org.domcaps.xml;
    requires java.logging;
    requires jdk.httpserver;
    requires jdk.unsupported;

    exports org.domcaps.daemon;
}
