package org.domcaps.qemu.explain;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.document.CpuFeature;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.VirtType;
import org.domcaps.driver.explain.Blocking;
import org.domcaps.driver.explain.Blocking.Cause;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.fill.QemuSituation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The findings about CPU models and the features of mode host-model.
final class CpuFindings {

    private static final String HYPERVISOR = "hypervisor";
    private static final int MOST_NAMED = 6;

    private final QemuSituation situation;
    private final Optional<CpuFamily> family;
    private final Optional<HostProcessor> processor;
    private final boolean hostIsGuest;

    CpuFindings(QemuSituation situation) {
        this.situation = situation;
        this.family = CpuFamilies.of(situation.qemu().arch(), situation.release());
        this.processor = situation.processor();
        this.hostIsGuest = has(HYPERVISOR).orElse(false);
    }

    private Optional<Boolean> has(String feature) {
        return family.isEmpty() || processor.isEmpty()
                ? Optional.empty()
                : family.get().has(processor.get(), feature);
    }

    /// The models of mode custom, in the order of the document.
    List<Finding> models() {
        List<Finding> findings = new ArrayList<>();
        for (CpuModel model : situation.customModels()) {
            findings.add(model(model));
        }
        return findings;
    }

    /// Any other model.
    Finding unlisted() {
        return Finding.of(
                Kind.CPU_MODEL.prefix(),
                Kind.CPU_MODEL,
                List.of(
                        Decision.always(
                                "mode custom lists this model",
                                new Proof.Fact(
                                        "QEMU lists the model under this virt type",
                                        Truth.NO,
                                        List.of(
                                                new Observation(
                                                        Source.EMULATOR,
                                                        "query-cpu-definitions",
                                                        "name",
                                                        "not listed")),
                                        Optional.of(
                                                Remedies.emulator(
                                                        "use a QEMU that knows the model"))))),
                List.of());
    }

    private Finding model(CpuModel model) {
        Truth usable = DocumentFindings.usable(model);
        Optional<Blocking> blocking =
                switch (usable) {
                    case YES -> Optional.empty();
                    case NO, UNKNOWN -> Optional.of(blocking(model.name()));
                };
        String seen =
                switch (usable) {
                    case YES -> "none";
                    case UNKNOWN -> "not told";
                    case NO -> blocking.orElseThrow().features().size() + " features";
                };
        Proof proof =
                new Proof.Fact(
                        "QEMU says that nothing keeps " + model.name() + " from running here",
                        usable,
                        List.of(
                                new Observation(
                                        Source.EMULATOR,
                                        "query-cpu-definitions",
                                        "unavailable-features of " + model.name(),
                                        seen)),
                        blocking.flatMap(CpuFindings::remedy));
        return new Finding(
                Kind.CPU_MODEL.path(model.name()),
                Kind.CPU_MODEL,
                usable,
                List.of(Decision.always(model.name() + " is usable", proof)),
                blocking,
                DocumentFindings.notes(model));
    }

    private Blocking blocking(String model) {
        List<String> features = situation.blockers(model).orElse(List.of());
        if (features.isEmpty()) {
            return Blocking.NOT_TOLD;
        }
        Map<Cause, List<String>> byCause = new EnumMap<>(Cause.class);
        for (String feature : features) {
            byCause.computeIfAbsent(cause(feature), _ -> new ArrayList<>()).add(feature);
        }
        List<Blocking.Group> groups = new ArrayList<>();
        byCause.forEach((cause, names) -> groups.add(new Blocking.Group(cause, names)));
        return new Blocking(Blocking.Origin.EMULATOR, groups);
    }

    private Cause cause(String feature) {
        if (situation.target().virtType() == VirtType.QEMU) {
            return Cause.TRANSLATOR;
        }
        Optional<Boolean> there = has(feature);
        if (there.isEmpty()) {
            return Cause.NOT_KNOWN;
        }
        if (there.get()) {
            return Cause.ACCELERATOR;
        }
        return hostIsGuest ? Cause.OUTER_HYPERVISOR : Cause.HOST_CPU;
    }

    private static Optional<Remedy> remedy(Blocking blocking) {
        List<Remedy> remedies = new ArrayList<>();
        for (Blocking.Group group : blocking.groups()) {
            remedies.add(remedy(group));
        }
        return Remedy.allOf(remedies);
    }

    private static Remedy remedy(Blocking.Group group) {
        String names = names(group.features());
        return switch (group.cause()) {
            case HOST_CPU ->
                    new Remedy.Change(
                            Remedy.Kind.HARDWARE, "use a host whose processor has " + names);
            case OUTER_HYPERVISOR ->
                    new Remedy.Change(
                            Remedy.Kind.HARDWARE,
                            "let the hypervisor below this host show it "
                                    + names
                                    + ", or use a host that has it");
            case ACCELERATOR ->
                    new Remedy.Change(
                            Remedy.Kind.KERNEL,
                            "use a kernel (KVM, its module parameters) and a QEMU that give guests "
                                    + names);
            case TRANSLATOR ->
                    Remedies.request(
                            "use hardware acceleration (--virttype kvm), or a QEMU whose translator"
                                    + " has "
                                    + names);
            case NOT_KNOWN ->
                    new Remedy.Change(
                            Remedy.Kind.HARDWARE,
                            "use a host and an emulator that give guests " + names);
        };
    }

    /// Names, or how many there are where the list of blockers says the rest.
    private static String names(List<String> features) {
        return features.size() <= MOST_NAMED
                ? String.join(", ", features)
                : "these " + features.size() + " features";
    }

    /// The features that mode host-model lists, in the order of the document.
    List<Finding> hostModel() {
        List<Finding> findings = new ArrayList<>();
        situation
                .hostModel()
                .ifPresent(model -> {
                    for (CpuFeature feature : model.features()) {
                        findings.add(feature(model, feature));
                    }
                });
        return findings;
    }

    private Finding feature(Detail.HostModel model, CpuFeature feature) {
        Truth there = DocumentFindings.there(feature);
        Optional<Remedy> change =
                there == Truth.YES
                        ? Optional.empty()
                        : Optional.of(
                                remedy(
                                        new Blocking.Group(
                                                cause(feature.name()), List.of(feature.name()))));
        return Finding.of(
                Kind.CPU_FEATURE.path(feature.name()),
                Kind.CPU_FEATURE,
                List.of(
                        Decision.always(
                                "guests of mode host-model see " + feature.name(),
                                new Proof.Fact(
                                        "QEMU gives guests " + feature.name(),
                                        there,
                                        observations(feature.name(), there),
                                        change))),
                List.of(
                        "policy "
                                + feature.policy().xmlName()
                                + " beside the model "
                                + model.model()));
    }

    private List<Observation> observations(String feature, Truth there) {
        List<Observation> observations = new ArrayList<>();
        boolean expanded =
                situation.qemu().slot(situation.target().virtType()).hostCpu().isPresent();
        String seen = there == Truth.YES ? "on" : "off or not told";
        observations.add(
                expanded
                        ? new Observation(
                                Source.EMULATOR,
                                "query-cpu-model-expansion",
                                "model host or max, property " + feature,
                                seen)
                        : new Observation(Source.HOST, "CPUID", feature, seen));
        has(feature)
                .ifPresent(raw ->
                        observations.add(
                                new Observation(
                                        Source.HOST,
                                        "the host's processor",
                                        feature,
                                        raw ? "there" : "not there")));
        return observations;
    }
}
