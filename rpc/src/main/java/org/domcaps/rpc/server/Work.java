package org.domcaps.rpc.server;

import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Payload;

import java.util.function.Supplier;

/// What a call wants.
sealed interface Work {

    /// The reply is known.
    record Done(Payload result) implements Work {}

    /// The call fails.
    record Failed(ErrorRecord error) implements Work {}

    /// Somebody has to be asked.
    ///
    /// @param answer asks; may take long
    /// @param kept whether the answer holds as long as the stamp does
    /// @param about what it is about, for logs
    record Asked(Supplier<? extends Payload> answer, boolean kept, String about) implements Work {}
}
