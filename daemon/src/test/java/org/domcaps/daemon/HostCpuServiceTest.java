package org.domcaps.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.Comparison.Verdict;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.HostCpu;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.error.DomcapsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// Comparing with the host's own processor, and baselines of such.
class HostCpuServiceTest {

    private static final HostCpu NEHALEM =
            new HostCpu(
                    Arch.X86_64,
                    Optional.of("Nehalem"),
                    Optional.of("Intel"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(CpuFeature.ofHost("aes")));

    private static HostCpuService service(Optional<HostCpu> host) {
        return new HostCpuService(Release.NEWEST, Arch.X86_64, () -> host);
    }

    private static Verdict compare(String cpu) {
        return service(Optional.of(NEHALEM)).compare(cpu, false);
    }

    private static String baseline(String... cpus) {
        return service(Optional.empty()).baseline(List.of(cpus), false, false);
    }

    private static String guest(String model, String features) {
        return "<cpu match='exact'><model>" + model + "</model>" + features + "</cpu>";
    }

    private static String host(String arch, String model) {
        return "<cpu><arch>" + arch + "</arch><model>" + model + "</model></cpu>";
    }

    @Test
    void theHostsOwnProcessorIsWhatCounts() {
        assertThat(compare(guest("Penryn", ""))).isEqualTo(Verdict.SUPERSET);
        assertThat(compare(guest("Nehalem", "<feature policy='require' name='aes'/>")))
                .isEqualTo(Verdict.IDENTICAL);
        assertThat(compare(guest("Haswell", ""))).isEqualTo(Verdict.INCOMPATIBLE);
        assertThat(compare(host("ppc64", "POWER8"))).isEqualTo(Verdict.INCOMPATIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "forbid, aes, Host CPU provides forbidden features: aes",
        "require, avx, Host CPU does not provide required features: avx"
    })
    void incompatibilityIsAnErrorIfThatIsWanted(String policy, String feature, String reason) {
        String cpu = guest("Nehalem", "<feature policy='" + policy + "' name='" + feature + "'/>");
        assertThatThrownBy(() -> service(Optional.of(NEHALEM)).compare(cpu, true))
                .isInstanceOf(DomcapsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void otherArchitecturesAndVendorsAreNamed() {
        HostCpuService service = service(Optional.of(NEHALEM));
        assertThatThrownBy(() -> service.compare(host("ppc64", "POWER8"), true))
                .hasMessageContaining("CPU arch ppc64 does not match host arch");
        String amd = "<cpu match='exact'><model>Nehalem</model><vendor>AMD</vendor></cpu>";
        assertThatThrownBy(() -> service.compare(amd, true))
                .hasMessageContaining("host CPU vendor does not match required CPU vendor AMD");
    }

    @Test
    void aHostThatCannotBeDescribedIsComparableWithNothing() {
        assertThat(service(Optional.empty()).compare(guest("486", ""), false))
                .isEqualTo(Verdict.INCOMPATIBLE);
        assertThatThrownBy(() -> service(Optional.empty()).compare(guest("486", ""), true))
                .hasMessageContaining("unknown host CPU");
    }

    @Test
    void aBaselineIsOfProcessorsOfAnyArchitecture() {
        assertThat(baseline(host("x86_64", "Nehalem"), host("x86_64", "Haswell")))
                .contains("<model fallback='allow'>Nehalem</model>");
        assertThat(baseline(host("ppc64", "POWER8")))
                .contains("<model fallback='forbid'>POWER8</model>");
    }

    @Test
    void expandedBaselinesNameEveryFeature() {
        assertThat(
                        service(Optional.empty())
                                .baseline(List.of(host("x86_64", "Nehalem")), true, false))
                .contains("<feature policy='require' name='sse4.2'/>");
    }

    @ParameterizedTest
    @CsvSource({
        "<cpu mode=`custom`><model>Foo</model></cpu>,"
                + " Attribute mode is only allowed for guest CPU",
        "<cpu><model>EPYC</model></cpu>, Missing CPU architecture",
        "<cpu><arch>x86_64</arch></cpu>, Missing CPU model name"
    })
    void baselinesAreOfHostsOnly(String cpu, String message) {
        String quoted = cpu.replace('`', '\'');
        assertThatThrownBy(() -> baseline(host("x86_64", "Nehalem"), quoted))
                .isInstanceOf(DomcapsException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(HostCpuServiceTest::baseline).hasMessageContaining("no CPUs given");
    }
}
