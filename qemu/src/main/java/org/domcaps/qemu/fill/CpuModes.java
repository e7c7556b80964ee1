package org.domcaps.qemu.fill;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.Extras;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Generations;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.host.HostFacts;
import org.domcaps.host.Kvm;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.QemuFacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// The content of the modes `host-model` and `custom`.
///
/// What belongs to an architecture is asked of its [CpuFamily]: that of the guest says which models
/// are listed, that of the binary knows their vendors and names the host's CPU.
final class CpuModes {

    private static final Release MODELS_SORTED_SINCE = new Release(10, 9);
    private static final Release FEATURES_SORTED_SINCE = new Release(12, 5);
    private static final String AMD = "AMD";
    private static final String ARCH_CAPABILITIES = "arch-capabilities";

    private final QemuFacts qemu;
    private final HostFacts host;
    private final Target target;
    private final Release release;
    private final AcceleratorFacts slot;

    CpuModes(QemuFacts qemu, HostFacts host, Target target, Release release) {
        this.qemu = qemu;
        this.host = host;
        this.target = target;
        this.release = release;
        this.slot = qemu.slot(target.virtType());
    }

    /// The named models, in document order.
    List<CpuModel> customModels() {
        Optional<CpuFamily> listing = CpuFamilies.of(target.arch(), release);
        Optional<CpuFamily> naming = CpuFamilies.of(qemu.arch(), release);
        if (listing.isEmpty() || naming.isEmpty()) {
            return List.of();
        }
        List<CpuModel> models = new ArrayList<>(slot.cpus().size());
        for (SlotModel cpu : slot.cpus()) {
            String name = naming.get().modelName(cpu.name());
            if (!name.equals("host") && listing.get().lists(name)) {
                models.add(model(cpu, name, naming.get()));
            }
        }
        if (release.isAtLeast(MODELS_SORTED_SINCE)) {
            models.sort(new ByName());
        }
        return models;
    }

    private CpuModel model(SlotModel cpu, String name, CpuFamily family) {
        return new CpuModel(
                name,
                cpu.usable(),
                cpu.deprecated() ? Support.YES : Support.NOT_REPORTED,
                Optional.of(family.vendorOf(name).orElse("unknown")),
                release.isAtLeast(Generations.CANONICAL)
                        ? family.canonicalOf(name)
                        : Optional.empty(),
                release.isAtLeast(Generations.BLOCKERS) ? blockers(cpu, family) : List.of(),
                Extras.NONE);
    }

    /// QEMU lists a feature twice where one bit has two names; the document names each once, in
    /// byte order.
    private static List<String> blockers(SlotModel cpu, CpuFamily family) {
        List<String> told = cpu.blockers().orElse(List.of());
        if (told.isEmpty()) {
            return List.of();
        }
        // Sorted as an array: a set would be half the work of all models in a fresh JVM.
        String[] names = new String[told.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = family.featureName(told.get(i));
        }
        Arrays.sort(names);
        List<String> distinct = new ArrayList<>(names.length);
        for (String name : names) {
            if (distinct.isEmpty() || !distinct.getLast().equals(name)) {
                distinct.add(name);
            }
        }
        return distinct;
    }

    /// What keeps a model from being usable, for any release; absent if QEMU does not tell.
    Optional<List<String>> blockers(String model) {
        Optional<CpuFamily> naming = CpuFamilies.of(qemu.arch(), release);
        if (naming.isPresent()) {
            for (SlotModel cpu : slot.cpus()) {
                if (cpu.blockers().isPresent()
                        && naming.get().modelName(cpu.name()).equals(model)) {
                    return Optional.of(blockers(cpu, naming.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// The CPU that `host-model` stands for; empty if the mode is not supported.
    Optional<Detail.HostModel> hostModel(Set<Flag> flags) {
        Optional<CpuFamily> found = CpuFamilies.of(qemu.arch(), release);
        if (found.isEmpty() || !qemu.wasProbedFor(target.virtType())) {
            return Optional.empty();
        }
        CpuFamily family = found.get();
        return family.hostModel(input()).map(model -> detail(prepare(model, family, flags)));
    }

    /// Everything that the host's CPU is named by.
    HostModelInput input() {
        return new HostModelInput(
                host.arch(),
                target.virtType() != VirtType.QEMU,
                slot.hostCpu(),
                slot.cpus(),
                qemu.tellsUnavailableFeatures(),
                HostNeeds.rawCpu(qemu, host.arch(), target, release)
                        ? host.rawCpu().processor()
                        : Optional.empty(),
                host.machine().physicalAddressBits());
    }

    /// What the flags ask for, in libvirt's order.
    private HostModel prepare(HostModel decoded, CpuFamily family, Set<Flag> flags) {
        HostModel model =
                flags.contains(Flag.EXPAND_CPU_FEATURES) ? family.expand(decoded) : decoded;
        if (flags.contains(Flag.DISABLE_DEPRECATED_FEATURES)) {
            List<CpuFeature> off = new ArrayList<>();
            for (String name : slot.deprecatedFeatures()) {
                off.add(CpuFeature.of(family.featureName(name), FeaturePolicy.DISABLE));
            }
            model = model.overlaid(off);
        }
        if (flags.contains(Flag.SUPPORTED_CPU_FEATURES)) {
            model = model.overlaid(supported(model, family));
        }
        return release.isAtLeast(FEATURES_SORTED_SINCE) ? model.sortedByName() : model;
    }

    /// On AMD hosts newer QEMU leaves arch-capabilities off, although guests can have it.
    private List<CpuFeature> supported(HostModel model, CpuFamily family) {
        boolean lacks =
                model.vendor().filter(AMD::equals).isPresent()
                        && !model.mentions(ARCH_CAPABILITIES);
        if (!lacks || !(host.kvm() instanceof Kvm.Usable kvm)) {
            return List.of();
        }
        OptionalLong register = kvm.archCapabilities();
        if (register.isEmpty()) {
            return List.of();
        }
        List<CpuFeature> more = new ArrayList<>();
        for (String name : family.featuresOfMsr(Kvm.ARCH_CAPABILITIES_MSR, register.getAsLong())) {
            more.add(CpuFeature.of(name, FeaturePolicy.REQUIRE));
        }
        more.add(CpuFeature.of(ARCH_CAPABILITIES, FeaturePolicy.REQUIRE));
        return more;
    }

    private static Detail.HostModel detail(HostModel model) {
        List<org.domcaps.document.CpuFeature> features = new ArrayList<>(model.features().size());
        for (CpuFeature feature : model.features()) {
            features.add(
                    new org.domcaps.document.CpuFeature(feature.effectivePolicy(), feature.name()));
        }
        OptionalInt bits = model.maxPhysAddr();
        return new Detail.HostModel(
                model.model(),
                model.fallback().xmlName(),
                model.vendor(),
                bits.isPresent()
                        ? Optional.of(new Detail.MaxPhysAddr("passthrough", bits.getAsInt()))
                        : Optional.empty(),
                features);
    }

    /// Byte order of the names. A class of its own instead of a lambda, because making one of those
    /// costs time at start.
    private static final class ByName implements Comparator<CpuModel> {
        @Override
        public int compare(CpuModel one, CpuModel other) {
            return one.name().compareTo(other.name());
        }
    }
}
