package org.domcaps.qemu.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuFeature;
import org.domcaps.document.CpuModel;
import org.domcaps.document.CpuModel.Usable;
import org.domcaps.document.Detail;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.host.HostFacts;
import org.domcaps.json.JsonReader;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.QemuFacts;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The content of the modes `host-model` and `custom`.
class CpuModesTest {

    private static final Set<Flag> NO_FLAGS = EnumSet.noneOf(Flag.class);
    private static final Release NEWEST = Release.NEWEST;
    private static final HostFacts AMD =
            HostFacts.fromJson(
                    JsonReader.readObject(
                            "{\"physicalAddressBits\": 48, \"kvm\": {\"archCapabilities\": \"0x21\"}}"
                                    .getBytes(UTF_8)));

    private final FakeFacts fake = new FakeFacts();

    private static Target target(VirtType type) {
        return new Target("/usr/bin/qemu", Arch.X86_64, Optional.of("pc"), type);
    }

    private List<CpuModel> models(Release release) {
        return new CpuModes(fake.build(), AMD, target(VirtType.KVM), release).customModels();
    }

    private void models(SlotModel... all) {
        for (SlotModel model : all) {
            fake.cpu(Accelerator.KVM, model);
        }
    }

    private static SlotModel blocked(String name, String... blockers) {
        return new SlotModel(name, Optional.empty(), Optional.of(List.of(blockers)), false);
    }

    @Test
    void modelsAreSortedSince109() {
        models(SlotModel.of("qemu64"), SlotModel.of("486"), SlotModel.of("Penryn"));

        assertThat(models(Release.OLDEST))
                .extracting(CpuModel::name)
                .containsExactly("qemu64", "486", "Penryn");
        assertThat(models(new Release(10, 9)))
                .extracting(CpuModel::name)
                .containsExactly("486", "Penryn", "qemu64");
    }

    @Test
    void modelsThatTheMapDoesNotKnowAreNotListed() {
        models(
                SlotModel.of("host"),
                SlotModel.of("max"),
                SlotModel.of("base"),
                SlotModel.of("Vax"));
        models(SlotModel.of("486-v1"), SlotModel.of("486"));

        assertThat(models(Release.OLDEST)).extracting(CpuModel::name).containsExactly("486");
        assertThat(models(NEWEST)).extracting(CpuModel::name).containsExactly("486", "486-v1");
    }

    @Test
    void useIsOneOfThreeStates() {
        models(SlotModel.of("486"), blocked("Penryn"), blocked("qemu64", "svm"));

        assertThat(models(NEWEST))
                .extracting(CpuModel::usable)
                .containsExactly(Usable.UNKNOWN, Usable.YES, Usable.NO);
    }

    @Test
    void theVendorOfAModelIsNamedOrUnknown() {
        models(SlotModel.of("486"), SlotModel.of("EPYC"), SlotModel.of("Penryn"));

        assertThat(models(NEWEST))
                .extracting(CpuModel::vendor)
                .containsExactly(Optional.of("unknown"), Optional.of("AMD"), Optional.of("Intel"));
    }

    @Test
    void deprecationIsToldOnlyWhereItIsSo() {
        models(SlotModel.of("486"));
        models(new SlotModel("Penryn", Optional.empty(), Optional.empty(), true));

        assertThat(models(NEWEST))
                .extracting(CpuModel::deprecated)
                .containsExactly(Support.NOT_REPORTED, Support.YES);
    }

    @Test
    void blockersAreTranslatedSortedAndNamedOnce() {
        models(blocked("qemu64", "svm", "mpx", "avx512-vpopcntdq", "lahf-lm", "mpx", "sse4.1"));

        assertThat(models(NEWEST).getFirst().blockers())
                .containsExactly("avx512-vpopcntdq", "lahf_lm", "mpx", "sse4.1", "svm");
        assertThat(models(new Release(10, 8)).getFirst().blockers()).isEmpty();
    }

