package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.ExpansionProperty.Migratable;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.qmp.QmpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the accelerated conversation asks about the host's CPU, with replies written by hand.
class HostCpuRunTest {

    private static final String EXPANSION_KNOWN = "[" + FakeQemu.EXPANSION_COMMAND + "]";
    private static final String STATIC_HOST = "{'type':'static','model':{'name':'host'}}";
    private static final String STATIC_UNMIGRATABLE =
            "{'type':'static','model':{'name':'host','props':{'migratable':false}}}";
    private static final String HYPERV =
            "{'type':'full','model':{'name':'host','props':{'migratable':false,'hv-passthrough':true}}}";

    private final FakeQemu qemu = FakeQemu.of("x86_64");

    @Test
    void x86IsExpandedWithAndWithoutRegardToMigration() {
        qemu.returns("query-qmp-schema", EXPANSION_KNOWN);
        qemu.returns("qom-list-types", "[{'name': 'max-x86_64-cpu'}]");
        qemu.properties("max-x86_64-cpu", "unavailable-features");
        qemu.expands(STATIC_HOST, "{'name': 'base', 'props': {'invtsc': false}}");
        qemu.expands(STATIC_UNMIGRATABLE, "{'name': 'base', 'props': {'invtsc': true}}");
        qemu.expands(HYPERV, "{'name': 'host', 'props': {'hv-relaxed': true, 'aes': true}}");

        QemuFacts facts = FirstRun.of(qemu);

        assertThat(
                        facts.slot(VirtType.KVM)
                                .hostCpu()
                                .orElseThrow()
                                .properties()
                                .getFirst()
                                .migratable())
                .isEqualTo(Migratable.NO);
        assertThat(facts.enlightenments().has("relaxed")).isTrue();
    }

    @Test
    void withoutTheCommandNothingIsExpanded() {
        qemu.expands(STATIC_HOST, "{'name': 'base', 'props': {}}");
        qemu.expands(HYPERV, "{'name': 'host', 'props': {'hv-relaxed': true}}");

        QemuFacts facts = FirstRun.of(qemu);

        assertThat(facts.slot(VirtType.KVM).hostCpu()).isEmpty();
        assertThat(facts.enlightenments().hasAny()).isFalse();
    }

    @Test
    void aRefusedSecondExpansionLeavesTheFirst() {
        qemu.returns("query-qmp-schema", EXPANSION_KNOWN);
        qemu.returns("qom-list-types", "[{'name': 'max-x86_64-cpu'}]");
        qemu.properties("max-x86_64-cpu", "unavailable-features");
        qemu.expands(STATIC_HOST, "{'name': 'base', 'props': {'invtsc': true}}");

        assertThat(
                        FirstRun.of(qemu)
                                .slot(VirtType.KVM)
                                .hostCpu()
                                .orElseThrow()
                                .properties()
                                .getFirst()
                                .migratable())
                .isEqualTo(Migratable.UNKNOWN);
    }

    @Test
    void anX86ThatDoesNotTellUnavailableFeaturesIsExpandedOnceMoreInFull() {
        FakeQemu i386 = FakeQemu.of("i386").returns("query-qmp-schema", EXPANSION_KNOWN);
        i386.expands(STATIC_HOST, "{'name': 'base', 'props': {'a': true}}");
        i386.expands(
                "{'type':'full','model':{'name':'base','props':{'a':true}}}",
                "{'name': 'x', 'props': {'b': true}}");

        QemuFacts facts = FirstRun.of(i386);

        assertThat(facts.slot(VirtType.KVM).hostCpu().orElseThrow().model()).isEqualTo("x");
        assertThat(facts.slot(VirtType.KVM).hostCpu().orElseThrow().properties().getFirst().name())
                .isEqualTo("b");
    }

    @Test
    void armIsExpandedInFullAndOnce() {
        FakeQemu arm = FakeQemu.of("aarch64").returns("query-qmp-schema", EXPANSION_KNOWN);
        arm.expands(
                "{'type':'full','model':{'name':'host'}}",
                "{'name': 'host', 'props': {'sve': true}}");

        assertThat(FirstRun.of(arm).slot(VirtType.KVM).hostCpu().orElseThrow().model())
                .isEqualTo("host");
        assertThat(arm.asked).doesNotContain("query-cpu-model-expansion " + STATIC_UNMIGRATABLE);
    }

    @Test
    void s390TellsWhatItAdvisesAgainst() {
        FakeQemu s390 = FakeQemu.of("s390x").returns("query-qmp-schema", EXPANSION_KNOWN);
        s390.expands(STATIC_HOST, "{'name': 'z14-base'}");
        s390.returns(
                "query-cpu-model-expansion {'type':'full','model':{'name':'host'}}",
                "{'model': {'name': 'z14'}, 'deprecated-props': ['bpb', 'csske', 7]}");

        QemuFacts facts = FirstRun.of(s390);

        assertThat(facts.slot(VirtType.KVM).deprecatedFeatures()).containsExactly("bpb", "csske");
        assertThat(facts.enlightenments().hasAny()).isFalse();
    }

    @Test
    void s390UnderNamedTcgTellsWhatItAdvisesAgainstOfMax() {
        FakeQemu s390 = FakeQemu.of("s390x").returns("query-qmp-schema", EXPANSION_KNOWN);
        s390.returns("query-accelerators", "{'enabled': 'tcg', 'present': []}");
        s390.expands("{'type':'static','model':{'name':'max'}}", "{'name': 'z14-base'}");
        s390.returns(
                "query-cpu-model-expansion {'type':'full','model':{'name':'max'}}",
                "{'model': {'name': 'z14'}, 'deprecated-props': ['bpb']}");

        QemuFacts facts = FirstRun.of(s390);

        assertThat(facts.slot(VirtType.QEMU).deprecatedFeatures()).containsExactly("bpb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppc64", "riscv64", "loongarch64", "sparc"})
    void othersAreAskedForTheStaticExpansionAlone(String target) {
        FakeQemu qemu = FakeQemu.of(target).returns("query-qmp-schema", EXPANSION_KNOWN);
        qemu.expands(STATIC_HOST, "{'name': 'base', 'props': {'a': true}}");

        assertThat(FirstRun.of(qemu).slot(VirtType.KVM).hostCpu()).isPresent();
        assertThat(qemu.asked)
                .filteredOn(request -> request.startsWith(FakeQemu.EXPANSION_REQUEST))
                .containsExactly(FakeQemu.EXPANSION_REQUEST + " " + STATIC_HOST);
    }

    @Test
    void anExpansionOfAnotherFormEndsTheProbe() {
        qemu.returns("query-qmp-schema", EXPANSION_KNOWN);
        qemu.returns("qom-list-types", "[{'name': 'max-x86_64-cpu'}]");
        qemu.properties("max-x86_64-cpu", "unavailable-features");
        qemu.expands(STATIC_HOST, "{'name': 'base'}");

        assertThatThrownBy(() -> FirstRun.of(qemu))
                .isInstanceOf(QmpException.class)
                .hasMessageContaining("lacks 'props'");
    }
}
