package org.domcaps.rpc.uri;

import java.util.Optional;

/// Which daemon's default socket a URI means: the parameter `mode`.
public enum SocketMode {
    /// The driver's own daemon if its socket is there, else the one for all drivers.
    AUTO("auto"),
    /// The daemon for all drivers, `libvirtd`.
    LEGACY("legacy"),
    /// The driver's own daemon, `virtqemud` and the like.
    DIRECT("direct");

    private final String word;

    SocketMode(String word) {
        this.word = word;
    }

    /// The word in a URI.
    public String word() {
        return word;
    }

    /// The mode of that name.
    public static Optional<SocketMode> find(String word) {
        for (SocketMode mode : values()) {
            if (mode.word.equals(word)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /// The mode that a URI asks for.
    ///
    /// @throws UriException if it is none, or does not go with the driver
    static SocketMode of(ConnectUri uri) {
        Optional<String> word = uri.parameter(UriParameter.MODE);
        SocketMode mode =
                word.isEmpty()
                        ? AUTO
                        : find(word.get())
                                .orElseThrow(() ->
                                        new UriException(
                                                "'mode="
                                                        + word.get()
                                                        + "' must be auto, legacy or direct in "
                                                        + uri));
        if (mode == DIRECT && uri.driver().equals(ConnectUri.ANY_DRIVER)) {
            throw new UriException(
                    "mode=direct needs a driver whose daemon it means, so not 'remote' in " + uri);
        }
        return mode;
    }
}
