package org.domcaps.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.Comparison.Verdict;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Comparing with what an emulator offers, and baselines within it.
class CpuServiceTest {

    private static final String CPU =
            "<cpu mode='custom' match='exact'><model>Nehalem</model>"
                    + "<feature policy='require' name='aes'/>"
                    + "<feature policy='require' name='invtsc'/>"
                    + "<feature policy='require' name='xsaves'/></cpu>";

    private final CpuService service = new CpuService(Release.NEWEST);

    private static DomainCapabilities document() {
        return DocumentReader.read(
                """
                <domainCapabilities>
                  <path>/usr/bin/qemu-system-x86_64</path>
                  <domain>kvm</domain>
                  <machine>pc-i440fx-9.1</machine>
                  <arch>x86_64</arch>
                  <os supported='yes'>
                    <loader supported='no'/>
                  </os>
                  <cpu>
                    <mode name='host-passthrough' supported='no'/>
                    <mode name='maximum' supported='no'/>
                    <mode name='host-model' supported='yes'>
                      <model fallback='forbid'>Nehalem</model>
                      <vendor>Intel</vendor>
                    </mode>
                    <mode name='custom' supported='yes'>
                      <model usable='yes' vendor='Intel'>Nehalem</model>
                      <model usable='yes' vendor='Intel'>Penryn</model>
                    </mode>
                  </cpu>
                  <devices>
                    <disk supported='no'/>
                  </devices>
                  <features>
                    <gic supported='no'/>
                  </features>
                </domainCapabilities>
                """
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String baseline(Optional<List<String>> known, boolean migratable) {
        return service.baseline(document(), known, List.of(CPU), false, migratable);
    }

    @Test
    void aCpuIsComparedWithTheHostModel() {
        assertThat(service.compare(document(), "<cpu><model>Penryn</model></cpu>", false))
                .isEqualTo(Verdict.SUPERSET);
        assertThat(service.compare(document(), CPU, false)).isEqualTo(Verdict.INCOMPATIBLE);
        assertThatThrownBy(() -> service.compare(document(), CPU, true))
                .hasMessageContaining(
                        "Host CPU does not provide required features: aes, xsaves, invtsc");
    }

    @Test
    void anotherArchitectureIsNamed() {
        String power = "<cpu><arch>ppc64</arch><model>POWER8</model></cpu>";
        assertThatThrownBy(() -> service.compare(document(), power, true))
                .hasMessageContaining("CPU arch ppc64 does not match host arch");
    }

    @Test
    void aBaselineHasNoFeatureThatTheEmulatorDoesNotKnow() {
        assertThat(baseline(Optional.empty(), false)).contains("name='aes'");
        assertThat(baseline(Optional.of(List.of("invtsc")), false))
                .contains("policy='require' name='invtsc'")
                .doesNotContain("policy='require' name='aes'");
    }

    @Test
    void whatCanBeMigratedIsTheEmulatorsWordIfItSaysSo() {
        assertThat(baseline(Optional.empty(), true))
                .doesNotContain("name='xsaves'")
                .doesNotContain("name='invtsc'");
        assertThat(baseline(Optional.of(List.of("xsaves", "aes")), true))
                .contains("policy='require' name='xsaves'")
                .doesNotContain("policy='require' name='invtsc'");
    }
}
