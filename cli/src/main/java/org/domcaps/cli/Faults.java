package org.domcaps.cli;

import org.domcaps.driver.EmulatorFault;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;

import java.util.ArrayList;
import java.util.List;

/// Emulators that did not answer, while others did.
final class Faults {

    private Faults() {}

    /// Tells each in a line on standard error.
    ///
    /// @return the exit code of a command whose answer they are missing from
    static ExitCode tell(List<EmulatorFault> faults, Context context) {
        for (EmulatorFault fault : faults) {
            context.notices().accept(fault.subject() + " is left out: " + fault.reason());
        }
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.UNKNOWN;
    }

    /// The member `broken` of several schemas.
    static JsonValue json(List<EmulatorFault> faults) {
        List<JsonValue> items = new ArrayList<>();
        for (EmulatorFault fault : faults) {
            items.add(
                    JsonValue.object()
                            .put("name", fault.subject())
                            .put("archs", OfferJson.archs(fault.archs()))
                            .put("reason", fault.reason())
                            .build());
        }
        return new JsonArray(items);
    }
}
