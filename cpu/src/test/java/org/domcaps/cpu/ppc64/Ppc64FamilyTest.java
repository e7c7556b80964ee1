package org.domcaps.cpu.ppc64;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class Ppc64FamilyTest {

    private static final CpuFamily OLDEST = family(Release.OLDEST);
    private static final CpuFamily NEWEST = family(Release.NEWEST);
    private static final HostProcessor POWER9 = new HostProcessor.PowerVersion(0x004e1202);

    private static CpuFamily family(Release release) {
        return CpuFamilies.of(Arch.PPC64, release).orElseThrow();
    }

    private static HostModelInput on(Arch host, HostProcessor processor, String... models) {
        return new HostModelInput(
                host,
                false,
                Optional.of(new Expansion("base", List.of())),
                List.of(models).stream().map(SlotModel::of).toList(),
                false,
                Optional.ofNullable(processor),
                OptionalInt.empty());
    }

    @Test
    void modelsOfTheMapAreListedUnderItsNames() {
        assertThat(OLDEST.modelName("power9")).isEqualTo("POWER9");
        assertThat(OLDEST.modelName("power9_v2.0")).isEqualTo("power9_v2.0");
        assertThat(OLDEST.lists("POWER9")).isTrue();
        assertThat(OLDEST.lists("power9")).isFalse();
        assertThat(OLDEST.lists("970mp_v1.0")).isFalse();
        assertThat(OLDEST.lists("host")).isFalse();
        assertThat(OLDEST.lists("POWER11")).isFalse();
        assertThat(NEWEST.lists("POWER11")).isTrue();
        assertThat(OLDEST.vendorOf("POWERPC_e6500")).contains("Freescale");
        assertThat(OLDEST.vendorOf("power9")).isEmpty();
        assertThat(OLDEST.canonicalOf("POWER9")).isEmpty();
        assertThat(OLDEST.featureName("vsx-x")).isEqualTo("vsx-x");
        assertThat(OLDEST.featuresOfMsr(0x10a, -1)).isEmpty();
        assertThat(OLDEST.expansionPlan()).isEqualTo(ExpansionPlan.PLAIN);
    }

    @Test
    void theHostModelIsThatOfTheRegisterWhateverTheEmulatorAnswers() {
        assertThat(OLDEST.needsProcessor(true)).isTrue();
        assertThat(OLDEST.hostModel(on(Arch.PPC64LE, POWER9, "power8", "power9")))
                .contains(
                        new HostModel(
                                "POWER9",
                                Fallback.ALLOW,
                                Optional.of("IBM"),
                                OptionalInt.empty(),
                                List.of()));
        assertThat(OLDEST.hostModel(on(Arch.PPC64, POWER9))).isPresent();
    }

    @Test
    void aModelThatTheEmulatorDoesNotListIsNoHostModel() {
        assertThat(OLDEST.hostModel(on(Arch.PPC64, POWER9, "power8"))).isEmpty();
    }

    @Test
    void thereIsNoHostModelWithoutAKnownRegisterOrOnAForeignHost() {
        HostProcessor newer = new HostProcessor.PowerVersion(0x00820100);
        assertThat(OLDEST.hostModel(on(Arch.PPC64, newer))).isEmpty();
        assertThat(NEWEST.hostModel(on(Arch.PPC64, newer))).isPresent();
        assertThat(OLDEST.hostModel(on(Arch.PPC64, null))).isEmpty();
        assertThat(OLDEST.hostModel(on(Arch.X86_64, POWER9))).isEmpty();
        assertThat(OLDEST.hostModel(on(Arch.PPC64, new HostProcessor.ArmRegisters(1, 1))))
                .isEmpty();
    }

    @Test
    void aSimulatedHostIsItsNameAndNoMore() {
        HostModelInput input =
                new HostModelInput(
                        Arch.PPC64,
                        true,
                        Optional.empty(),
                        List.of(SlotModel.of("power9")),
                        false,
                        Optional.of(new HostProcessor.Simulated("POWER8")),
                        OptionalInt.of(64));
        HostModel model = OLDEST.hostModel(input).orElseThrow();
        assertThat(model.model()).isEqualTo("POWER8");
        assertThat(model.vendor()).isEmpty();
        assertThat(model.maxPhysAddr()).hasValue(64);
        assertThat(OLDEST.expand(model)).isEqualTo(model);
    }

    @Test
    void theHostIsDescribedByModelAndVendor() {
        assertThat(OLDEST.describeHost(POWER9).map(CpuDefinitionWriter::write))
                .contains(
                        """
                        <cpu>
                          <arch>ppc64</arch>
                          <model>POWER9</model>
                          <vendor>IBM</vendor>
                        </cpu>
                        """);
        assertThat(OLDEST.describeHost(new HostProcessor.PowerVersion(1))).isEmpty();
        assertThat(OLDEST.describeHost(new HostProcessor.Simulated("POWER8"))).isPresent();
        assertThat(OLDEST.describeHost(new CpuidDump(new LinkedHashMap<>(), new LinkedHashMap<>())))
                .isEmpty();
    }

    @Test
    void theNamesOfAllModelsAreTheMaps() {
        assertThat(new Ppc64Family(Arch.PPC64, new Release(10, 7)).modelNames())
                .startsWith("POWER6", "POWER7")
                .endsWith("POWER10", "POWERPC_e5500", "POWERPC_e6500");
        assertThat(new Ppc64Family(Arch.PPC64LE, Release.NEWEST).modelNames())
                .contains("POWER11")
                .hasSize(8);
    }
}
