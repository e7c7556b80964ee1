package org.domcaps.qemu;

/// One entry of `query-gic-capabilities`: a version of ARM's interrupt controller, and who can
/// provide it.
public record GicVersion(int version, boolean kernel, boolean emulated) {}
