package org.domcaps.rpc.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// A connection URI of libvirt: `driver[+transport]://[user@][host][:port]/path[?name=value&...]`.
///
/// @param text the URI as it was given
/// @param driver the hypervisor driver, in the case it was written in; `remote` leaves the choice
///   to the daemon
/// @param transport how to reach the daemon
/// @param user the user on the other machine
/// @param host the other machine; an IPv6 address without its brackets; absent: this one
/// @param port the port; absent: the transport's own
/// @param path the path, decoded, with its leading slash; may be empty
/// @param query the parameters in their order, names as written, values decoded
public record ConnectUri(
        String text,
        String driver,
        UriTransport transport,
        Optional<String> user,
        Optional<String> host,
        OptionalInt port,
        String path,
        List<Query> query) {

    /// The path of the daemon of an ordinary user.
    public static final String SESSION = "/session";

    /// The driver that leaves it to the daemon which driver it is.
    public static final String ANY_DRIVER = "remote";

    /// One parameter of the query.
    ///
    /// @param name the name as written
    /// @param value the decoded value, empty without `=`
    public record Query(String name, String value) {
        /// Checks.
        public Query {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /// Checks and copies.
    public ConnectUri {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(path, "path");
        query = List.copyOf(query);
    }

    /// Reads a URI. The word `xen` alone means `xen:///system`, as it always did.
    ///
    /// @throws UriException if it is none, if its transport does not exist, or if its parts
    ///   contradict each other
    public static ConnectUri parse(String text) {
        return new UriParser(text).parse();
    }

    /// The value of a parameter; of several, the last one counts.
    public Optional<String> parameter(UriParameter parameter) {
        Optional<String> found = Optional.empty();
        for (Query each : query) {
            if (each.name().equalsIgnoreCase(parameter.word())) {
                found = Optional.of(each.value());
            }
        }
        return found;
    }

    /// Whether a parameter that is a switch is on: a whole number other than 0.
    ///
    /// @throws UriException if the value is no whole number
    public boolean isSwitchedOn(UriParameter parameter) {
        Optional<String> value = parameter(parameter);
        if (value.isEmpty()) {
            return false;
        }
        try {
            return Integer.parseInt(value.get().strip()) != 0;
        } catch (NumberFormatException _) {
            throw new UriException(
                    "'" + parameter.word() + "=" + value.get() + "' must be 0 or 1 in " + text);
        }
    }

    /// Whether the daemon asked for is that of an ordinary user.
    public boolean isSession() {
        return path.equals(SESSION);
    }

    /// What the daemon is told to open: the URI without transport, host and the client's own
    /// parameters; the parameter `name` instead, if it is there; empty for `remote:`, which lets
    /// the daemon choose.
    public String daemonUri() {
        Optional<String> name = parameter(UriParameter.NAME);
        if (name.isPresent()) {
            return name.get();
        }
        return driver.equals(ANY_DRIVER) ? "" : driver + "://" + path + leftover(List.of());
    }

    /// The query without the client's own parameters, but with those of the list.
    String leftover(List<UriParameter> kept) {
        List<String> left = new ArrayList<>();
        for (Query each : query) {
            Optional<UriParameter> own = UriParameter.find(each.name());
            if (own.isEmpty() || kept.contains(own.get())) {
                left.add(each.name() + "=" + PercentCode.encode(each.value()));
            }
        }
        return left.isEmpty() ? "" : "?" + String.join("&", left);
    }

    /// The URI as it was given.
    @Override
    public String toString() {
        return text;
    }
}
