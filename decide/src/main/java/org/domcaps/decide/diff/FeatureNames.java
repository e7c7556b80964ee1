package org.domcaps.decide.diff;

import java.util.Map;

/// Names of CPU features under which different programs and releases know the same one.
final class FeatureNames {

    /// Spellings of QEMU, the kernel and older releases, and what libvirt writes today; those that
    /// differ only in their separators need no row.
    private static final Map<String, String> TODAY =
            Map.ofEntries(
                    Map.entry("sse3", "pni"),
                    Map.entry("pclmulqdq", "pclmuldq"),
                    Map.entry("xd", "nx"),
                    Map.entry("i64", "lm"),
                    Map.entry("ffxsr", "fxsr-opt"),
                    Map.entry("cqm", "cmt"),
                    Map.entry("cvt16", "f16c"),
                    Map.entry("arch-facilities", "arch-capabilities"),
                    Map.entry("kvmclock", "kvm-clock"),
                    Map.entry("sha", "sha-ni"),
                    Map.entry("tsc-deadline-timer", "tsc-deadline"));

    private FeatureNames() {}

    /// One name for all spellings of a feature.
    static String normalized(String name) {
        String plain = name.replace('_', '-').replace('.', '-');
        return TODAY.getOrDefault(plain, plain);
    }
}
