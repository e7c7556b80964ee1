package org.domcaps.host.system;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the facts depend on of the environment of the asking process.
///
/// @param path the search path for programs, `PATH`
/// @param workingDirectory what relative items of the search path start from; absolute
/// @param home the variable `HOME`; without it the passwd entry of the user counts
/// @param xdgConfigHome the variable `XDG_CONFIG_HOME`; an empty value is not the same as none
/// @param privileged whether to look as a system daemon does (effective uid 0), which has no user
///   directories
public record HostEnvironment(
        String path,
        String workingDirectory,
        Optional<String> home,
        Optional<String> xdgConfigHome,
        boolean privileged) {

    /// The search path of a process without the variable.
    public static final String DEFAULT_PATH = "/bin:/usr/bin";

    /// Checks that nothing is null.
    public HostEnvironment {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(xdgConfigHome, "xdgConfigHome");
    }

    /// Picks what counts out of the variables of a process.
    public static HostEnvironment of(
            Map<String, String> variables, String workingDirectory, boolean privileged) {
        return new HostEnvironment(
                variables.getOrDefault("PATH", DEFAULT_PATH),
                workingDirectory,
                Optional.ofNullable(variables.get("HOME")),
                Optional.ofNullable(variables.get("XDG_CONFIG_HOME")),
                privileged);
    }

    /// The folder of the user's settings: `XDG_CONFIG_HOME` if it exists, even if it is empty, else
    /// `.config` in the home directory. Empty if there is no home either.
    ///
    /// @param passwdHome the home directory of the passwd entry, used without `HOME`
    public Optional<String> configDirectory(Optional<String> passwdHome) {
        if (xdgConfigHome.isPresent()) {
            return xdgConfigHome;
        }
        return home.or(() -> passwdHome).map(folder -> folder + "/.config");
    }
}
