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

    /// The document for a request with its text. A driver that passes on what another program wrote
    /// gives that program's bytes; the others write the document as the request's release does.
    ///
    /// @throws DriverException as [#domainCapabilities]
    default Answer answer(Request request) {
        return Answer.computed(domainCapabilities(request), request.release());
    }

    /// Every emulator that can be asked about, ordered by path.
    List<EmulatorOffer> emulators();

    /// Releases what the driver holds; a driver that holds nothing does nothing.
    @Override
    default void close() {}
}
