package org.domcaps.decide.cpu;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.CpuModel;
import org.domcaps.document.FeaturePolicy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// CPUs of architectures where only the emulator knows what a model has: names, and the features
/// that are spelled out.
///
/// @param family the rules of the architecture, if libvirt has any
record NamedCpus(Optional<CpuFamily> family) {

    /// The entry of a host's list for the model of a CPU.
    static Optional<CpuModel> listed(CpuOffer host, CpuDefinition cpu) {
        for (CpuModel model : host.models()) {
            if (cpu.modelName().filter(model.name()::equals).isPresent()) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /// Whether a host can run a CPU, as far as names tell.
    CpuComparison compare(CpuOffer host, CpuDefinition cpu) {
        if (host.cpu().isPresent() && isGeneration(host.cpu().get())) {
            return byGeneration(host, host.cpu().get(), cpu);
        }
        if (host.cpu().isPresent() && sameName(host.cpu().get(), cpu)) {
            return bySpelledFeatures(host.cpu().get(), cpu);
        }
        if (host.cpu().isPresent() && contradicts(host.cpu().get().vendor(), cpu.vendor())) {
            return CpuComparison.of(
                    CpuRelation.INCOMPATIBLE,
                    "the CPU is one of vendor "
                            + cpu.vendor().orElse("")
                            + " and the host's vendor is "
                            + host.cpu().get().vendor().orElse("not known"));
        }
        Optional<CpuModel> listed = listed(host, cpu);
        String name = cpu.modelName().orElse("the host's own model");
        if (listed.isPresent()) {
            return switch (listed.get().usable()) {
                case YES ->
                        cpu.features().isEmpty()
                                ? CpuComparison.of(CpuRelation.SUPERSET, "")
                                : unknown(name);
                case NO ->
                        CpuComparison.of(
                                CpuRelation.INCOMPATIBLE,
                                "the host cannot run model "
                                        + name
                                        + (listed.get().blockers().isEmpty()
                                                ? ""
                                                : ", it lacks: "
                                                        + String.join(
                                                                ", ", listed.get().blockers())));
                case UNKNOWN ->
                        CpuComparison.of(
                                CpuRelation.UNKNOWN,
                                "the emulator does not tell whether the host can run model "
                                        + name);
            };
        }
        if (runsAs(host, cpu)) {
            return CpuComparison.of(CpuRelation.SUPERSET, "");
        }
        return host.models().isEmpty()
                ? unknown(name)
                : CpuComparison.of(
                        CpuRelation.INCOMPATIBLE, "the host does not list model " + name);
    }

    /// Whether the map has the processor of a definition as one of several generations, as it has
    /// those of POWER.
    private boolean isGeneration(CpuDefinition host) {
        return family.isPresent()
                && host.modelName().flatMap(family.get()::compatibilityMode).isPresent();
    }

    /// libvirt's verdict, and beyond it: a processor runs guests of the generations before it.
    private CpuComparison byGeneration(CpuOffer offer, CpuDefinition host, CpuDefinition cpu) {
        Comparison found;
        try {
            found = family.orElseThrow().operations().compare(host, cpu);
        } catch (UnknownCpuNameException e) {
            return CpuComparison.unknown(e.getMessage());
        }
        if (found.isCompatible()) {
            return bySpelledFeatures(host, cpu);
        }
        boolean behaves = !contradicts(host.vendor(), cpu.vendor()) && runsAs(offer, cpu);
        return behaves
                ? CpuComparison.of(CpuRelation.SUPERSET, "")
                : CpuComparison.of(CpuRelation.INCOMPATIBLE, found.reason());
    }

    /// Whether the host's processor can behave like the one that the CPU names.
    private boolean runsAs(CpuOffer host, CpuDefinition cpu) {
        if (family.isEmpty() || host.cpu().isEmpty() || cpu.modelName().isEmpty()) {
            return false;
        }
        Optional<GuestCpu> mode = family.get().compatibilityMode(cpu.modelName().get());
        return mode.isPresent()
                && family.get().operations().compare(host.cpu().get(), mode.get()).isCompatible();
    }

    private static CpuComparison unknown(String name) {
        return CpuComparison.of(
                CpuRelation.UNKNOWN,
                "only the emulator knows what model "
                        + name
                        + " has, and the host reports another");
    }

    private static boolean sameName(CpuDefinition host, CpuDefinition cpu) {
        return host.modelName().equals(cpu.modelName())
                && !contradicts(host.vendor(), cpu.vendor());
    }

    private static boolean contradicts(Optional<String> host, Optional<String> cpu) {
        return cpu.isPresent() && host.isPresent() && !cpu.equals(host);
    }

    private static CpuComparison bySpelledFeatures(CpuDefinition host, CpuDefinition cpu) {
        Set<String> have = spelled(host, true);
        Set<String> want = spelled(cpu, true);
        List<String> missing = new ArrayList<>();
        for (String feature : want) {
            if (!have.contains(feature)) {
                missing.add(feature);
            }
        }
        Set<String> off = spelled(cpu, false);
        List<String> extra = new ArrayList<>();
        for (String feature : have) {
            if (!want.contains(feature) && !off.contains(feature)) {
                extra.add(feature);
            }
        }
        if (missing.isEmpty()) {
            return new CpuComparison(
                    extra.isEmpty() ? CpuRelation.IDENTICAL : CpuRelation.SUPERSET,
                    missing,
                    extra,
                    List.of(),
                    List.of(),
                    "");
        }
        return new CpuComparison(
                extra.isEmpty() ? CpuRelation.SUBSET : CpuRelation.INCOMPATIBLE,
                missing,
                extra,
                List.of(),
                List.of(),
                "the host lacks features that the CPU needs: " + String.join(", ", missing));
    }

    private static Set<String> spelled(CpuDefinition cpu, boolean shown) {
        Set<String> names = new TreeSet<>();
        for (CpuFeature feature : cpu.features()) {
            if (feature.effectivePolicy() != FeaturePolicy.OPTIONAL
                    && feature.effectivePolicy().isShown() == shown) {
                names.add(feature.name());
            }
        }
        return names;
    }

    /// Those of some features that a CPU needs and a host does not list, or the CPU refuses and the
    /// host lists: names alone cannot settle these.
    static List<String> notSpelledBy(CpuDefinition host, CpuDefinition cpu, List<String> features) {
        Set<String> have = spelled(host, true);
        Set<String> refused = spelled(cpu, false);
        List<String> rest = new ArrayList<>();
        for (String feature : features) {
            if (have.contains(feature) == refused.contains(feature)) {
                rest.add(feature);
            }
        }
        return rest;
    }

    /// The CPU that all of some offers have.
    ///
    /// @throws IncompatibleCpuException if there is none, or only the emulator could tell it
    GuestCpu baseline(List<CpuOffer> offers) {
        List<CpuDefinition> definitions = new ArrayList<>();
        for (CpuOffer offer : offers) {
            offer.cpu().ifPresent(definitions::add);
        }
        if (definitions.size() < offers.size()) {
            return commonModel(offers);
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> vendors = new LinkedHashSet<>();
        for (CpuDefinition cpu : definitions) {
            names.add(cpu.modelName().orElse(""));
            cpu.vendor().ifPresent(vendors::add);
        }
        if (vendors.size() > 1) {
            throw new IncompatibleCpuException(
                    "the CPUs are of different vendors, " + String.join(" and ", vendors));
        }
        if (names.size() > 1) {
            return oldestMode(offers, names);
        }
        if (isGeneration(definitions.getFirst())) {
            return family.orElseThrow().operations().baseline(definitions, BaselineOptions.NONE);
        }
        return GuestCpu.exact(
                new ModelChoice(
                        definitions.getFirst().modelName(), Fallback.FORBID, Optional.empty()),
                vendors.stream().findFirst(),
                commonFeatures(definitions));
    }

    /// What every definition switches on, and whatever any of them switches off.
    private static List<CpuFeature> commonFeatures(List<CpuDefinition> definitions) {
        Map<String, Integer> on = new TreeMap<>();
        Set<String> off = new LinkedHashSet<>();
        for (CpuDefinition cpu : definitions) {
            for (String name : spelled(cpu, true)) {
                on.merge(name, 1, Integer::sum);
            }
            off.addAll(spelled(cpu, false));
        }
        Map<String, CpuFeature> common = new TreeMap<>();
        for (Map.Entry<String, Integer> entry : on.entrySet()) {
            boolean everywhere = entry.getValue() == definitions.size();
            if (everywhere) {
                common.put(entry.getKey(), CpuFeature.of(entry.getKey(), FeaturePolicy.REQUIRE));
            }
        }
        for (String name : off) {
            common.put(name, CpuFeature.of(name, FeaturePolicy.DISABLE));
        }
        return List.copyOf(common.values());
    }

    /// The oldest of some models, if every host's processor can behave like it.
    private GuestCpu oldestMode(List<CpuOffer> offers, Set<String> names) {
        Map<String, GuestCpu> modes = new LinkedHashMap<>();
        for (String name : names) {
            family.flatMap(rules -> rules.compatibilityMode(name))
                    .ifPresent(mode -> modes.put(name, mode));
        }
        for (GuestCpu mode : modes.values()) {
            boolean everywhere = true;
            for (CpuOffer offer : offers) {
                everywhere &=
                        family.orElseThrow()
                                .operations()
                                .compare(offer.cpu().orElseThrow(), mode)
                                .isCompatible();
            }
            if (everywhere) {
                return mode;
            }
        }
        throw new IncompatibleCpuException(
                "the CPUs are of different models, "
                        + String.join(" and ", names)
                        + ", and only the emulator knows what they have in common");
    }

    /// The one model that all hosts list and none denies.
    private static GuestCpu commonModel(List<CpuOffer> offers) {
        List<String> common = commonModels(offers);
        if (common.size() == 1) {
            return GuestCpu.exact(
                    ModelChoice.of(common.getFirst(), Fallback.FORBID),
                    Optional.empty(),
                    List.of());
        }
        throw new IncompatibleCpuException(
                common.isEmpty()
                        ? "there is no named model that every host lists"
                        : "the hosts do not report their processors, and which of the models that"
                                + " all of them list is the largest only the emulator knows: "
                                + String.join(", ", common));
    }

    /// The names of the models that every host lists and none denies, sorted.
    static List<String> commonModels(List<CpuOffer> offers) {
        Map<String, Integer> counts = new TreeMap<>();
        for (CpuOffer offer : offers) {
            Set<String> names = new LinkedHashSet<>();
            for (CpuModel model : offer.models()) {
                if (model.usable() != CpuModel.Usable.NO) {
                    names.add(model.name());
                }
            }
            names.forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        List<String> common = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() == offers.size()) {
                common.add(entry.getKey());
            }
        }
        return common;
    }
}
