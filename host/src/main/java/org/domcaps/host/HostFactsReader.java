package org.domcaps.host;

import org.domcaps.document.Arch;
import org.domcaps.host.system.FileFault;
import org.domcaps.json.JsonValue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// Reads the JSON form of [HostFacts]; [HostFactsWriter] is its other half.
final class HostFactsReader {

    private static final int WORD_DIGITS = 8;
    private static final int LONG_DIGITS = 16;
    private static final int MOST_ADDRESS_BITS = 64;
    private static final long MOST_SEV_GUESTS = 0xffff_ffffL;

    private HostFactsReader() {}

    static HostFacts read(JsonValue json) {
        Members in = Members.of(json, "");
        Set<HostPart> gathered =
                names(in, "gathered", "part", HostPart::find)
                        .<Set<HostPart>>map(list -> set(HostPart.class, list))
                        .orElseGet(() -> EnumSet.allOf(HostPart.class));
        HostFacts plain = HostFacts.plain();
        HostFacts facts =
                new HostFacts(
                        gathered,
                        machine(in),
                        in.object("rawCpu").map(RawCpuForm::read).orElseGet(plain::rawCpu),
                        in.object("kvm").map(HostFactsReader::kvm).orElseGet(plain::kvm),
                        set(
                                HostFeature.class,
                                names(in, "features", "feature", HostFeature::find)
                                        .orElse(List.of())),
                        in.object("swtpm").map(HostFactsReader::swtpm).orElseGet(plain::swtpm),
                        in.string("rdpHelper"),
                        in.object("sevGuests")
                                .map(HostFactsReader::sevGuests)
                                .orElseGet(plain::sevGuests),
                        in.object("firmware").map(FirmwareForm::read).orElseGet(plain::firmware));
        in.finish();
        for (HostPart part : HostPart.values()) {
            if (in.has(part.jsonName()) && !gathered.contains(part)) {
                throw in.fault(part.jsonName(), "not listed in gathered");
            }
        }
        return facts;
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, List<E> items) {
        Set<E> set = EnumSet.noneOf(type);
        set.addAll(items);
        return set;
    }

    private static <E> Optional<List<E>> names(
            Members in, String member, String kind, Function<String, Optional<E>> find) {
        return in.strings(member)
                .map(texts -> {
                    List<E> items = new ArrayList<>();
                    for (int i = 0; i < texts.size(); i++) {
                        String text = texts.get(i);
                        String place = member + "[" + i + "]";
                        items.add(
                                find.apply(text)
                                        .orElseThrow(() ->
                                                in.fault(
                                                        place,
                                                        "no such " + kind + ": \"" + text + "\"")));
                    }
                    return items;
                });
    }

    private static Machine machine(Members in) {
        Arch arch =
                in.string("arch")
                        .map(name ->
                                Arch.find(name)
                                        .orElseThrow(() ->
                                                in.fault(
                                                        "arch",
                                                        "no such architecture: \"" + name + "\"")))
                        .orElse(Arch.X86_64);
        OptionalLong bits = in.number("physicalAddressBits", 1, MOST_ADDRESS_BITS);
        return new Machine(
                arch,
                in.string("kernel"),
                in.string("signature"),
                in.register("microcode", WORD_DIGITS).orElse(0),
                bits.isPresent() ? OptionalInt.of((int) bits.getAsLong()) : OptionalInt.empty());
    }

    private static int word(Members in, String name) {
        return (int) in.register(name, WORD_DIGITS).orElse(0);
    }

    private static Kvm kvm(Members in) {
        Optional<String> cause = in.string("unknown");
        if (cause.isPresent()) {
            in.finish();
            return new Kvm.Unknown(cause.get());
        }
        Kvm kvm;
        if (in.bool("usable").orElse(true)) {
            kvm =
                    new Kvm.Usable(
                            (int) in.number("maxVcpus", 1, Integer.MAX_VALUE).orElse(Kvm.NO_LIMIT),
                            word(in, "vmTypes"),
                            in.register("archCapabilities", LONG_DIGITS));
        } else {
            Optional<String> reason =
                    in.string("reason").filter(text -> !text.equals(FileFault.NO_SUCH_FILE));
            kvm = reason.isPresent() ? new Kvm.Refused(reason.get()) : new Kvm.Missing();
        }
        in.finish();
        return kvm;
    }

    private static Swtpm swtpm(Members in) {
        Swtpm swtpm;
        if (!in.bool("installed").orElse(true)) {
            swtpm = new Swtpm.Absent(in.strings("missing").orElse(SwtpmPrograms.NAMES));
        } else {
            Optional<String> cause = in.string("unknown");
            if (cause.isPresent()) {
                swtpm = new Swtpm.Unclear(cause.get());
            } else {
                List<SwtpmFeature> features =
                        names(in, "features", "feature", SwtpmFeature::find).orElse(List.of());
                swtpm =
                        new Swtpm.Present(
                                set(SwtpmFeature.class, features), in.string("complaint"));
            }
        }
        in.finish();
        return swtpm;
    }

    private static SevGuests sevGuests(Members in) {
        Optional<String> cause = in.string("unknown");
        SevGuests guests =
                cause.isPresent()
                        ? new SevGuests.Unknown(cause.get())
                        : new SevGuests.Counted(
                                in.number("max", 0, MOST_SEV_GUESTS).orElse(0),
                                in.number("maxEs", 0, MOST_SEV_GUESTS).orElse(0));
        in.finish();
        return guests;
    }
}
