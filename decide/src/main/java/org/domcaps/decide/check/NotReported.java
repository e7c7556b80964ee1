package org.domcaps.decide.check;

import org.domcaps.decide.Reason;
import org.domcaps.document.Release;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Objects;
import java.util.Optional;

/// The capabilities say nothing about something, neither yes nor no.
///
/// @param what path of the document that is missing: `devices.panic.model`
/// @param since the first release that reports it, if that explains it
public record NotReported(String what, Optional<Release> since) implements Reason {
    /// Checks.
    public NotReported {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(since, "since");
    }

    @Override
    public String kind() {
        return "not-reported";
    }

    @Override
    public String words() {
        return "the capabilities do not report "
                + what
                + since.map(release -> "; libvirt does since " + release).orElse("");
    }

    @Override
    public JsonObject toJson() {
        JsonValue.ObjectBuilder object = JsonValue.object().put("kind", kind()).put("what", what);
        since.ifPresent(release -> object.put("since", release.toString()));
        return object.build();
    }
}
