package org.domcaps.rpc.sasl;

import org.domcaps.host.system.FileText;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;
import org.domcaps.rpc.uri.UriParameter;

import java.util.Optional;

/// Finds the user name and password for a URI where libvirt's client looks for them: the file of
/// the parameter `authfile`; else that of the variable `LIBVIRT_AUTH_FILE`; else `auth.conf` of the
/// user; else `auth.conf` of the machine. The first file that is there counts.
public final class Logins {

    /// The variable that names a file.
    public static final String FILE_VARIABLE = "LIBVIRT_AUTH_FILE";

    private static final int MOST_BYTES = 1 << 20;

    private final ClientEnvironment environment;

    /// Logins of an environment.
    public Logins(ClientEnvironment environment) {
        this.environment = environment;
    }

    /// The login for the host of a URI; empty if no file has one.
    ///
    /// @throws AuthenticationException if a file that was named is not there, or if one cannot be
    ///   used
    public Optional<Login> find(ConnectUri uri) {
        Optional<String> named =
                uri.parameter(UriParameter.AUTHFILE).or(() -> environment.variable(FILE_VARIABLE));
        Optional<String> file =
                named.or(() ->
                        existing(environment.userConfigurationFolder())
                                .or(() ->
                                        existing(
                                                Optional.of(
                                                        ClientEnvironment.SYSTEM_CONFIGURATION))));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String text =
                switch (environment.root().readText(file.get(), MOST_BYTES)) {
                    case FileText.Text(String content) -> content;
                    case FileText.Missing _ -> throw unusable(file.get(), "it is not there", null);
                    case FileText.Refused(String reason) ->
                            throw unusable(file.get(), reason, null);
                };
        try {
            return AuthFile.parse(text).login(uri.host().orElse("localhost"));
        } catch (IllegalArgumentException e) {
            throw unusable(file.get(), e.getMessage(), e);
        }
    }

    private Optional<String> existing(Optional<String> folder) {
        return folder.map(path -> path + "/auth.conf").filter(environment.root()::exists);
    }

    private static AuthenticationException unusable(String file, String why, Throwable cause) {
        return new AuthenticationException("cannot use " + file + ": " + why, cause);
    }
}
