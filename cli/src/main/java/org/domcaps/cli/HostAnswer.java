package org.domcaps.cli;

import org.domcaps.decide.check.DocumentsHost;
import org.domcaps.decide.check.DriverHost;
import org.domcaps.decide.check.HostCapabilities;
import org.domcaps.decide.suggest.DocumentOffers;
import org.domcaps.decide.suggest.DriverOffers;
import org.domcaps.decide.suggest.OfferedHost;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;

import java.util.List;

/// What there is to ask about one host, for commands that ask more than one question.
sealed interface HostAnswer {

    /// The host as definitions are held against it.
    HostCapabilities capabilities(String name);

    /// The host as a guest may be made for it.
    OfferedHost offers(String name);

    /// A document, which knows just its own machine type.
    ///
    /// @param document the document
    record Written(DomainCapabilities document) implements HostAnswer {
        @Override
        public HostCapabilities capabilities(String name) {
            return new DocumentsHost(name, List.of(document));
        }

        @Override
        public OfferedHost offers(String name) {
            return new DocumentOffers(name, List.of(document));
        }
    }

    /// A driver, which knows everything of its host.
    ///
    /// @param driver open until the [HostInput] is closed
    /// @param release the release to answer as
    record Asked(Driver driver, Release release) implements HostAnswer {
        @Override
        public HostCapabilities capabilities(String name) {
            return new DriverHost(name, driver, release);
        }

        @Override
        public OfferedHost offers(String name) {
            return new DriverOffers(name, driver, release);
        }
    }
}
