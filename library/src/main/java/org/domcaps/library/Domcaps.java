package org.domcaps.library;

import org.domcaps.driver.Driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a program gets its [Driver] from, one line each:
///
/// ```java
/// try (Driver host = Domcaps.thisHost()) {
///     DomainCapabilities capabilities = host.domainCapabilities(Request.defaults());
/// }
/// ```
///
/// Programs that choose more than this, such as deadlines or other environment variables, use
/// [DriverFactory].
public final class Domcaps {

    private Domcaps() {}

    /// The hypervisors of this host. Facts are kept in the user's cache folder and read from there
    /// while they are valid.
    public static Driver thisHost() {
        return open(Source.thisHost());
    }

    /// What was recorded on some host.
    ///
    /// @param recording a facts bundle (a folder that `domcaps record` wrote), or one `.replies`
    ///   file
    /// @throws org.domcaps.error.DomcapsException if it cannot be read
    public static Driver replay(Path recording) {
        return open(
                new Source(
                        Optional.of(recording),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty()));
    }

    private static Driver open(Source source) {
        return DriverFactory.ofThisProcess().open(source, _ -> {});
    }
}
