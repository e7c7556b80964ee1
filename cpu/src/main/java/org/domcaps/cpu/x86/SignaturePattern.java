package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuSignature;

/// Processors that a model was made for: one family and model, and a range of steppings with both
/// ends.
public record SignaturePattern(int family, int model, int firstStepping, int lastStepping) {

    /// The highest stepping there is.
    public static final int MAX_STEPPING = 15;

    /// Whether there are processors that both fit.
    boolean overlaps(SignaturePattern other) {
        return family == other.family
                && model == other.model
                && firstStepping <= other.lastStepping
                && other.firstStepping <= lastStepping;
    }

    /// Whether a processor's signature fits.
    public boolean matches(CpuSignature signature) {
        return signature.family() == family
                && signature.model() == model
                && signature.stepping() >= firstStepping
                && signature.stepping() <= lastStepping;
    }
}