    @Test
    void canonicalNamesSince1010() {
        models(SlotModel.of("Broadwell"), SlotModel.of("EPYC-v3"), SlotModel.of("pentiumpro"));

        assertThat(models(NEWEST))
                .extracting(CpuModel::canonical)
                .containsExactly(Optional.of("Broadwell-v1"), Optional.empty(), Optional.empty());
        assertThat(models(new Release(10, 9)).getFirst().canonical()).isEmpty();
    }

    private static QemuFacts with(Accelerator accelerator, List<String> deprecated) {
        QemuFacts facts = Fixtures.qemu72().facts();
        Map<Accelerator, AcceleratorFacts> slots = new EnumMap<>(Accelerator.class);
        slots.putAll(facts.slots());
        AcceleratorFacts slot = slots.get(accelerator);
        List<ExpansionProperty> properties =
                new ArrayList<>(slot.hostCpu().orElseThrow().properties());
        // As newer QEMU tells it of an AMD host.
        properties.removeIf(property -> property.name().equals("arch-capabilities"));
        properties.removeIf(property -> property.name().equals("rdctl-no"));
        slots.put(
                accelerator,
                new AcceleratorFacts(
                        slot.machines(),
                        slot.cpus(),
                        Optional.of(
                                new Expansion(slot.hostCpu().orElseThrow().model(), properties)),
                        deprecated));
        return facts.withSlots(slots);
    }

    private static Detail.HostModel hostModel(QemuFacts qemu, Release release, Flag... flags) {
        Set<Flag> set = EnumSet.noneOf(Flag.class);
        set.addAll(List.of(flags));
        return new CpuModes(qemu, AMD, target(VirtType.KVM), release).hostModel(set).orElseThrow();
    }

    private static List<CpuFeature> difference(Detail.HostModel of, Detail.HostModel to) {
        List<CpuFeature> more = new ArrayList<>(of.features());
        more.removeAll(to.features());
        return more;
    }

    @Test
    void deprecatedFeaturesAreSwitchedOffByTheirFlag() {
        QemuFacts qemu = with(Accelerator.KVM, List.of("sse4a", "never-heard-of", "lahf-lm"));
        Detail.HostModel plain = hostModel(qemu, NEWEST);
        Detail.HostModel without = hostModel(qemu, NEWEST, Flag.DISABLE_DEPRECATED_FEATURES);

        assertThat(difference(without, plain))
                .extracting(CpuFeature::policy, CpuFeature::name)
                .containsExactly(
                        tuple(FeaturePolicy.DISABLE, "lahf_lm"),
                        tuple(FeaturePolicy.DISABLE, "never-heard-of"),
                        tuple(FeaturePolicy.DISABLE, "sse4a"));
        assertThat(
                        hostModel(
                                with(Accelerator.KVM, List.of()),
                                NEWEST,
                                Flag.DISABLE_DEPRECATED_FEATURES))
                .isEqualTo(plain);
    }

    @Test
    void whatTheKernelOffersIsAddedByItsFlagOnAmdHosts() {
        QemuFacts qemu = with(Accelerator.KVM, List.of());
        Detail.HostModel plain = hostModel(qemu, NEWEST);
        Detail.HostModel more = hostModel(qemu, NEWEST, Flag.SUPPORTED_CPU_FEATURES);

        assertThat(plain.vendor()).contains("AMD");
        assertThat(difference(more, plain))
                .extracting(CpuFeature::name)
                .containsExactly("arch-capabilities", "rdctl-no");
    }

    @Test
    void whatTheKernelOffersIsNotAddedWhereQemuSpeaksOfIt() {
        QemuFacts qemu = Fixtures.qemu72().facts();

        assertThat(hostModel(qemu, NEWEST, Flag.SUPPORTED_CPU_FEATURES))
                .isEqualTo(hostModel(qemu, NEWEST));
    }

