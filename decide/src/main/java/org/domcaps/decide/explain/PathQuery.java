package org.domcaps.decide.explain;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.Detail;
import org.domcaps.document.DetailKey;
import org.domcaps.document.Element;
import org.domcaps.document.VirtType;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what a path asks for.
///
/// In this order: the path itself, with `@` or a dot before an attribute; the attributes of what it
/// names and everything below it; its end (`tpm`, `EPYC-Genoa`, `maxphysaddr`); names of open sets
/// that an explanation does not list one by one, such as machine types that the emulator does not
/// have; its beginning, from the start or from any dot on (`devices.tpm.back`); and what is said of
/// CPU models and features, which no list has.
public final class PathQuery {

    private final Explanation explanation;
    private final Map<String, Finding> byPath = new HashMap<>();
    private final Map<String, List<Finding>> attributesOf = new HashMap<>();

    /// Queries about one explanation.
    public PathQuery(Explanation explanation) {
        this.explanation = explanation;
        for (Finding finding : explanation.findings()) {
            byPath.putIfAbsent(finding.path(), finding);
        }
        for (Finding finding : explanation.attributes()) {
            String path = finding.path();
            byPath.putIfAbsent(path, finding);
            int at = path.lastIndexOf('@');
            if (at > 0) {
                attributesOf
                        .computeIfAbsent(path.substring(0, at), _ -> new ArrayList<>())
                        .add(finding);
            }
        }
    }

    /// What a path asks for.
    public sealed interface Match {

        /// Something.
        ///
        /// @param asked the findings that the path names
        /// @param below findings further down, which are shown but not asked for
        record Found(List<Finding> asked, List<Finding> below) implements Match {
            /// Copies.
            public Found {
                asked = List.copyOf(asked);
                below = List.copyOf(below);
            }

            /// Whether what was asked for is there: all of it. A path that only has findings below
            /// it asks whether there is any.
            public Truth truth() {
                return asked.isEmpty()
                        ? Truth.any(below.stream().map(Finding::there).toList())
                        : Truth.all(asked.stream().map(Finding::there).toList());
            }
        }

        /// Nothing that the document could ever say.
        record Nothing() implements Match {}
    }

    /// Looks a path up.
    public Match find(String path) {
        Optional<Finding> exact = Optional.ofNullable(byPath.get(path)).or(() -> dotted(path));
        if (exact.isPresent()) {
            String whole = exact.get().path();
            List<Finding> below = all(finding -> isBelow(finding.path(), whole));
            below.addAll(attributesOf.getOrDefault(whole, List.of()));
            return new Match.Found(List.of(exact.get()), below);
        }
        List<Finding> said = all(finding -> finding.path().startsWith(path + "@"));
        List<Finding> below = all(finding -> finding.path().startsWith(path + "."));
        if (!said.isEmpty() || !below.isEmpty()) {
            return new Match.Found(said, below);
        }
        List<Finding> named = named(explanation.findings(), path);
        if (!named.isEmpty()) {
            return new Match.Found(named, below(named));
        }
        Optional<Finding> unlisted = unlisted(path);
        if (unlisted.isPresent()) {
            return new Match.Found(List.of(unlisted.get()), List.of());
        }
        List<Finding> begun = highest(begun(path));
        if (!begun.isEmpty() && !path.isEmpty()) {
            return new Match.Found(begun, below(begun));
        }
        return attribute(path);
    }

    /// Attributes last: there are thousands, and their ends are called like everything else.
    private Match attribute(String path) {
        List<Finding> below = attributes(finding -> isBelow(finding.path(), path));
        if (!below.isEmpty()) {
            return new Match.Found(List.of(), below);
        }
        List<Finding> named = named(explanation.attributes(), path);
        return named.isEmpty() || path.isEmpty()
                ? new Match.Nothing()
                : new Match.Found(named, List.of());
    }

    /// With dots alone, as other commands call attributes: `vcpu.max`.
    private Optional<Finding> dotted(String path) {
        return path.indexOf('@') >= 0
                ? Optional.empty()
                : explanation.findings().stream()
                        .filter(finding -> finding.path().indexOf('@') >= 0)
                        .filter(finding -> finding.path().replace('@', '.').equals(path))
                        .findFirst();
    }

    /// Those whose path ends so; if there are none, the attributes of what is called so.
    private static List<Finding> named(List<Finding> among, String end) {
        List<Finding> named =
                select(
                        among,
                        finding ->
                                finding.path().endsWith("." + end)
                                        || finding.path().endsWith("@" + end));
        return named.isEmpty()
                ? select(among, finding -> holder(finding.path()).endsWith("." + end))
                : named;
    }

    /// What an attribute belongs to; empty text if it is none.
    private static String holder(String path) {
        int at = path.lastIndexOf('@');
        return at < 0 ? "" : path.substring(0, at);
    }

