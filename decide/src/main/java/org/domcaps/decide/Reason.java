package org.domcaps.decide;

import org.domcaps.json.JsonValue.JsonObject;

/// One typed cause of a judgement. Each kind of decision brings its own records.
public interface Reason {

    /// What kind of reason it is: a stable word of small letters and hyphens, such as
    /// `missing-feature`. In JSON it is the member `kind`.
    String kind();

    /// One sentence for people, without a full stop.
    String words();

    /// The same as data: the member `kind`, then what the record holds.
    JsonObject toJson();
}
