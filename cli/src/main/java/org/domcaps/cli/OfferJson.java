package org.domcaps.cli;

import org.domcaps.document.Arch;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;

import java.util.ArrayList;
import java.util.List;

/// The list of emulators as JSON; `docs/schema/list.schema.json` describes it.
final class OfferJson {

    private OfferJson() {}

    static JsonValue of(EmulatorList list) {
        List<JsonValue> emulators = new ArrayList<>();
        for (EmulatorOffer offer : list.offers()) {
            JsonValue.ObjectBuilder object = JsonValue.object().put("path", offer.path());
            if (offer.version().isPresent()) {
                object.put("version", offer.version().get());
            }
            emulators.add(
                    object.put("default", offer.isDefault())
                            .put("archs", archs(offer.archs()))
                            .put("defaultVirtType", offer.defaultVirtType().xmlName())
                            .put("virtTypes", slots(offer))
                            .build());
        }
        return JsonValue.object()
                .put("emulators", new JsonArray(emulators))
                .put("broken", Faults.json(list.faults()))
                .build();
    }

    static JsonValue archs(List<Arch> archs) {
        List<String> names = new ArrayList<>();
        for (Arch arch : archs) {
            names.add(arch.xmlName());
        }
        return JsonValue.ofStrings(names);
    }

    private static JsonValue slots(EmulatorOffer offer) {
        List<JsonValue> slots = new ArrayList<>();
        for (EmulatorOffer.Slot slot : offer.slots()) {
            List<JsonValue> machines = new ArrayList<>();
            for (EmulatorOffer.Machine machine : slot.machines()) {
                machines.add(machine(machine));
            }
            slots.add(
                    JsonValue.object()
                            .put("name", slot.virtType().xmlName())
                            .put("machines", new JsonArray(machines))
                            .build());
        }
        return new JsonArray(slots);
    }

    private static JsonValue machine(EmulatorOffer.Machine machine) {
        JsonValue.ObjectBuilder object = JsonValue.object().put("name", machine.name());
        if (machine.alias().isPresent()) {
            object.put("alias", machine.alias().get());
        }
        if (machine.maxCpus() > 0) {
            object.put("maxCpus", machine.maxCpus());
        }
        return object.put("deprecated", machine.deprecated())
                .put("default", machine.isDefault())
                .build();
    }
}
