package org.domcaps.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a [Detail] from the members that [JsonBlocks] wrote.
final class JsonDetails {

    private JsonDetails() {}

    /// The detail that an element of that kind has; [Detail.None] if no member of it is there.
    static Detail take(Element element, JsonMembers from) {
        Optional<Detail> found =
                switch (element) {
                    case LOADER -> from.strings("paths").map(Detail.LoaderPaths::new);
                    case HOST_MODEL -> hostModel(from);
                    case CUSTOM -> from.objects("models").map(JsonDetails::models);
                    case SEV -> sev(from);
                    case SGX -> sgx(from);
                    case HYPERV -> from.object("defaults").map(JsonDetails::defaults);
                    default -> Optional.empty();
                };
        return found.orElseGet(Detail.None::new);
    }

    private static Optional<Detail> hostModel(JsonMembers from) {
        Optional<String> model = from.string("model");
        if (model.isEmpty()) {
            return Optional.empty();
        }
        Optional<Detail.MaxPhysAddr> maxPhysAddr = Optional.empty();
        Optional<JsonMembers> size = from.object("maxphysaddr");
        if (size.isPresent()) {
            maxPhysAddr =
                    Optional.of(
                            new Detail.MaxPhysAddr(
                                    size.get().requireString("mode"),
                                    size.get().requireInt("limit")));
            size.get().done();
        }
        List<CpuFeature> features = new ArrayList<>();
        for (JsonMembers item :
                from.objects("features").orElseThrow(() -> from.missing("features"))) {
            String policy = item.requireString("policy");
            features.add(
                    new CpuFeature(
                            FeaturePolicy.find(policy)
                                    .orElseThrow(() ->
                                            item.fault(
                                                    "policy",
                                                    "unknown policy '" + Quote.of(policy) + "'")),
                            item.requireString("name")));
            item.done();
        }
        return Optional.of(
                new Detail.HostModel(
                        model.get(),
                        from.requireString("fallback"),
                        from.string("vendor"),
                        maxPhysAddr,
                        features));
    }

    private static Detail models(List<JsonMembers> items) {
        List<CpuModel> models = new ArrayList<>(items.size());
        for (JsonMembers item : items) {
            String usable = item.requireString("usable");
            models.add(
                    new CpuModel(
                            item.requireString("name"),
                            CpuModel.Usable.find(usable)
                                    .orElseThrow(() ->
                                            item.fault(
                                                    "usable",
                                                    "must be yes, no or unknown, not '"
                                                            + Quote.of(usable)
                                                            + "'")),
                            item.flag("deprecated")
                                    .map(deprecated -> deprecated ? Support.YES : Support.NO)
                                    .orElse(Support.NOT_REPORTED),
                            item.string("vendor"),
                            item.string("canonical"),
                            item.strings("blockers").orElse(List.of()),
                            JsonExtras.take(item, "usable", "deprecated", "vendor", "canonical")));
            item.done();
        }
        return new Detail.CustomModels(models);
    }

    private static Optional<Detail> sev(JsonMembers from) {
        if (from.find("cbitpos").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Detail.Sev(
                        from.requireNumber("cbitpos"),
                        from.requireNumber("reducedPhysBits"),
                        from.number("maxGuests"),
                        from.number("maxESGuests"),
                        from.string("cpu0Id")));
    }

    private static Optional<Detail> sgx(JsonMembers from) {
        if (from.find("flc").isEmpty()) {
            return Optional.empty();
        }
        List<Detail.SgxSection> sections = new ArrayList<>();
        for (JsonMembers item : from.objects("sections").orElse(List.of())) {
            sections.add(
                    new Detail.SgxSection(
                            item.requireNumber("node"), item.requireNumber("sizeKiB")));
            item.done();
        }
        return Optional.of(
                new Detail.Sgx(
                        from.requireFlag("flc"),
                        from.requireFlag("sgx1"),
                        from.requireFlag("sgx2"),
                        from.requireNumber("sectionSizeKiB"),
                        sections));
    }

    private static Detail defaults(JsonMembers from) {
        Detail defaults =
                new Detail.HypervDefaults(
                        from.number("spinlocks"),
                        from.flag("stimer_direct"),
                        from.flag("tlbflush_direct"),
                        from.flag("tlbflush_extended"),
                        from.string("vendor_id"));
        from.done();
        return defaults;
    }
}
