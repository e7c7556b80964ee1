package org.domcaps.rpc.uri;

import org.domcaps.host.system.HostRoot;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the meaning of a URI depends on besides the URI: files of this machine and the environment
/// of the process.
///
/// @param root the machine whose configuration, sockets and certificates count
/// @param variables the environment variables
/// @param privileged whether the effective user is root
public record ClientEnvironment(HostRoot root, Map<String, String> variables, boolean privileged) {

    /// Checks and copies.
    public ClientEnvironment {
        Objects.requireNonNull(root, "root");
        variables = Map.copyOf(variables);
    }

    /// A variable that is set and not empty.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// The home directory, from `HOME`.
    public Optional<String> home() {
        return variable("HOME");
    }

    /// Where the user's daemons have their sockets: `libvirt` in `XDG_RUNTIME_DIR`, or in the cache
    /// directory without that.
    public Optional<String> runtimeFolder() {
        return variable("XDG_RUNTIME_DIR")
                .or(() -> variable("XDG_CACHE_HOME"))
                .or(() -> home().map(home -> home + "/.cache"))
                .map(folder -> folder + "/libvirt");
    }

    /// Where the client's configuration lies: `/etc/libvirt` for root, `libvirt` in the user's
    /// configuration directory for others.
    public Optional<String> configurationFolder() {
        return privileged ? Optional.of(SYSTEM_CONFIGURATION) : userConfigurationFolder();
    }

    /// `libvirt` in the user's configuration directory, for root too.
    public Optional<String> userConfigurationFolder() {
        return variable("XDG_CONFIG_HOME")
                .or(() -> home().map(home -> home + "/.config"))
                .map(folder -> folder + "/libvirt");
    }

    /// Where the configuration of the whole machine lies.
    public static final String SYSTEM_CONFIGURATION = "/etc/libvirt";
}
