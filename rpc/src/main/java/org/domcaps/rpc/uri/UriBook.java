package org.domcaps.rpc.uri;

import org.domcaps.host.LibvirtConf;
import org.domcaps.host.system.FileText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The URIs that a user has names for: `uri_aliases` and `uri_default` of the client's
/// `libvirt.conf`, and the variable `LIBVIRT_DEFAULT_URI`.
public final class UriBook {

    /// The variable that names the URI of whoever names none.
    public static final String DEFAULT_VARIABLE = "LIBVIRT_DEFAULT_URI";

    private static final int MOST_BYTES = 1 << 20;

    private final ClientEnvironment environment;

    /// The names that count in an environment.
    public UriBook(ClientEnvironment environment) {
        this.environment = environment;
    }

    /// The URI that a text means: an alias, or the text itself.
    ///
    /// @throws UriException if the configuration cannot be read, or if the text is no URI
    public ConnectUri resolve(String text) {
        return ConnectUri.parse(aliases().getOrDefault(text, text));
    }

    /// The URI of somebody who names none: `LIBVIRT_DEFAULT_URI`, else `uri_default`, else whatever
    /// the daemon behind the default socket chooses. An alias counts here, too.
    ///
    /// @throws UriException as [#resolve]
    public ConnectUri standard() {
        Optional<String> named =
                environment
                        .variable(DEFAULT_VARIABLE)
                        .or(() -> settings().string("uri_default").filter(s -> !s.isEmpty()));
        if (named.isPresent()) {
            return resolve(named.get());
        }
        return ConnectUri.parse(
                environment.privileged() ? "remote:///" : "remote://" + ConnectUri.SESSION);
    }

    private Map<String, String> aliases() {
        List<String> rows = settings().list("uri_aliases").orElse(List.of());
        List<Map.Entry<String, String>> aliases = new ArrayList<>();
        for (String row : rows) {
            int equals = row.indexOf('=');
            if (equals < 1 || !isAlias(row.substring(0, equals))) {
                throw new UriException(
                        file().orElse("")
                                + ": the row '"
                                + row
                                + "' of uri_aliases must be alias=uri, the alias of letters,"
                                + " digits, _ and -");
            }
            aliases.add(Map.entry(row.substring(0, equals), row.substring(equals + 1)));
        }
        Map<String, String> first = new HashMap<>();
        for (Map.Entry<String, String> alias : aliases) {
            first.putIfAbsent(alias.getKey(), alias.getValue());
        }
        return first;
    }

    private static boolean isAlias(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean known =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '_'
                            || c == '-';
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> file() {
        return environment.configurationFolder().map(folder -> folder + "/libvirt.conf");
    }

    private LibvirtConf.Parsed.Settings settings() {
        Optional<String> file = file();
        if (file.isEmpty()) {
            return new LibvirtConf.Parsed.Settings(Map.of());
        }
        return switch (environment.root().readText(file.get(), MOST_BYTES)) {
            case FileText.Text(String content) -> parsed(file.get(), content);
            case FileText.Missing _ -> new LibvirtConf.Parsed.Settings(Map.of());
            case FileText.Refused(String reason) ->
                    throw new UriException("cannot read " + file.get() + ": " + reason);
        };
    }

    private static LibvirtConf.Parsed.Settings parsed(String file, String content) {
        return switch (LibvirtConf.parse(content)) {
            case LibvirtConf.Parsed.Settings settings -> settings;
            case LibvirtConf.Parsed.Malformed(int line, String detail) ->
                    throw new UriException(file + ":" + line + ": " + detail);
            case LibvirtConf.Parsed.Unreadable(String reason) ->
                    throw new UriException("cannot read " + file + ": " + reason);
        };
    }
}