    /// Every path that can be asked for, in the order of the explanation, but those of attributes
    /// of CPU models and features.
    public List<String> paths() {
        return explanation.findings().stream().map(Finding::path).toList();
    }

    private List<Finding> all(Predicate<Finding> wanted) {
        return select(explanation.findings(), wanted);
    }

    private List<Finding> attributes(Predicate<Finding> wanted) {
        return select(explanation.attributes(), wanted);
    }

    private static List<Finding> select(List<Finding> from, Predicate<Finding> wanted) {
        List<Finding> selected = new ArrayList<>();
        for (Finding finding : from) {
            if (wanted.test(finding)) {
                selected.add(finding);
            }
        }
        return selected;
    }

    private List<Finding> begun(String path) {
        List<Finding> fromTheStart = all(finding -> finding.path().startsWith(path));
        return fromTheStart.isEmpty()
                ? all(finding -> finding.path().contains("." + path))
                : fromTheStart;
    }

    /// Those that are not below another one.
    private static List<Finding> highest(List<Finding> findings) {
        List<Finding> highest = new ArrayList<>();
        for (Finding finding : findings) {
            if (highest.stream().noneMatch(above -> isBelow(finding.path(), above.path()))) {
                highest.add(finding);
            }
        }
        return highest;
    }

    private List<Finding> below(List<Finding> asked) {
        return all(
                finding -> asked.stream().anyMatch(above -> isBelow(finding.path(), above.path())));
    }

    private static boolean isBelow(String path, String above) {
        return path.startsWith(above)
                && path.length() > above.length()
                && (path.charAt(above.length()) == '.' || path.charAt(above.length()) == '@');
    }

    private Optional<Finding> unlisted(String asked) {
        String path = ofModel(asked);
        for (Kind kind : Kind.values()) {
            Optional<String> name = kind.nameIn(path);
            if (name.isPresent()) {
                return unlisted(kind, name.get()).map(finding -> finding.at(path));
            }
        }
        return shortName(path);
    }

    /// The path of the CPU model that a path asks something of: `cpu.custom.EPYC@vendor`.
    private static String ofModel(String path) {
        int at = path.lastIndexOf('@');
        if (at >= 0 && path.startsWith(Kind.CPU_MODEL.prefix())) {
            for (DetailKey key : DetailKey.of(Optional.of(Element.CUSTOM))) {
                if (key.path().endsWith(path.substring(at))) {
                    return path.substring(0, at);
                }
            }
        }
        return path;
    }

    /// A name alone, where only one kind of thing is called so.
    private Optional<Finding> shortName(String name) {
        for (Kind kind : List.of(Kind.VIRT_TYPE, Kind.CPU_MODEL, Kind.CPU_FEATURE)) {
            Optional<Finding> found = unlisted(kind, name);
            if (found.isPresent()) {
                return found.map(finding -> finding.at(kind.path(name)));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> unlisted(Kind kind, String name) {
        return switch (kind) {
            case MACHINE -> explanation.unlisted(kind);
            case VIRT_TYPE -> VirtType.find(name).flatMap(_ -> explanation.unlisted(kind));
            case CPU_MODEL ->
                    family().filter(rules -> rules.lists(name))
                            .flatMap(_ -> explanation.unlisted(kind));
            case CPU_FEATURE -> feature(name);
            case FIRMWARE, LOADER, ELEMENT, ENUM, VALUE, DETAIL, ATTRIBUTE -> Optional.empty();
        };
    }

    private Optional<CpuFamily> family() {
        return explanation
                .document()
                .arch()
                .flatMap(Arch::find)
                .flatMap(arch -> CpuFamilies.of(arch, explanation.release()));
    }

    /// A feature that mode host-model does not list: its model has it, or nothing does.
    private Optional<Finding> feature(String name) {
        Optional<Detail.HostModel> hostModel = explanation.document().hostModel();
        Optional<CpuFamily> rules = family();
        if (hostModel.isEmpty() || rules.isEmpty()) {
            return Optional.empty();
        }
        Detail.HostModel model = hostModel.get();
        List<CpuFeature> features = new ArrayList<>();
        for (var feature : model.features()) {
            features.add(CpuFeature.of(feature.name(), feature.policy()));
        }
        GuestCpu host =
                GuestCpu.exact(
                        ModelChoice.of(model.model(), Fallback.FORBID), Optional.empty(), features);
        try {
            boolean there = rules.get().operations().hasFeature(host, name);
            String note =
                    there
                            ? "it is part of the model " + model.model() + " that host-model names"
                            : "neither the model "
                                    + model.model()
                                    + " that host-model names nor the features beside it have it";
            return Optional.of(
                    new Finding(
                            Kind.CPU_FEATURE.path(name),
                            Kind.CPU_FEATURE,
                            Truth.of(there),
                            List.of(),
                            Optional.empty(),
                            List.of(note)));
        } catch (UnknownCpuNameException _) {
            return Optional.empty();
        }
    }
}
