package org.domcaps.cli;

import static org.domcaps.cli.CommonOptions.arch;
import static org.domcaps.cli.CommonOptions.group;
import static org.domcaps.cli.CommonOptions.virtType;
import static org.domcaps.cli.OptionSpec.flag;
import static org.domcaps.cli.OptionSpec.valued;

import org.domcaps.decide.cpu.CpuInputs;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.Arch;

import java.util.List;
import java.util.Optional;

/// What the commands of CPU algebra have in common.
final class CpuOptions {

    private CpuOptions() {}

    static OptionSpec migratable(String text) {
        return flag("migratable", text);
    }

    /// What is asked of hosts that are no documents.
    static OptionGroup asked() {
        return group(
                "What to ask hosts that are no documents",
                arch("guest architecture, also of definitions without one (default: x86_64)"),
                valued(
                        "machine",
                        "MACHINE",
                        ValueKind.MACHINE,
                        "machine type or alias (default: the emulator's own)"),
                virtType("virt type (default: the best that works there)"));
    }

    /// The architecture of definitions that name none.
    static Arch usualArch(Arguments arguments) {
        Optional<String> name = arguments.find("arch");
        return name.isEmpty()
                ? Arch.X86_64
                : Arch.find(name.get())
                        .orElseThrow(() ->
                                new UsageException(
                                        "--arch names no architecture that libvirt knows: '"
                                                + name.get()
                                                + "'"));
    }

    /// What the hosts of the words offer. A text with several definitions gives several hosts.
    static HostSet<CpuOffer> offers(List<String> words, Arguments arguments, Context context) {
        CpuInputs reader = new CpuInputs();
        try (HostInput input = new HostInput(arguments, context)) {
            return flat(
                    input.read(
                            "HOST", words, reader::read, document -> List.of(reader.of(document))));
        }
    }

    private static HostSet<CpuOffer> flat(HostSet<List<CpuOffer>> hosts) {
        HostSet.Builder<CpuOffer> flat = new HostSet.Builder<>();
        for (HostGroup<List<CpuOffer>> group : hosts.groups()) {
            for (String host : group.hosts()) {
                List<CpuOffer> offers = group.content();
                for (int i = 0; i < offers.size(); i++) {
                    flat.add(offers.size() == 1 ? host : host + "#" + (i + 1), offers.get(i));
                }
            }
        }
        for (UnreadHost unread : hosts.unread()) {
            flat.addUnread(unread);
        }
        return flat.build();
    }
}
