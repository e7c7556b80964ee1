package org.domcaps.driver;

import org.domcaps.document.DomainCapabilities;

import java.util.List;

/// Somebody who can answer for domain capabilities. Implementations may be used by several threads
/// at once.
public interface Driver extends AutoCloseable {

    /// The document for a request.
    ///
    /// @throws DriverException if the request cannot be served, with libvirt's code and words
    DomainCapabilities domainCapabilities(Request request);

    /// Every emulator that can be asked about, ordered by path.
    List<EmulatorOffer> emulators();

    /// Releases what the driver holds; a driver that holds nothing does nothing.
    @Override
    default void close() {}
}
