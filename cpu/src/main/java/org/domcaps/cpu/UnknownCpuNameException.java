package org.domcaps.cpu;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

/// A name in a CPU definition that the release does not know.
public final class UnknownCpuNameException extends DomcapsException {

    private static final long serialVersionUID = 1L;

    /// What the name is for.
    public enum Kind {
        /// A CPU model.
        MODEL("model"),
        /// A CPU feature.
        FEATURE("feature"),
        /// A vendor.
        VENDOR("vendor"),
        /// A mode in which a POWER processor behaves like an older one.
        COMPATIBILITY_MODE("compatibility mode");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Kind kind;
    private final String name;

    /// A name that is not known.
    public UnknownCpuNameException(Kind kind, String name) {
        super(ErrorCode.INTERNAL, "unknown CPU " + kind.word + " '" + name + "'");
        this.kind = kind;
        this.name = name;
    }

    /// What the name is for.
    public Kind kind() {
        return kind;
    }

    /// The name.
    public String name() {
        return name;
    }
}
