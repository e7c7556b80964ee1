package org.domcaps.rpc.sasl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The text of an `auth.conf`: groups `[credentials-NAME]` with `authname` (or `username`) and
/// `password`, and groups `[auth-libvirt-HOST]` that say which `credentials` a host gets. Pure.
///
/// @param groups the settings of each group
record AuthFile(Map<String, Map<String, String>> groups) {

    private static final String SERVICE = "auth-libvirt-";

    AuthFile {
        Map<String, Map<String, String>> copy = new HashMap<>();
        groups.forEach((name, settings) -> copy.put(name, Map.copyOf(settings)));
        groups = Map.copyOf(copy);
    }

    /// Reads the text. Blank lines and those that begin with `#` or `;` do not count.
    ///
    /// @throws IllegalArgumentException if a line is neither a group nor a setting in one; the
    ///   message has its number
    static AuthFile parse(String text) {
        Map<String, Map<String, String>> groups = new HashMap<>();
        Map<String, String> group = null;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";")) {
                continue;
            }
            int equals = bare.indexOf('=');
            if (bare.startsWith("[") && bare.endsWith("]")) {
                group =
                        groups.computeIfAbsent(
                                bare.substring(1, bare.length() - 1), _ -> new HashMap<>());
            } else if (equals > 0 && group != null) {
                group.put(bare.substring(0, equals).strip(), bare.substring(equals + 1).strip());
            } else {
                throw new IllegalArgumentException(
                        "line " + number + " is neither a [group] nor a name=value in one");
            }
        }
        return new AuthFile(groups);
    }

    /// What a host gets: its own group's credentials, else those of the group `default`.
    ///
    /// @throws IllegalArgumentException if credentials are named and not there, or not complete
    Optional<Login> login(String host) {
        Map<String, String> service =
                groups.getOrDefault(
                        SERVICE + host, groups.getOrDefault(SERVICE + "default", Map.of()));
        String name = service.get("credentials");
        if (name == null) {
            return Optional.empty();
        }
        Map<String, String> credentials = groups.get("credentials-" + name);
        if (credentials == null) {
            throw new IllegalArgumentException("there is no group [credentials-" + name + "]");
        }
        String user = credentials.getOrDefault("authname", credentials.get("username"));
        String password = credentials.get("password");
        if (user == null || password == null) {
            throw new IllegalArgumentException(
                    "the group [credentials-" + name + "] needs authname and password");
        }
        return Optional.of(new Login(user, password));
    }
}