    @Test
    void withoutTheRegisterNothingIsAdded() {
        QemuFacts qemu = with(Accelerator.KVM, List.of());
        CpuModes modes = new CpuModes(qemu, HostFacts.plain(), target(VirtType.KVM), NEWEST);

        assertThat(modes.hostModel(EnumSet.of(Flag.SUPPORTED_CPU_FEATURES)))
                .isEqualTo(modes.hostModel(NO_FLAGS));
    }

    @Test
    void featuresAreSpelledOutByTheirFlag() {
        QemuFacts qemu = Fixtures.qemu72().facts();
        Detail.HostModel plain = hostModel(qemu, NEWEST);
        Detail.HostModel all = hostModel(qemu, NEWEST, Flag.EXPAND_CPU_FEATURES);

        assertThat(all.features()).containsAll(plain.features());
        assertThat(difference(all, plain))
                .extracting(CpuFeature::name)
                .contains("fpu", "lm", "sse2");
        assertThat(all.features()).extracting(CpuFeature::name).doesNotHaveDuplicates();
        assertThat(all.model()).isEqualTo(plain.model());
    }

    @Test
    void featuresAreSortedSince125() {
        QemuFacts qemu = Fixtures.qemu72().facts();

        assertThat(hostModel(qemu, NEWEST).features()).extracting(CpuFeature::name).isSorted();
        assertThat(hostModel(qemu, new Release(12, 4)).features())
                .extracting(CpuFeature::name)
                .isNotEqualTo(
                        hostModel(qemu, NEWEST).features().stream().map(CpuFeature::name).toList());
    }

    @Test
    void theWidthOfAddressesIsToldOfHardwareAlone() {
        QemuFacts qemu = Fixtures.qemu72().facts();

        assertThat(hostModel(qemu, NEWEST).maxPhysAddr())
                .contains(new Detail.MaxPhysAddr("passthrough", 48));
        assertThat(new CpuModes(qemu, AMD, target(VirtType.QEMU), NEWEST).hostModel(NO_FLAGS))
                .hasValueSatisfying(model -> assertThat(model.maxPhysAddr()).isEmpty());
    }

    @Test
    void aVirtTypeThatWasNotProbedHasNoModel() {
        QemuFacts qemu = Fixtures.qemu72().facts();

        assertThat(new CpuModes(qemu, AMD, target(VirtType.HVF), NEWEST).hostModel(NO_FLAGS))
                .isEmpty();
        assertThat(new CpuModes(qemu, AMD, target(VirtType.HVF), NEWEST).customModels()).isEmpty();
    }

    @Test
    void aBinaryForAnotherArchitectureThanTheHostHasNoModel() {
        HostFacts arm = HostFacts.plain().withArch(Arch.AARCH64);

        assertThat(
                        new CpuModes(Fixtures.qemu72().facts(), arm, target(VirtType.KVM), NEWEST)
                                .hostModel(NO_FLAGS))
                .isEmpty();
    }

    @Test
    void aPropertyOfTheExpansionIsAFeature() {
        fake.hostCpu(
                Accelerator.KVM,
                new Expansion(
                        "base",
                        List.of(
                                new ExpansionProperty(
                                        "vendor", new PropertyValue.Text("GenuineIntel")),
                                new ExpansionProperty("family", new PropertyValue.Number(6)),
                                new ExpansionProperty("model", new PropertyValue.Number(23)),
                                new ExpansionProperty("sse2", new PropertyValue.Flag(true)),
                                new ExpansionProperty("lm", new PropertyValue.Flag(true)))));
        models(SlotModel.of("Penryn"), SlotModel.of("qemu64"));

        assertThat(
                        new CpuModes(fake.build(), AMD, target(VirtType.KVM), NEWEST)
                                .hostModel(NO_FLAGS))
                .hasValueSatisfying(model -> assertThat(model.vendor()).contains("Intel"));
    }
}
