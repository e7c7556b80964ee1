/// libvirt's wire protocol: its bytes, a server that speaks it, and a client.
module org.domcaps.rpc {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.driver;
    requires transitive org.domcaps.host;
    requires transitive java.security.sasl;
    requires jdk.net;

    exports org.domcaps.rpc.client;
    exports org.domcaps.rpc.message;
    exports org.domcaps.rpc.sasl;
    exports org.domcaps.rpc.server;
    exports org.domcaps.rpc.transport;
    exports org.domcaps.rpc.uri;
    exports org.domcaps.rpc.xdr;
}
