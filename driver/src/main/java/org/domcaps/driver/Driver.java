package org.domcaps.driver;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;

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

    /// Why the document for a request says what it says, and why it does not say the rest.
    ///
    /// A driver that does not know its rules as values gives what the document itself tells.
    ///
    /// @throws DriverException as [#domainCapabilities]
    default Explanation explain(Request request) {
        return DocumentFindings.explain(domainCapabilities(request), request.release());
    }

    /// Every emulator that can be asked about, and those that are there and do not answer.
    ///
    /// @throws org.domcaps.error.DomcapsException if not even their names can be found out
    EmulatorList emulators();

    /// Releases what the driver holds; a driver that holds nothing does nothing.
    @Override
    default void close() {}
}
