package org.domcaps.rpc.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Takes a connection URI apart. [java.net.URI] does not do: it refuses underscores in host names
/// and does not split queries.
final class UriParser {

    private static final int LAST_PORT = 65535;
    private static final int LONGEST = 1 << 16;

    private final String text;
    private Optional<String> user = Optional.empty();
    private Optional<String> host = Optional.empty();
    private OptionalInt port = OptionalInt.empty();

    UriParser(String text) {
        this.text = text.equals("xen") ? "xen:///system" : text;
    }

    ConnectUri parse() {
        checkCharacters();
        int colon = text.indexOf(':');
        if (colon < 1 || !isScheme(text.substring(0, colon))) {
            throw fault("a driver and '://' must come first, as in qemu:///system");
        }
        String scheme = text.substring(0, colon);
        int plus = scheme.indexOf('+');
        String driver = plus < 0 ? scheme : scheme.substring(0, plus);
        String rest = withoutFragment(text.substring(colon + 1));
        int question = rest.indexOf('?');
        String hierarchy = question < 0 ? rest : rest.substring(0, question);
        String path = PercentCode.decode(authority(hierarchy));
        List<ConnectUri.Query> query = query(question < 0 ? "" : rest.substring(question + 1));
        UriTransport transport = transport(plus < 0 ? "" : scheme.substring(plus + 1), plus >= 0);
        ConnectUri uri = new ConnectUri(text, driver, transport, user, host, port, path, query);
        if (transport == UriTransport.UNIX && host.isPresent()) {
            throw fault(
                    "a unix socket is on this machine, so it goes with no host; write "
                            + driver
                            + "+unix://"
                            + path
                            + " or another transport");
        }
        return uri;
    }

    private void checkCharacters() {
        if (text.length() > LONGEST) {
            throw new UriException(
                    "a URI of " + text.length() + " characters is longer than " + LONGEST);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                throw fault("blanks and control characters must be written as %20 and the like");
            }
        }
    }

    private static boolean isScheme(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean later = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !later)) {
                return false;
            }
        }
        return true;
    }

    private static String withoutFragment(String rest) {
        int hash = rest.indexOf('#');
        return hash < 0 ? rest : rest.substring(0, hash);
    }

    /// Takes off `//user@host:port` and gives the path behind it.
    private String authority(String hierarchy) {
        if (!hierarchy.startsWith("//")) {
            return hierarchy;
        }
        int slash = hierarchy.indexOf('/', 2);
        int end = slash < 0 ? hierarchy.length() : slash;
        String authority = hierarchy.substring(2, end);
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            user =
                    Optional.of(PercentCode.decode(authority.substring(0, at)))
                            .filter(name -> !name.isEmpty());
        }
        hostAndPort(authority.substring(at + 1));
        return hierarchy.substring(end);
    }

    private void hostAndPort(String text) {
        String name;
        String rest;
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close < 0) {
                throw fault("the bracket before the IPv6 address is not closed");
            }
            name = text.substring(1, close);
            rest = text.substring(close + 1);
        } else {
            int colon = text.indexOf(':');
            name = colon < 0 ? text : text.substring(0, colon);
            rest = colon < 0 ? "" : text.substring(colon);
        }
        host = Optional.of(PercentCode.decode(name)).filter(each -> !each.isEmpty());
        if (!rest.isEmpty()) {
            port = port(rest);
        }
    }

    private OptionalInt port(String rest) {
        if (!rest.startsWith(":")) {
            throw fault("between the address and the path only a port can stand");
        }
        String digits = rest.substring(1);
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(digits);
            if (number >= 1 && number <= LAST_PORT) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // Refused below, as numbers out of range are.
        }
        throw fault("the port must be a number from 1 to " + LAST_PORT + ", not '" + digits + "'");
    }

    private static List<ConnectUri.Query> query(String text) {
        List<ConnectUri.Query> query = new ArrayList<>();
        for (String part : text.split("[&;]", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            query.add(new ConnectUri.Query(PercentCode.decode(name), PercentCode.decode(value)));
        }
        return query;
    }

    private UriTransport transport(String word, boolean named) {
        if (!named) {
            return host.isPresent() ? UriTransport.TLS : UriTransport.UNIX;
        }
        return UriTransport.find(word)
                .orElseThrow(() -> {
                    List<String> words = new ArrayList<>();
                    for (UriTransport each : UriTransport.values()) {
                        words.add(each.word());
                    }
                    return fault(
                            "there is no transport '"
                                    + word
                                    + "', only "
                                    + String.join(", ", words));
                });
    }

    private UriException fault(String detail) {
        return new UriException("'" + text + "' is no URI to connect to: " + detail);
    }
}
