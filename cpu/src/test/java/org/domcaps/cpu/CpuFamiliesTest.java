package org.domcaps.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which architectures have rules, and what all rules have in common.
class CpuFamiliesTest {

    @Test
    void architecturesHaveTheRulesThatTheFactsSay() {
        for (JsonObject row : CpuFacts.rows("facts/arch_cpu_drivers.json")) {
            Arch arch = Arch.find(row.findString("arch").orElseThrow()).orElseThrow();
            Optional<CpuFamily> family = CpuFamilies.of(arch, Release.OLDEST);
            assertThat(family.isPresent())
                    .as(arch.xmlName())
                    .isEqualTo(row.findString("driver").isPresent());
            assertThat(CpuFamilies.expansionPlan(arch).type().qemuName())
                    .as(arch.xmlName())
                    .isEqualTo(row.findString("expansion_type").orElseThrow().split(" ")[0]);
            String filter = row.findString("model_filter").orElseThrow();
            assertThat(family.filter(rules -> rules.lists("nobody")).isPresent())
                    .as(arch.xmlName())
                    .isEqualTo(filter.equals("none"));
            if (row.findString("host_model").orElseThrow().equals("never") && family.isPresent()) {
                assertThat(family.get().hostModel(everythingKnown(arch))).isEmpty();
            }
        }
    }

    private static HostModelInput everythingKnown(Arch arch) {
        return new HostModelInput(
                arch,
                true,
                Optional.of(new Expansion("host", List.of())),
                List.of(),
                true,
                Optional.of(new HostProcessor.Simulated("any")),
                OptionalInt.of(48));
    }

    @ParameterizedTest
    @EnumSource(names = {"RISCV32", "PPC", "PPCLE", "PPCEMB", "SPARC", "MIPS64EL", "ALPHA"})
    void architecturesWithoutRulesAreAskedInThePlainWay(Arch arch) {
        assertThat(CpuFamilies.of(arch, Release.NEWEST)).isEmpty();
        assertThat(CpuFamilies.expansionPlan(arch)).isEqualTo(ExpansionPlan.PLAIN);
    }

    @ParameterizedTest
    @EnumSource(Arch.class)
    void hostIsNeverListedAndThePlanIsThatOfEveryRelease(Arch arch) {
        for (Release release : List.of(Release.OLDEST, Release.NEWEST)) {
            Optional<CpuFamily> family = CpuFamilies.of(arch, release);
            if (family.isPresent()) {
                assertThat(family.get().lists("host")).isFalse();
                assertThat(family.get().expansionPlan()).isEqualTo(CpuFamilies.expansionPlan(arch));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"riscv64", "loongarch64"})
    void architecturesOfWhichNothingIsKnownListEverything(String name) {
        Arch arch = Arch.find(name).orElseThrow();
        CpuFamily family = CpuFamilies.of(arch, Release.NEWEST).orElseThrow();
        assertThat(family.lists("max")).isTrue();
        assertThat(family.vendorOf("la464")).isEmpty();
        assertThat(family.needsProcessor(false)).isFalse();
        assertThat(family.hostModel(everythingKnown(arch))).isEmpty();
        assertThat(family.expansionPlan()).isEqualTo(ExpansionPlan.PLAIN);
    }

    @Test
    void riscvTakesTheHostsModelAndLoongArchLeavesTheModeToTheEmulator() {
        CpuDefinition host =
                CpuDefinitions.of(
                        "<cpu><arch>riscv64</arch><model>x</model><vendor>V</vendor>"
                                + "<feature name='f'/></cpu>");
        GuestCpu open =
                CpuDefinitions.guest(
                        "<cpu mode='host-model'><feature policy='optional' name='g'/></cpu>");
        assertThat(CpuDefinitions.text(operations(Arch.RISCV64).update(open, host)))
                .isEqualTo(
                        "<cpu mode='custom' match='exact'> <model fallback='allow'>x</model>"
                            + " <vendor>V</vendor> <feature policy='require' name='f'/> </cpu>");
        assertThat(operations(Arch.LOONGARCH64).update(open, host)).isEqualTo(open);
    }

    private static CpuOperations operations(Arch arch) {
        return CpuFamilies.of(arch, Release.NEWEST).orElseThrow().operations();
    }
}
