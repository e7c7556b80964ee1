package org.domcaps.rpc.server;

/// What a connection has after it was opened.
///
/// @param uri what it is called
/// @param readOnly whether it may not change anything
/// @param storage its storage pools
/// @param events its wishes for events
record Opened(String uri, boolean readOnly, StorageAnswers storage, EventWishes events) {

    /// A connection that has nothing yet.
    static Opened of(HostAnswers host, String uri, boolean readOnly) {
        return new Opened(uri, readOnly, host.newStorage(), new EventWishes());
    }
}
