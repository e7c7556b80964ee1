package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class X86BlockersTest {

    private final CpuFamily family = new X86Family(Arch.X86_64, Release.NEWEST);

    private static GuestCpu host(String model, String vendor, String... changes) {
        List<CpuFeature> features = new ArrayList<>();
        for (String change : changes) {
            features.add(
                    CpuFeature.of(
                            change.substring(1),
                            change.startsWith("+")
                                    ? FeaturePolicy.REQUIRE
                                    : FeaturePolicy.DISABLE));
        }
        return GuestCpu.exact(
                ModelChoice.of(model, Fallback.FORBID), Optional.of(vendor), features);
    }

    @Test
    void aModelRunsOnAHostOfItsOwnModel() {
        for (MapModel model : CpuMap.forRelease(Release.NEWEST).models()) {
            assertThat(family.blockers(host(model.name(), "Intel"), model.name(), true))
                    .as(model.name())
                    .isEmpty();
        }
    }

    @Test
    void whatTheHostLacksIsNamedInByteOrder() {
        assertThat(family.blockers(host("EPYC", "AMD", "-sha-ni", "-avx2"), "EPYC", true))
                .containsExactly("avx2", "sha-ni");
    }

    @Test
    void nobodyMissesWhatTheAcceleratorLeavesOut() {
        assertThat(family.blockers(host("EPYC", "AMD", "-svm", "-vme"), "EPYC", true))
                .containsExactly("vme");
        assertThat(family.blockers(host("EPYC", "AMD", "-svm", "-vme"), "EPYC", false))
                .containsExactly("svm");
    }

    @Test
    void whatHangsOnAMissingFeatureIsNotNamedBesideIt() {
        // EPYC-v3 has npt and nrip-save, which exist with svm only.
        assertThat(family.blockers(host("EPYC-v3", "AMD", "-svm", "-npt"), "EPYC-v3", false))
                .containsExactly("svm");
        assertThat(family.blockers(host("EPYC-v3", "AMD", "-npt"), "EPYC-v3", false))
                .containsExactly("npt");
        // Nested paging of Intel: the model has it, and vmx itself is off unless asked for.
        assertThat(
                        family.blockers(
                                host("Skylake-Client", "Intel", "-vmx-ept"),
                                "Skylake-Client",
                                true))
                .isEmpty();
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatThrownBy(() -> family.blockers(host("EPYC", "AMD"), "Nosuch", true))
                .isInstanceOf(UnknownCpuNameException.class);
        assertThatThrownBy(() -> family.blockers(host("Nosuch", "AMD"), "EPYC", true))
                .isInstanceOf(UnknownCpuNameException.class);
    }
}
