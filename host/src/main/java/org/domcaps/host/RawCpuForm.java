package org.domcaps.host;

import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegs;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// The JSON form of [RawCpu]: an object with the members of one kind of processor.
final class RawCpuForm {

    private static final int WORD_DIGITS = 8;
    private static final int LONG_DIGITS = 16;

    private static final String CPUID = "cpuid";
    private static final String ARCH_CAPABILITIES = "archCapabilities";
    private static final String PVR = "pvr";
    private static final String MIDR = "midr";
    private static final String HWCAP = "hwcap";
    private static final String MODEL = "model";

    private RawCpuForm() {}

    static RawCpu read(Members in) {
        RawCpu cpu;
        if (in.has(PVR)) {
            cpu = RawCpu.of(new HostProcessor.PowerVersion(word(in, PVR)));
        } else if (in.has(MIDR)) {
            cpu =
                    RawCpu.of(
                            new HostProcessor.ArmRegisters(
                                    in.register(MIDR, LONG_DIGITS).orElse(0),
                                    in.register(HWCAP, LONG_DIGITS).orElse(0)));
        } else if (in.has(MODEL)) {
            cpu = RawCpu.of(new HostProcessor.Simulated(in.requireString(MODEL)));
        } else {
            cpu = cpuid(in);
        }
        in.finish();
        return cpu;
    }

    private static RawCpu cpuid(Members in) {
        TreeMap<CpuidKey, CpuidRegs> leaves = new TreeMap<>();
        for (Members answer : in.objects(CPUID).orElse(List.of())) {
            if (!answer.has("leaf")) {
                throw answer.fault("leaf", "missing");
            }
            CpuidKey leaf = new CpuidKey(word(answer, "leaf"), word(answer, "subleaf"));
            CpuidRegs registers =
                    new CpuidRegs(
                            word(answer, "eax"),
                            word(answer, "ebx"),
                            word(answer, "ecx"),
                            word(answer, "edx"));
            answer.finish();
            if (leaves.put(leaf, registers) != null) {
                throw answer.fault("leaf", "the same leaf and subleaf a second time");
            }
        }
        LinkedHashMap<Integer, Long> msrs = new LinkedHashMap<>();
        OptionalLong register = in.register(ARCH_CAPABILITIES, LONG_DIGITS);
        if (register.isPresent()) {
            msrs.put(Kvm.ARCH_CAPABILITIES_MSR, register.getAsLong());
        }
        // A register alone tells nothing about the processor.
        return leaves.isEmpty() ? RawCpu.unknown() : RawCpu.of(new CpuidDump(leaves, msrs));
    }

    private static int word(Members in, String name) {
        return (int) in.register(name, WORD_DIGITS).orElse(0);
    }

    static JsonObject write(RawCpu cpu) {
        ObjectBuilder out = JsonValue.object();
        if (cpu.processor().isPresent()) {
            switch (cpu.processor().get()) {
                case CpuidDump dump -> cpuid(dump, out);
                case HostProcessor.PowerVersion(int pvr) ->
                        out.put(PVR, HostFactsWriter.register(pvr));
                case HostProcessor.ArmRegisters(long midr, long hwcap) ->
                        out.put(MIDR, HostFactsWriter.register(midr))
                                .put(HWCAP, HostFactsWriter.register(hwcap));
                case HostProcessor.Simulated(String model) -> out.put(MODEL, model);
            }
        }
        return out.build();
    }

    private static void cpuid(CpuidDump dump, ObjectBuilder out) {
        List<JsonValue> leaves = new ArrayList<>();
        for (Map.Entry<CpuidKey, CpuidRegs> answer : new TreeMap<>(dump.leaves()).entrySet()) {
            CpuidRegs registers = answer.getValue();
            leaves.add(
                    JsonValue.object()
                            .put("leaf", HostFactsWriter.register(answer.getKey().leaf()))
                            .put("subleaf", HostFactsWriter.register(answer.getKey().subleaf()))
                            .put("eax", HostFactsWriter.register(registers.eax()))
                            .put("ebx", HostFactsWriter.register(registers.ebx()))
                            .put("ecx", HostFactsWriter.register(registers.ecx()))
                            .put("edx", HostFactsWriter.register(registers.edx()))
                            .build());
        }
        out.put(CPUID, new JsonArray(leaves));
        Long register = dump.msrs().get(Kvm.ARCH_CAPABILITIES_MSR);
        if (register != null) {
            out.put(ARCH_CAPABILITIES, HostFactsWriter.register(register));
        }
    }
}
