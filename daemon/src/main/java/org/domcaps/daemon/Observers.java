package org.domcaps.daemon;

import org.domcaps.rpc.server.Peer;
import org.domcaps.rpc.server.ServerObserver;

/// Tells two what happens.
record Observers(ServerObserver first, ServerObserver second) implements ServerObserver {

    @Override
    public void connected(Peer peer) {
        first.connected(peer);
        second.connected(peer);
    }

    @Override
    public void disconnected(Peer peer, String why) {
        first.disconnected(peer, why);
        second.disconnected(peer, why);
    }

    @Override
    public void answered(Answered call) {
        first.answered(call);
        second.answered(call);
    }

    @Override
    public void workAheadFailed(String what) {
        first.workAheadFailed(what);
        second.workAheadFailed(what);
    }

    @Override
    public void trouble(String what) {
        first.trouble(what);
        second.trouble(what);
    }
}
