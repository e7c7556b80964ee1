package org.domcaps.cpu;

import java.util.Objects;
import java.util.OptionalInt;

/// The `<maxphysaddr>` of a guest definition: how many bits its physical addresses have.
///
/// @param mode where the number comes from
/// @param bits the number, only with [Mode#EMULATE]
/// @param limit the most that the host's number may be taken for, only with [Mode#PASSTHROUGH]
public record MaxPhysAddr(Mode mode, OptionalInt bits, OptionalInt limit) {

    /// Where the number of bits comes from.
    public enum Mode {
        /// From the definition.
        EMULATE("emulate"),
        /// From the host.
        PASSTHROUGH("passthrough");

        private final String xmlName;

        Mode(String xmlName) {
            this.xmlName = xmlName;
        }

        /// The value of the attribute `mode`.
        public String xmlName() {
            return xmlName;
        }
    }

    /// Checks that all are there.
    public MaxPhysAddr {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(bits, "bits");
        Objects.requireNonNull(limit, "limit");
    }
}
