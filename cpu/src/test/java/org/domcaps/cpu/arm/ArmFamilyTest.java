package org.domcaps.cpu.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuDefinitions;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuOperationException;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The operations answer as libvirt 12.8 was seen to.
class ArmFamilyTest {

    private static final long CPUID = 1 << 11;
    private static final CpuFamily FAMILY =
            CpuFamilies.of(Arch.AARCH64, Release.OLDEST).orElseThrow();
    private static final CpuOperations OPERATIONS = FAMILY.operations();

    @ParameterizedTest
    @EnumSource(names = {"ARMV6L", "ARMV7L", "ARMV7B", "AARCH64"})
    void everyModelButHostIsListedAndNoneHasAVendor(Arch arch) {
        CpuFamily family = CpuFamilies.of(arch, Release.OLDEST).orElseThrow();
        assertThat(family.lists("cortex-a57")).isTrue();
        assertThat(family.lists("max")).isTrue();
        assertThat(family.lists("host")).isFalse();
        assertThat(family.vendorOf("cortex-a57")).isEmpty();
        assertThat(family.canonicalOf("cortex-a57")).isEmpty();
        assertThat(family.modelName("Cortex")).isEqualTo("Cortex");
        assertThat(family.expansionPlan().type()).isEqualTo(ExpansionPlan.Type.FULL);
        assertThat(family.expansionPlan().has(ExpansionPlan.Trait.HYPERV)).isTrue();
        assertThat(family.expansionPlan().has(ExpansionPlan.Trait.UNMIGRATABLE)).isFalse();
    }

    @Test
    void thereIsNeverAHostModel() {
        HostModelInput input =
                new HostModelInput(
                        Arch.AARCH64,
                        true,
                        Optional.of(new Expansion("host", List.of())),
                        List.of(),
                        true,
                        Optional.of(new HostProcessor.ArmRegisters(0x410fd0c1L, -1)),
                        OptionalInt.of(48));
        assertThat(FAMILY.needsProcessor(false)).isFalse();
        assertThat(FAMILY.hostModel(input)).isEmpty();
    }

    private static Optional<String> described(CpuFamily family, long midr, long hwcap) {
        return family.describeHost(new HostProcessor.ArmRegisters(midr, hwcap))
                .map(CpuDefinitionWriter::write);
    }

    @Test
    void theHostIsDescribedByItsRegisters() {
        assertThat(described(FAMILY, 0x413fd0c1L, CPUID | 0b11))
                .contains(
                        """
                        <cpu>
                          <arch>aarch64</arch>
                          <model>Neoverse-N1</model>
                          <vendor>ARM</vendor>
                          <feature name='fp'/>
                          <feature name='asimd'/>
                          <feature name='cpuid'/>
                        </cpu>
                        """);
    }

    @Test
    void theFirstModelWithThePartCountsWhoeverMadeIt() {
        assertThat(described(FAMILY, 0x480fd0c1L, CPUID))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("Neoverse-N1").contains("HiSilicon"));
        assertThat(described(FAMILY, 0x000fd0c1L, CPUID))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("vendor"));
    }

    @Test
    void whatLibvirtCannotDescribeIsNotDescribed() {
        assertThat(described(FAMILY, 0x413fd0c1L, 0b11)).as("registers not readable").isEmpty();
        assertThat(described(FAMILY, 0x413fdff1L, CPUID)).as("unknown part").isEmpty();
        assertThat(described(FAMILY, 0xc03fd0c1L, CPUID)).as("unknown implementer").isEmpty();
        CpuFamily small = CpuFamilies.of(Arch.ARMV7L, Release.OLDEST).orElseThrow();
        assertThat(described(small, 0x413fd0c1L, CPUID)).as("32 bit").isEmpty();
        assertThat(FAMILY.describeHost(new HostProcessor.PowerVersion(1))).isEmpty();
        assertThat(FAMILY.describeHost(new HostProcessor.Simulated("a64fx"))).isPresent();
    }

    private static CpuDefinition host(String rest) {
        return CpuDefinitions.of("<cpu><arch>aarch64</arch>" + rest + "</cpu>");
    }

    private static GuestCpu guest(String text) {
        return CpuDefinitions.guest(text);
    }

    @Test
    void hostsAreComparedByVendorAndModel() {
        CpuDefinition one = host("<model>a</model><vendor>ARM</vendor>");
        assertThat(
                        OPERATIONS.compare(
                                one,
                                host("<model>a</model><vendor>ARM</vendor><feature name='sve'/>")))
                .isEqualTo(Comparison.identical());
        assertThat(OPERATIONS.compare(one, host("<model>a</model>")).reason())
                .isEqualTo("the host is a of ARM and not a of no vendor");
        assertThat(
                        OPERATIONS
                                .compare(one, host("<model>b</model><vendor>ARM</vendor>"))
                                .isCompatible())
                .isFalse();
        assertThat(OPERATIONS.compare(one, guest("<cpu><model>b</model></cpu>")))
                .isEqualTo(Comparison.identical());
    }

    @Test
    void theBaselineIsTheFirstModel() {
        GuestCpu baseline =
                OPERATIONS.baseline(
                        List.of(
                                host("<model>a</model><vendor>ARM</vendor>"),
                                host("<model>b</model>")),
                        BaselineOptions.NONE);
        assertThat(CpuDefinitions.text(baseline))
                .isEqualTo(
                        "<cpu mode='custom' match='exact'> <model fallback='allow'>a</model>"
                                + " </cpu>");
        assertThatThrownBy(() -> OPERATIONS.baseline(List.of(host("")), BaselineOptions.NONE))
                .isInstanceOf(CpuOperationException.class);
        assertThatThrownBy(() -> OPERATIONS.baseline(List.of(), BaselineOptions.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hostModelBecomesTheHostsAndNothingElseIsSettled() {
        CpuDefinition host = host("<model>a</model><vendor>ARM</vendor><feature name='sve'/>");
        GuestCpu open =
                guest("<cpu mode='host-model'><feature policy='optional' name='sve'/></cpu>");
        assertThat(CpuDefinitions.text(OPERATIONS.update(open, host)))
                .isEqualTo(
                        "<cpu mode='custom' match='exact'> <model fallback='allow'>a</model>"
                                + " <vendor>ARM</vendor> <feature policy='require' name='sve'/>"
                                + " </cpu>");
        GuestCpu custom =
                guest(
                        "<cpu match='minimum'><model>x</model>"
                                + "<feature policy='optional' name='sve'/></cpu>");
        assertThat(OPERATIONS.update(custom, host)).isEqualTo(custom);
    }

    @Test
    void featuresMustBeThoseThatCanBeSwitched() {
        OPERATIONS.checkFeatures(
                guest("<cpu><feature name='sve128'/><feature name='pauth'/></cpu>"));
        assertThatThrownBy(
                        () -> OPERATIONS.checkFeatures(guest("<cpu><feature name='aes'/></cpu>")))
                .isInstanceOf(UnknownCpuNameException.class)
                .hasMessage("unknown CPU feature 'aes'");
        assertThatThrownBy(() -> OPERATIONS.hasFeature(host("<model>a</model>"), "sve"))
                .isInstanceOf(CpuOperationException.class);
    }
}
