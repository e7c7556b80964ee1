package org.domcaps.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One document seen by different releases of libvirt: what an older one would print of it, and
/// which one it is from.
///
/// When elements, enums and values came is said by [Element], [EnumKey] and [EnumValue]; a few of
/// those releases are known only as ranges, and the row then names one in the range.
public final class Generations {

    /// Since when CPU models tell what keeps them from being usable.
    public static final Release BLOCKERS = new Release(10, 9);

    /// Since when CPU models tell the versioned name that they stand for.
    public static final Release CANONICAL = new Release(10, 10);

    /// Since when Hyper-V enlightenments tell their defaults.
    public static final Release HYPERV_DEFAULTS = new Release(11, 9);

    /// Since when a supported element without content is one empty tag.
    static final Release FOLDED = new Release(12, 1);

    /// Since when every architecture is told about s390 protected virtualisation.
    static final Release S390_PV_EVERYWHERE = new Release(12, 1);

    private Generations() {}

    /// What `release` would print of a document: without the elements, enums and values that are
    /// not known to it, and without blockers, canonical names and Hyper-V defaults where it has
    /// none. What Domcaps does not know stays.
    ///
    /// The order of CPU models and features stays, too, although releases differ in it.
    public static DomainCapabilities strip(DomainCapabilities document, Release release) {
        EnumMap<Element, Block> blocks = new EnumMap<>(Element.class);
        for (Map.Entry<Element, Block> entry : document.blocks().entrySet()) {
            if (isPrinted(document, entry.getKey(), release)) {
                blocks.put(
                        entry.getKey(), strip(document, entry.getKey(), entry.getValue(), release));
            }
        }
        EnumMap<Place, Extras> extras = new EnumMap<>(Place.class);
        for (Map.Entry<Place, Extras> entry : document.extras().entrySet()) {
            Extras old = entry.getValue();
            boolean settled = old.elements().isEmpty() || entry.getKey() == Place.ROOT;
            extras.put(
                    entry.getKey(),
                    settled ? old : old.moved(kept(document, entry.getKey(), release)));
        }
        return new DomainCapabilities(
                document.path(),
                document.domain(),
                document.machine(),
                document.arch(),
                document.vcpuMax(),
                blocks,
                extras);
    }

    /// For each element that a container holds, in order: whether it stays.
    private static List<Boolean> kept(DomainCapabilities document, Place place, Release release) {
        List<Boolean> kept = new ArrayList<>();
        for (Element element : document.blocks().keySet()) {
            if (element.place() == place) {
                kept.add(isPrinted(document, element, release));
            }
        }
        return kept;
    }

    /// Whether a release prints an element at all. Before [#S390_PV_EVERYWHERE] guests of other
    /// architectures hear nothing of protected virtualisation.
    private static boolean isPrinted(
            DomainCapabilities document, Element element, Release release) {
        if (element == Element.S390_PV && !release.isAtLeast(S390_PV_EVERYWHERE)) {
            return document.arch().map(arch -> arch.startsWith("s390")).orElse(true);
        }
        return release.isAtLeast(element.since());
    }

    private static Block strip(
            DomainCapabilities document, Element element, Block block, Release release) {
        List<ValueEnum> enums = new ArrayList<>(block.enums().size());
        List<Boolean> kept = new ArrayList<>();
        for (ValueEnum valueEnum : block.enums()) {
            Optional<EnumKey> key = EnumKey.find(element, valueEnum.name());
            boolean keep = key.isEmpty() || release.isAtLeast(key.get().since());
            kept.add(keep);
            if (keep) {
                enums.add(key.isEmpty() ? valueEnum : strip(key.get(), valueEnum, release));
            }
        }
        Detail detail = strip(block.detail(), release);
        Extras extras = block.extras();
        if (!extras.elements().isEmpty()) {
            List<Boolean> ofDetail = DetailChildren.kept(block.detail(), release);
            kept.addAll(DetailChildren.precedeEnums(block.detail()) ? 0 : kept.size(), ofDetail);
            if (element == Element.OS) {
                kept.addAll(kept(document, Place.OS, release));
            }
            extras = extras.moved(kept);
        }
        return new Block(block.support(), enums, detail, extras);
    }

    private static ValueEnum strip(EnumKey key, ValueEnum valueEnum, Release release) {
        List<String> values = new ArrayList<>(valueEnum.values().size());
        for (String value : valueEnum.values()) {
            if (key.value(value).map(row -> row.isKnownTo(release)).orElse(true)) {
                values.add(value);
            }
        }
        return values.size() == valueEnum.values().size()
                ? valueEnum
                : new ValueEnum(valueEnum.name(), values);
    }

    private static Detail strip(Detail detail, Release release) {
        return switch (detail) {
            case Detail.HypervDefaults _ when !release.isAtLeast(HYPERV_DEFAULTS) ->
                    new Detail.None();
            case Detail.CustomModels(List<CpuModel> models) when !release.isAtLeast(CANONICAL) -> {
                List<CpuModel> stripped = new ArrayList<>(models.size());
                for (CpuModel model : models) {
                    stripped.add(
                            new CpuModel(
                                    model.name(),
                                    model.usable(),
                                    model.deprecated(),
                                    model.vendor(),
                                    Optional.empty(),
                                    release.isAtLeast(BLOCKERS) ? model.blockers() : List.of(),
                                    model.extras()));
                }
                yield new Detail.CustomModels(stripped);
            }
            case Detail.None _,
                    Detail.LoaderPaths _,
                    Detail.HostModel _,
                    Detail.CustomModels _,
                    Detail.Sev _,
                    Detail.Sgx _,
                    Detail.HypervDefaults _ ->
                    detail;
        };
    }

    /// The oldest release that Domcaps can write and that knows everything in the document, as far
    /// as Domcaps knows it.
    ///
    /// Order is no evidence, and neither is what is missing.
    public static Release detect(DomainCapabilities document) {
        Release newest = Release.OLDEST;
        for (Map.Entry<Element, Block> entry : document.blocks().entrySet()) {
            newest = later(newest, entry.getKey().since());
            for (ValueEnum valueEnum : entry.getValue().enums()) {
                Optional<EnumKey> key = EnumKey.find(entry.getKey(), valueEnum.name());
                if (key.isPresent()) {
                    newest = later(newest, detect(key.get(), valueEnum));
                }
            }
            newest = later(newest, detect(entry.getValue().detail()));
        }
        return newest;
    }

    private static Release detect(EnumKey key, ValueEnum valueEnum) {
        Release newest = key.since();
        for (String value : valueEnum.values()) {
            Optional<EnumValue> row = key.value(value);
            if (row.isPresent()) {
                newest = later(newest, row.get().since());
            }
        }
        return newest;
    }

    private static Release detect(Detail detail) {
        if (detail instanceof Detail.HypervDefaults defaults && !defaults.isEmpty()) {
            return HYPERV_DEFAULTS;
        }
        Release newest = Release.OLDEST;
        if (detail instanceof Detail.CustomModels(List<CpuModel> models)) {
            for (CpuModel model : models) {
                newest = model.blockers().isEmpty() ? newest : later(newest, BLOCKERS);
                newest = model.canonical().isEmpty() ? newest : later(newest, CANONICAL);
            }
        }
        return newest;
    }

    private static Release later(Release one, Release other) {
        return one.isAtLeast(other) ? one : other;
    }
}
