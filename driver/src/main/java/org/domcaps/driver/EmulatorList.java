package org.domcaps.driver;

import java.util.List;

/// The emulators that can be asked about. One that could not be asked does not hide the others, and
/// is not passed over in silence either.
///
/// @param offers what is offered, ordered by path
/// @param faults what is there and could not be asked, ordered by path
public record EmulatorList(List<EmulatorOffer> offers, List<EmulatorFault> faults) {
    /// Copies.
    public EmulatorList {
        offers = List.copyOf(offers);
        faults = List.copyOf(faults);
    }

    /// A list of emulators that all answered.
    public static EmulatorList complete(List<EmulatorOffer> offers) {
        return new EmulatorList(offers, List.of());
    }

    /// Whether every emulator answered.
    public boolean isComplete() {
        return faults.isEmpty();
    }
}
