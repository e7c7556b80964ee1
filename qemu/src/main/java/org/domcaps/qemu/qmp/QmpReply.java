package org.domcaps.qemu.qmp;

import org.domcaps.json.JsonValue;

/// What QEMU said to one request.
public sealed interface QmpReply {

    /// The command worked; `value` is the member `return`.
    record Returned(JsonValue value) implements QmpReply {}

    /// The command failed; class and description as QEMU gave them.
    record Failed(String errorClass, String description) implements QmpReply {}
}
