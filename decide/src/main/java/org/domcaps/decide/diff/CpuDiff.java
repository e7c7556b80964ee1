package org.domcaps.decide.diff;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.cpu.KnownNames;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.Element;
import org.domcaps.document.Generations;
import org.domcaps.document.Support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares what two documents say about CPUs.
final class CpuDiff {

    private final Level before;
    private final Level after;
    private final ChangeList changes;

    CpuDiff(Level before, Level after, ChangeList changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    void hostModel(Detail.HostModel one, Detail.HostModel other) {
        String path = Element.HOST_MODEL.path();
        if (!isSameModel(one.model(), other.model())) {
            changes.value("host-model", path, Optional.of(one.model()), Optional.of(other.model()));
        }
        changes.value(
                "fallback",
                path + ".fallback",
                Optional.of(one.fallback()),
                Optional.of(other.fallback()));
        changes.value("vendor", path + ".vendor", one.vendor(), other.vendor());
        changes.value(
                "address-bits",
                path + ".maxphysaddr",
                one.maxPhysAddr().map(CpuDiff::bits),
                other.maxPhysAddr().map(CpuDiff::bits));
        changes.names(
                "feature",
                path + ".feature",
                features(before, one),
                features(after, other),
                (first, name) -> (first ? before : after).knowsFeature(name),
                FeatureNames::normalized);
    }

    private static String bits(Detail.MaxPhysAddr size) {
        return size.limit() + " (" + size.mode() + ")";
    }

    /// A model and its canonical name are one.
    private boolean isSameModel(String one, String other) {
        return canonical(one).equals(canonical(other));
    }

    private String canonical(String name) {
        Optional<String> known = before.family().flatMap(family -> family.canonicalOf(name));
        return known.or(() -> after.family().flatMap(family -> family.canonicalOf(name)))
                .orElse(name);
    }

    /// What a guest with the model sees; the features as they are listed where models are not
    /// known.
    private static List<String> features(Level level, Detail.HostModel model) {
        CpuDefinition cpu = CpuOffer.definition(model);
        if (level.family().isPresent() && level.family().get().knowsModels()) {
            try {
                KnownNames names = KnownNames.of(level.family().get(), cpu);
                List<String> all = new ArrayList<>(names.features());
                for (CpuFeature feature : cpu.features()) {
                    boolean beyond = names.unknown().contains(feature.name());
                    if (beyond && feature.effectivePolicy().isShown()) {
                        all.add(feature.name());
                    }
                }
                return all;
            } catch (UnknownCpuNameException _) {
                return listed(cpu);
            }
        }
        return listed(cpu);
    }

    private static List<String> listed(CpuDefinition cpu) {
        List<String> names = new ArrayList<>();
        for (CpuFeature feature : cpu.features()) {
            if (feature.effectivePolicy().isShown()) {
                names.add(feature.name());
            }
        }
        return names;
    }

    void models(List<CpuModel> one, List<CpuModel> other) {
        String path = Element.CUSTOM.path();
        Map<String, CpuModel> old = byName(one);
        Map<String, CpuModel> now = byName(other);
        changes.names(
                "model",
                path,
                old.keySet(),
                now.keySet(),
                (first, name) -> (first ? before : after).knowsModel(name),
                this::canonical);
        TreeMap<String, CpuModel> both = new TreeMap<>(old);
        both.keySet().retainAll(now.keySet());
        for (Map.Entry<String, CpuModel> entry : both.entrySet()) {
            model(path + "." + entry.getKey(), entry.getValue(), now.get(entry.getKey()));
        }
    }

    private static Map<String, CpuModel> byName(List<CpuModel> models) {
        Map<String, CpuModel> names = new LinkedHashMap<>();
        for (CpuModel model : models) {
            names.putIfAbsent(model.name(), model);
        }
        return names;
    }

    private void model(String path, CpuModel one, CpuModel other) {
        usable(path, one, other);
        if ((one.deprecated() == Support.YES) != (other.deprecated() == Support.YES)) {
            changes.add(
                    "deprecated",
                    ChangeKind.CHANGED,
                    path,
                    Optional.of(one.deprecated() == Support.YES ? "deprecated" : "not deprecated"),
                    Optional.of(
                            other.deprecated() == Support.YES ? "deprecated" : "not deprecated"));
        }
        changes.value("model-vendor", path + ".vendor", one.vendor(), other.vendor());
        boolean tellCanonical =
                before.release().isAtLeast(Generations.CANONICAL)
                        && after.release().isAtLeast(Generations.CANONICAL);
        if (tellCanonical) {
            changes.value(
                    "model-canonical", path + ".canonical", one.canonical(), other.canonical());
        }
    }

    private void usable(String path, CpuModel one, CpuModel other) {
        boolean tellBlockers =
                before.release().isAtLeast(Generations.BLOCKERS)
                        && after.release().isAtLeast(Generations.BLOCKERS);
        if (one.usable() == other.usable()) {
            if (tellBlockers) {
                changes.value(
                        "model-blockers",
                        path + ".blockers",
                        Optional.of(only(one, other)),
                        Optional.of(only(other, one)));
            }
            return;
        }
        ChangeKind kind =
                other.usable() == CpuModel.Usable.UNKNOWN
                        ? ChangeKind.UNREPORTED
                        : one.usable() == CpuModel.Usable.UNKNOWN
                                ? ChangeKind.REPORTED
                                : other.usable() == CpuModel.Usable.NO
                                        ? ChangeKind.LOST
                                        : ChangeKind.GAINED;
        changes.add(
                "model-usable", kind, path, Optional.of(usable(one)), Optional.of(usable(other)));
    }

    private static String usable(CpuModel model) {
        return switch (model.usable()) {
            case YES -> "usable";
            case NO ->
                    model.blockers().isEmpty()
                            ? "not usable"
                            : "not usable (lacks " + String.join(", ", model.blockers()) + ")";
            case UNKNOWN -> "not told whether usable";
        };
    }

    /// The blockers that only one of two has.
    private static String only(CpuModel one, CpuModel other) {
        TreeSet<String> rest = new TreeSet<>(one.blockers());
        other.blockers().forEach(rest::remove);
        return rest.isEmpty() ? "none" : String.join(", ", rest);
    }
}
