package org.domcaps.rpc.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what happened.
final class Events implements ServerObserver {

    final List<String> connected = new CopyOnWriteArrayList<>();
    final List<String> ended = new CopyOnWriteArrayList<>();
    final List<Answered> answered = new CopyOnWriteArrayList<>();
    final List<String> troubles = new CopyOnWriteArrayList<>();
    final List<String> failedAhead = new CopyOnWriteArrayList<>();

    @Override
    public void connected(Peer peer) {
        connected.add(peer.name());
    }

    @Override
    public void disconnected(Peer peer, String why) {
        ended.add(why);
    }

    @Override
    public void answered(Answered call) {
        answered.add(call);
    }

    @Override
    public void workAheadFailed(String what) {
        failedAhead.add(what);
    }

    @Override
    public void trouble(String what) {
        troubles.add(what);
    }
}
