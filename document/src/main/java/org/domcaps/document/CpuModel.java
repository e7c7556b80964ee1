package org.domcaps.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One named CPU model of mode `custom`.
///
/// @param name the model
/// @param usable whether the host can run it as it stands
/// @param deprecated whether the emulator advises against it; [Support#NOT_REPORTED] is what
///   releases print for "no"
/// @param vendor the vendor's name or `unknown`; absent in documents of very old releases
/// @param canonical the versioned name this one stands for (since 10.10); absent if there is none
/// @param blockers features that keep it from being usable (since 10.9), in document order; empty
///   if none are told
/// @param extras attributes beyond the known format
public record CpuModel(
        String name,
        Usable usable,
        Support deprecated,
        Optional<String> vendor,
        Optional<String> canonical,
        List<String> blockers,
        Extras extras) {

    /// Checks and copies.
    public CpuModel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(usable, "usable");
        Objects.requireNonNull(deprecated, "deprecated");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(canonical, "canonical");
        blockers = List.copyOf(blockers);
        Objects.requireNonNull(extras, "extras");
    }

    /// Whether the host can run a model as it stands.
    public enum Usable {
        /// It can.
        YES("yes"),
        /// It lacks something; see [CpuModel#blockers].
        NO("no"),
        /// The emulator does not tell.
        UNKNOWN("unknown");

        private final String xmlName;

        Usable(String xmlName) {
            this.xmlName = xmlName;
        }

        /// The name in documents.
        public String xmlName() {
            return xmlName;
        }

        /// The value of that name.
        public static Optional<Usable> find(String xmlName) {
            for (Usable value : values()) {
                if (value.xmlName.equals(xmlName)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }
    }
}
