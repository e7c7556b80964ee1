package org.domcaps.cli;

import org.domcaps.library.RecordedBundle;
import org.domcaps.library.Source;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Writes facts bundles.
@FunctionalInterface
public interface Recorder {

    /// Records the emulators of a source, and the facts of the host, into a folder.
    ///
    /// The folder is made if it is missing. If it holds an older bundle, what that one has and the
    /// new one has not is removed; other files stay.
    ///
    /// @param source which emulators; an empty list means every one that is found
    /// @param folder where to write
    /// @param notices takes lines that a person should see although nothing failed
    /// @return what was written, and which emulators that were found are not in it
    /// @throws org.domcaps.error.DomcapsException if an emulator that the source names cannot be
    ///   probed, or none that was found, or a file cannot be written
    RecordedBundle record(Source source, Path folder, Consumer<String> notices);
}
