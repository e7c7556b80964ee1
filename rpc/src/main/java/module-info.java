/// libvirt's wire protocol: its bytes, and a server that speaks it.
module org.domcaps.rpc {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.driver;
    requires jdk.net;

    exports org.domcaps.rpc.message;
    exports org.domcaps.rpc.server;
    exports org.domcaps.rpc.xdr;
}
