package org.domcaps.host;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;

/// Writes the JSON form of [HostFacts]; [HostFactsReader] is its other half.
final class HostFactsWriter {

    private HostFactsWriter() {}

    static JsonObject write(HostFacts facts) {
        ObjectBuilder out = JsonValue.object();
        if (!facts.gathered().equals(EnumSet.allOf(HostPart.class))) {
            out.put(
                    "gathered",
                    JsonValue.ofStrings(
                            facts.gathered().stream().map(HostPart::jsonName).toList()));
        }
        machine(facts.machine(), out);
        for (HostPart part : facts.gathered()) {
            switch (part) {
                case RAW_CPU -> out.put(part.jsonName(), RawCpuForm.write(facts.rawCpu()));
                case KVM -> out.put(part.jsonName(), kvm(facts.kvm()));
                case FEATURES ->
                        out.put(
                                part.jsonName(),
                                JsonValue.ofStrings(
                                        facts.features().stream()
                                                .map(HostFeature::jsonName)
                                                .toList()));
                case SWTPM -> out.put(part.jsonName(), swtpm(facts.swtpm()));
                case RDP_HELPER ->
                        facts.rdpHelper().ifPresent(path -> out.put(part.jsonName(), path));
                case SEV_GUESTS -> out.put(part.jsonName(), sevGuests(facts.sevGuests()));
                case FIRMWARE -> out.put(part.jsonName(), FirmwareForm.write(facts.firmware()));
            }
        }
        return out.build();
    }

    private static void machine(Machine machine, ObjectBuilder out) {
        out.put("arch", machine.arch().xmlName());
        machine.kernel().ifPresent(kernel -> out.put("kernel", kernel));
        machine.signature().ifPresent(signature -> out.put("signature", signature));
        if (machine.microcode() != 0) {
            out.put("microcode", register(machine.microcode()));
        }
        machine.physicalAddressBits().ifPresent(bits -> out.put("physicalAddressBits", bits));
    }

    private static JsonObject kvm(Kvm kvm) {
        ObjectBuilder out = JsonValue.object();
        switch (kvm) {
            case Kvm.Usable(int maxVcpus, int vmTypes, OptionalLong archCapabilities) -> {
                out.put("usable", true).put("maxVcpus", maxVcpus).put("vmTypes", register(vmTypes));
                putRegister(out, "archCapabilities", archCapabilities);
            }
            case Kvm.Missing() -> out.put("usable", false);
            case Kvm.Refused(String reason) -> out.put("usable", false).put("reason", reason);
            case Kvm.Unknown(String cause) -> out.put("unknown", cause);
        }
        return out.build();
    }

    private static JsonObject swtpm(Swtpm swtpm) {
        ObjectBuilder out = JsonValue.object();
        switch (swtpm) {
            case Swtpm.Absent(List<String> programs) ->
                    out.put("installed", false).put("missing", JsonValue.ofStrings(programs));
            case Swtpm.Present present -> {
                out.put("installed", true)
                        .put(
                                "features",
                                JsonValue.ofStrings(
                                        present.features().stream()
                                                .map(SwtpmFeature::wireName)
                                                .toList()));
                present.complaint().ifPresent(complaint -> out.put("complaint", complaint));
            }
            case Swtpm.Unclear(String cause) -> out.put("installed", true).put("unknown", cause);
        }
        return out.build();
    }

    private static JsonObject sevGuests(SevGuests guests) {
        return switch (guests) {
            case SevGuests.Counted(long maxGuests, long maxEsGuests) ->
                    JsonValue.object().put("max", maxGuests).put("maxEs", maxEsGuests).build();
            case SevGuests.Unknown(String cause) ->
                    JsonValue.object().put("unknown", cause).build();
        };
    }

    private static void putRegister(ObjectBuilder out, String name, OptionalLong value) {
        if (value.isPresent()) {
            out.put(name, "0x" + Long.toHexString(value.getAsLong()));
        }
    }

    static String register(int value) {
        return "0x" + Integer.toHexString(value);
    }

    static String register(long value) {
        return "0x" + Long.toHexString(value);
    }
}
