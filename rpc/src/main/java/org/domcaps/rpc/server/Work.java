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
    /// @param kept whether the answer, if it is complete, holds as long as the stamp does
    /// @param about what it is about, for logs
    record Asked(Supplier<Answer> answer, boolean kept, String about) implements Work {}

    /// What somebody said.
    ///
    /// @param complete whether that was all there is to say; if not, nobody else gets it
    record Answer(Payload result, boolean complete) {}

    /// Somebody has to be asked who says all there is to say.
    static Work asked(Supplier<? extends Payload> answer, boolean kept, String about) {
        return new Asked(() -> new Answer(answer.get(), true), kept, about);
    }
}
