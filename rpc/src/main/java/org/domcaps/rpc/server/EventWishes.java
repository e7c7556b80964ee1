package org.domcaps.rpc.server;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The wishes for events of one connection. They are taken and never come true: what they are about
/// does not exist here, so nothing ever happens to it.
final class EventWishes {

    /// Most wishes of one connection at a time.
    static final int MOST = 128;

    private final Map<Kind, Set<Integer>> wishes = new EnumMap<>(Kind.class);
    private int next;

    /// What events are about, and how many kinds of events libvirt 12.8 knows of it.
    enum Kind {
        DOMAIN("domain", 30),
        NETWORK("network", 2),
        NODE_DEVICE("node device", 2),
        SECRET("secret", 2);

        private final String words;
        private final int events;

        Kind(String words, int events) {
            this.words = words;
            this.events = events;
        }
    }

    /// Takes a wish; gives the number by which it is taken back.
    synchronized int add(Kind kind, int event) {
        if (event < 0 || event >= kind.events) {
            throw refused("unsupported " + kind.words + " event ID " + event);
        }
        Set<Integer> own = wishes.computeIfAbsent(kind, _ -> new HashSet<>());
        if (wishes.values().stream().mapToInt(Set::size).sum() >= MOST) {
            throw refused("more than " + MOST + " event callbacks of one connection");
        }
        own.add(next);
        return next++;
    }

    /// Takes a wish back.
    synchronized void remove(Kind kind, int number) {
        if (!wishes.getOrDefault(kind, Set.of()).remove(number)) {
            throw refused(kind.words + " event callback " + number + " not registered");
        }
    }

    private static DriverException refused(String detail) {
        return new DriverException(ErrorCode.INTERNAL, ErrorDomain.RPC, detail);
    }
}
