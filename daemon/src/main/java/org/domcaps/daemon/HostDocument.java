package org.domcaps.daemon;

import org.domcaps.driver.EmulatorOffer;

import java.util.List;

/// Who writes the document `<capabilities>` of the host.
@FunctionalInterface
interface HostDocument {

    /// The document, with a line end after the last tag.
    ///
    /// @param offers what the host's emulators serve
    String write(List<EmulatorOffer> offers);
}
