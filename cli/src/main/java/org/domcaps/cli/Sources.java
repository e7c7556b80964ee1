package org.domcaps.cli;

import org.domcaps.driver.Driver;
import org.domcaps.library.Source;

import java.util.function.Consumer;

/// Opens the driver that a command's source options name.
@FunctionalInterface
public interface Sources {

    /// The driver for a source; the caller closes it.
    ///
    /// @param source where the facts come from
    /// @param notices takes lines that a person should see although nothing failed, such as a
    ///   damaged cache file that is rebuilt; each is one line without line end, and goes to
    ///   standard error
    /// @throws org.domcaps.error.DomcapsException if the source cannot be opened
    Driver open(Source source, Consumer<String> notices);
}
