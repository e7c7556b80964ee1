package org.domcaps.library;

import org.domcaps.driver.EmulatorFault;

import java.util.List;

/// A facts bundle that was written.
///
/// @param files its files, in the order in which they were written
/// @param faults emulators of the host that are not in it because they did not answer, ordered by
///   path
public record RecordedBundle(List<RecordedFile> files, List<EmulatorFault> faults) {
    /// Copies.
    public RecordedBundle {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /// Whether every emulator is in it.
    public boolean isComplete() {
        return faults.isEmpty();
    }
}
