package org.domcaps.cpu.x86;

import org.domcaps.document.Release;

/// A made-up map that is small enough to work results out by hand.
final class SmallMap {

    static final String TEXT =
            """
            vendor GenuineIntel Intel
            vendor AuthenticAMD AMD
            vendor CentaurHauls Long Name

            cpuid 1.0 ecx
              0 a
              1 b
              2 c
            cpuid 7.0 ebx
              4 hle
              11 rtm
            msr 10a eax
              0 m-low
            msr 10a edx
              1 m-high
            cpuid 80000001.0 edx
              3 d
              4 e unmigratable
              5 f

            withhold f
            withhold d since 11.10
            translate b qemu-b
            translate e qemu-e since 11.0

            model plain
              features +a
            model early
              vendor Intel
              signature 6/10
              like plain
              features +b
            model late
              vendor Intel
              signature 6/10/3-5 6/11
              like early
              features +c -b
              added +d
              removed e
            model server
              vendor AMD
              decode host
              features +a +d
            alias late-v1 of late since 11.0
            model other
              vendor Long Name
              decode never
              features +a +b
            """;

    private SmallMap() {}

    static CpuMap at(Release release) {
        return CpuMapReader.read("small", TEXT, release);
    }

    static CpuMap newest() {
        return at(Release.NEWEST);
    }

    /// The features of these names.
    static FeatureSet set(CpuMap map, String... names) {
        FeatureSet.Builder set = new FeatureSet.Builder();
        for (String name : names) {
            set.add(map.requireFeature(name).place());
        }
        return set.build();
    }
}
