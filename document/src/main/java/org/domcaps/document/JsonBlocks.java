package org.domcaps.document;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The JSON form of a [Block] and of its [Detail], without the elements inside and the extras.
final class JsonBlocks {

    private JsonBlocks() {}

    /// Adds the members of a block.
    static void put(ObjectBuilder out, Block block) {
        out.put("supported", block.support() == Support.YES);
        boolean detailFirst = DetailChildren.precedeEnums(block.detail());
        if (detailFirst) {
            putDetail(out, block.detail());
        }
        if (!block.enums().isEmpty()) {
            ObjectBuilder enums = JsonValue.object();
            for (ValueEnum valueEnum : block.enums()) {
                enums.put(valueEnum.name(), JsonValue.ofStrings(valueEnum.values()));
            }
            out.put("enums", enums.build());
        }
        if (!detailFirst) {
            putDetail(out, block.detail());
        }
    }

    private static void putDetail(ObjectBuilder out, Detail detail) {
        switch (detail) {
            case Detail.None _ -> {}
            case Detail.LoaderPaths(List<String> paths) ->
                    out.put("paths", JsonValue.ofStrings(paths));
            case Detail.HostModel cpu -> putHostModel(out, cpu);
            case Detail.CustomModels(List<CpuModel> models) -> putModels(out, models);
            case Detail.Sev sev -> putSev(out, sev);
            case Detail.Sgx sgx -> putSgx(out, sgx);
            case Detail.HypervDefaults defaults -> putDefaults(out, defaults);
        }
    }

    private static void putHostModel(ObjectBuilder out, Detail.HostModel cpu) {
        out.put("model", cpu.model()).put("fallback", cpu.fallback());
        cpu.vendor().ifPresent(vendor -> out.put("vendor", vendor));
        cpu.maxPhysAddr()
                .ifPresent(size ->
                        out.put(
                                "maxphysaddr",
                                JsonValue.object()
                                        .put("mode", size.mode())
                                        .put("limit", size.limit())
                                        .build()));
        List<JsonValue> features = new ArrayList<>(cpu.features().size());
        for (CpuFeature feature : cpu.features()) {
            features.add(
                    JsonValue.object()
                            .put("policy", feature.policy().xmlName())
                            .put("name", feature.name())
                            .build());
        }
        out.put("features", new JsonArray(features));
    }

    private static void putModels(ObjectBuilder out, List<CpuModel> models) {
        List<JsonValue> items = new ArrayList<>(models.size());
        for (CpuModel model : models) {
            ObjectBuilder item =
                    JsonValue.object()
                            .put("name", model.name())
                            .put("usable", model.usable().xmlName());
            if (model.deprecated() != Support.NOT_REPORTED) {
                item.put("deprecated", model.deprecated() == Support.YES);
            }
            model.vendor().ifPresent(vendor -> item.put("vendor", vendor));
            model.canonical().ifPresent(name -> item.put("canonical", name));
            if (!model.blockers().isEmpty()) {
                item.put("blockers", JsonValue.ofStrings(model.blockers()));
            }
            JsonExtras.put(item, model.extras());
            items.add(item.build());
        }
        out.put("models", new JsonArray(items));
    }

    private static void putSev(ObjectBuilder out, Detail.Sev sev) {
        out.put("cbitpos", sev.cbitpos()).put("reducedPhysBits", sev.reducedPhysBits());
        sev.maxGuests().ifPresent(count -> out.put("maxGuests", count));
        sev.maxEsGuests().ifPresent(count -> out.put("maxESGuests", count));
        sev.cpu0Id().ifPresent(id -> out.put("cpu0Id", id));
    }

    private static void putSgx(ObjectBuilder out, Detail.Sgx sgx) {
        out.put("flc", sgx.flc()).put("sgx1", sgx.sgx1()).put("sgx2", sgx.sgx2());
        out.put("sectionSizeKiB", sgx.sectionSizeKib());
        if (!sgx.sections().isEmpty()) {
            List<JsonValue> sections = new ArrayList<>();
            for (Detail.SgxSection section : sgx.sections()) {
                sections.add(
                        JsonValue.object()
                                .put("node", section.node())
                                .put("sizeKiB", section.sizeKib())
                                .build());
            }
            out.put("sections", new JsonArray(sections));
        }
    }

    private static void putDefaults(ObjectBuilder out, Detail.HypervDefaults defaults) {
        ObjectBuilder object = JsonValue.object();
        defaults.spinlocks().ifPresent(count -> object.put("spinlocks", count));
        defaults.stimerDirect().ifPresent(on -> object.put("stimer_direct", on));
        defaults.tlbflushDirect().ifPresent(on -> object.put("tlbflush_direct", on));
        defaults.tlbflushExtended().ifPresent(on -> object.put("tlbflush_extended", on));
        defaults.vendorId().ifPresent(id -> object.put("vendor_id", id));
        out.put("defaults", object.build());
    }

    /// Takes the members of a block and its extras.
    static Block take(Element element, JsonMembers from) {
        boolean supported = from.requireFlag("supported");
        List<ValueEnum> enums = new ArrayList<>();
        Optional<JsonMembers> enumMembers = from.object("enums");
        if (enumMembers.isPresent()) {
            for (String name : enumMembers.get().names()) {
                enums.add(new ValueEnum(name, enumMembers.get().strings(name).orElseThrow()));
            }
        }
        Detail detail = JsonDetails.take(element, from);
        Extras extras =
                element.place() == Place.CPU
                        ? JsonExtras.take(from, "supported", "name")
                        : JsonExtras.take(from, "supported");
        if (enums.isEmpty() && detail instanceof Detail.None && extras.isEmpty()) {
            return Block.of(supported);
        }
        return new Block(supported ? Support.YES : Support.NO, enums, detail, extras);
    }
}
