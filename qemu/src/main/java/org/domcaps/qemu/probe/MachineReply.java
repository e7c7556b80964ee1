package org.domcaps.qemu.probe;

import org.domcaps.document.Arch;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.Machines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the reply to `query-machines` and puts the machine that libvirt prefers first.
final class MachineReply {

    private static final String COMMAND = "query-machines";

    private MachineReply() {}

    static Machines read(List<JsonValue> reply, Arch arch) {
        List<Machine> machines = new ArrayList<>(reply.size());
        int preferred = -1;
        int ownDefault = -1;
        String wanted = preferredName(arch);
        for (JsonValue item : reply) {
            Machine machine = machine(item);
            if (machine.name().equals("none")) {
                continue;
            }
            if (!wanted.isEmpty()
                    && (machine.name().equals(wanted)
                            || machine.alias().filter(wanted::equals).isPresent())) {
                preferred = machines.size();
            }
            if (machine.isDefault()) {
                ownDefault = machines.size();
            }
            machines.add(machine);
        }
        int first = preferred >= 0 ? preferred : ownDefault;
        if (first > 0) {
            machines.addFirst(machines.remove(first));
        }
        return new Machines(machines);
    }

    private static Machine machine(JsonValue item) {
        if (!(item instanceof JsonObject entry)) {
            throw Replies.malformed(COMMAND, "an entry is no object");
        }
        Optional<String> alias = entry.findString("alias");
        return new Machine(
                Replies.requireString(COMMAND, entry, "name"),
                alias,
                entry.findLong("cpu-max").orElse(0),
                entry.findBoolean("is-default").orElse(false),
                entry.findBoolean("deprecated").orElse(false));
    }

    /// The machine, by name or alias, that libvirt prefers; empty text where it has no preference.
    private static String preferredName(Arch arch) {
        return switch (arch) {
            case ALPHA -> "clipper";
            case ARMV6L -> "integratorcp";
            case ARMV7L, ARMV7B, AARCH64, LOONGARCH64, RISCV32, RISCV64 -> "virt";
            case CRIS -> "axis-dev88";
            case I686, X86_64 -> "pc";
            case LM32 -> "lm32-evr";
            case M68K -> "mcf5208evb";
            case MICROBLAZE, MICROBLAZEEL -> "petalogix-s3adsp1800";
            case MIPS, MIPSEL, MIPS64, MIPS64EL -> "malta";
            case OPENRISC -> "or1k-sim";
            case PPC, PPCLE -> "g3beige";
            case PPC64, PPC64LE -> "pseries";
            case PPCEMB -> "bamboo";
            case S390X -> "s390-ccw-virtio";
            case SH4, SH4EB -> "shix";
            case SPARC -> "SS-5";
            case SPARC64 -> "sun4u";
            case UNICORE32 -> "puv3";
            case XTENSA, XTENSAEB -> "sim";
            case IA64, PARISC, PARISC64, S390 -> "";
        };
    }
}
