package org.domcaps.daemon;

import org.domcaps.host.system.UnixDatagram;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What the daemon tells systemd, over the socket that `NOTIFY_SOCKET` names; nothing where there
/// is none.
final class ServiceManager {

    private final Optional<String> socket;

    /// The manager of a process with these variables.
    ServiceManager(Map<String, String> variables) {
        this.socket = Optional.ofNullable(variables.get("NOTIFY_SOCKET"));
    }

    /// The daemon serves.
    void ready(String status) {
        tell("READY=1\nSTATUS=" + status);
    }

    /// The daemon reads its files again; followed by [#ready].
    void reloading() {
        // The clock that systemd compares with is the one of System.nanoTime on Linux.
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
        tell("RELOADING=1\nMONOTONIC_USEC=" + micros);
    }

    /// The daemon ends.
    void stopping() {
        tell("STOPPING=1");
    }

    private void tell(String message) {
        if (socket.isPresent()) {
            boolean _ = UnixDatagram.send(socket.get(), message);
        }
    }
}
