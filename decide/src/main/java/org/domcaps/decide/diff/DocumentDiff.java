package org.domcaps.decide.diff;

import org.domcaps.document.Block;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Extras;
import org.domcaps.document.Place;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.document.ValueEnum;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/// Compares two documents.
public final class DocumentDiff {

    /// Values that a release stopped or began to print for some emulators although nothing changed
    /// in what these can do.
    private static final List<PrintedOtherwise> PRINTED_OTHERWISE =
            List.of(
                    // Until then every emulator was said to have a floppy drive.
                    new PrintedOtherwise(EnumKey.DISK_DEVICE, "floppy", new Release(11, 4)),
                    new PrintedOtherwise(EnumKey.DISK_BUS, "fdc", new Release(11, 4)));

    private record PrintedOtherwise(EnumKey key, String value, Release since) {}

    private final DomainCapabilities before;
    private final DomainCapabilities after;
    private final Level levelBefore;
    private final Level levelAfter;
    private final ChangeList changes = new ChangeList();

    private DocumentDiff(DomainCapabilities before, DomainCapabilities after) {
        this.before = before;
        this.after = after;
        this.levelBefore = Level.of(before);
        this.levelAfter = Level.of(after);
    }

    /// What changed from one document to the other, in the order of the format; empty if nothing
    /// did.
    public static List<Change> of(DomainCapabilities before, DomainCapabilities after) {
        if (before.equals(after)) {
            return List.of();
        }
        return new DocumentDiff(before, after).all();
    }

    private List<Change> all() {
        changes.value("emulator", "path", before.path(), after.path());
        changes.value("virt-type", "domain", before.domain(), after.domain());
        changes.value("machine", "machine", before.machine(), after.machine());
        changes.value("arch", "arch", before.arch(), after.arch());
        number("vcpu", "vcpu.max", before.vcpuMax(), after.vcpuMax());
        for (Element element : Element.values()) {
            element(element);
        }
        for (Place place : Place.values()) {
            Extras one = before.extras().getOrDefault(place, Extras.NONE);
            Extras other = after.extras().getOrDefault(place, Extras.NONE);
            extras(place.xmlName(), one, other);
        }
        return changes.toList();
    }

    private void element(Element element) {
        Support one = before.support(element);
        Support other = after.support(element);
        if (one != other) {
            support(element, one, other);
        }
        Optional<Block> blockBefore = before.block(element);
        Optional<Block> blockAfter = after.block(element);
        if (one != other || blockBefore.isEmpty() || blockBefore.equals(blockAfter)) {
            return;
        }
        enums(element, blockBefore.get(), blockAfter.orElseThrow());
        detail(element, blockBefore.get().detail(), blockAfter.get().detail());
        extras(element.path(), blockBefore.get().extras(), blockAfter.get().extras());
    }

    private void support(Element element, Support one, Support other) {
        ChangeKind kind =
                other == Support.NOT_REPORTED
                        ? ChangeKind.UNREPORTED
                        : one == Support.NOT_REPORTED
                                ? ChangeKind.REPORTED
                                : one == Support.YES ? ChangeKind.LOST : ChangeKind.GAINED;
        changes.add("element", kind, element.path(), word(one), word(other));
    }

    private static Optional<String> word(Support support) {
        return switch (support) {
            case YES -> Optional.of("yes");
            case NO -> Optional.of("no");
            case NOT_REPORTED -> Optional.empty();
        };
    }

    private void enums(Element element, Block one, Block other) {
        for (String name : enumNames(element, one, other)) {
            String path = element.path() + "." + name;
            Optional<List<String>> values = one.values(name);
            Optional<List<String>> now = other.values(name);
            if (values.isPresent() && now.isPresent()) {
                Optional<EnumKey> key = EnumKey.find(element, name);
                BiPredicate<Boolean, String> canReport =
                        (first, value) -> canReport(key, value, first);
                changes.names(
                        "value",
                        path,
                        values.get(),
                        now.get(),
                        canReport,
                        UnaryOperator.identity());
            } else {
                changes.value(
                        "enum",
                        path,
                        values.map(list -> String.join(", ", list)),
                        now.map(list -> String.join(", ", list)));
            }
        }
    }

    /// Known enums in the order of the format, then the others by name.
    private static Set<String> enumNames(Element element, Block one, Block other) {
        Set<String> unknown = new TreeSet<>();
        for (Block block : List.of(one, other)) {
            for (ValueEnum valueEnum : block.enums()) {
                unknown.add(valueEnum.name());
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (EnumKey key : EnumKey.of(element)) {
            if (unknown.remove(key.xmlName())) {
                names.add(key.xmlName());
            }
        }
        names.addAll(unknown);
        return names;
    }

    private boolean canReport(Optional<EnumKey> key, String value, boolean first) {
        for (PrintedOtherwise row : PRINTED_OTHERWISE) {
            boolean across =
                    levelBefore.release().isAtLeast(row.since)
                            != levelAfter.release().isAtLeast(row.since);
            if (across && key.filter(row.key::equals).isPresent() && row.value.equals(value)) {
                return false;
            }
        }
        return (first ? levelBefore : levelAfter).canReport(key, value);
    }

    private void detail(Element element, Detail one, Detail other) {
        switch (one) {
            case Detail.LoaderPaths paths when other instanceof Detail.LoaderPaths now ->
                    changes.names(
                            "firmware",
                            element.path(),
                            paths.paths(),
                            now.paths(),
                            (_, _) -> true,
                            UnaryOperator.identity());
            case Detail.HostModel model when other instanceof Detail.HostModel now ->
                    new CpuDiff(levelBefore, levelAfter, changes).hostModel(model, now);
            case Detail.CustomModels models when other instanceof Detail.CustomModels now ->
                    new CpuDiff(levelBefore, levelAfter, changes)
                            .models(models.models(), now.models());
            case Detail.Sev sev when other instanceof Detail.Sev now -> sev(sev, now);
            case Detail.Sgx sgx when other instanceof Detail.Sgx now -> sgx(sgx, now);
            case Detail.HypervDefaults defaults when other instanceof Detail.HypervDefaults now ->
                    hyperv(defaults, now);
            case Detail.LoaderPaths _,
                    Detail.HostModel _,
                    Detail.CustomModels _,
                    Detail.Sev _,
                    Detail.Sgx _,
                    Detail.HypervDefaults _,
                    Detail.None _ -> {
                if (!one.equals(other)) {
                    boolean gone = other instanceof Detail.None;
                    changes.add(
                            "detail",
                            gone ? ChangeKind.UNREPORTED : ChangeKind.REPORTED,
                            element.path() + ".detail",
                            Optional.empty(),
                            Optional.empty());
                }
            }
        }
    }

    private void sev(Detail.Sev one, Detail.Sev other) {
        String path = Element.SEV.path();
        number("sev", path + ".cbitpos", some(one.cbitpos()), some(other.cbitpos()));
        number(
                "sev",
                path + ".reducedPhysBits",
                some(one.reducedPhysBits()),
                some(other.reducedPhysBits()));
        number("sev", path + ".maxGuests", one.maxGuests(), other.maxGuests());
        number("sev", path + ".maxESGuests", one.maxEsGuests(), other.maxEsGuests());
        changes.value("sev", path + ".cpu0Id", one.cpu0Id(), other.cpu0Id());
    }

    private void sgx(Detail.Sgx one, Detail.Sgx other) {
        String path = Element.SGX.path();
        flag("sgx", path + ".flc", Optional.of(one.flc()), Optional.of(other.flc()));
        flag("sgx", path + ".sgx1", Optional.of(one.sgx1()), Optional.of(other.sgx1()));
        flag("sgx", path + ".sgx2", Optional.of(one.sgx2()), Optional.of(other.sgx2()));
        number(
                "sgx",
                path + ".section_size",
                some(one.sectionSizeKib()),
                some(other.sectionSizeKib()));
        changes.value("sgx", path + ".sections", sections(one), sections(other));
    }

    private static Optional<String> sections(Detail.Sgx sgx) {
        List<String> texts = new ArrayList<>();
        for (Detail.SgxSection section : sgx.sections()) {
            texts.add("node " + section.node() + ": " + section.sizeKib() + " KiB");
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }

    private void hyperv(Detail.HypervDefaults one, Detail.HypervDefaults other) {
        String path = Element.HYPERV.path() + ".defaults";
        number("hyperv", path + ".spinlocks", one.spinlocks(), other.spinlocks());
        flag("hyperv", path + ".stimer_direct", one.stimerDirect(), other.stimerDirect());
        flag("hyperv", path + ".tlbflush_direct", one.tlbflushDirect(), other.tlbflushDirect());
        flag(
                "hyperv",
                path + ".tlbflush_extended",
                one.tlbflushExtended(),
                other.tlbflushExtended());
        changes.value("hyperv", path + ".vendor_id", one.vendorId(), other.vendorId());
    }

    private static OptionalLong some(long value) {
        return OptionalLong.of(value);
    }

    private void number(String what, String path, OptionalLong one, OptionalLong other) {
        changes.value(what, path, text(one), text(other));
    }

    private static Optional<String> text(OptionalLong number) {
        return number.isPresent()
                ? Optional.of(Long.toString(number.getAsLong()))
                : Optional.empty();
    }

    private void flag(String what, String path, Optional<Boolean> one, Optional<Boolean> other) {
        changes.value(
                what, path, one.map(on -> on ? "yes" : "no"), other.map(on -> on ? "yes" : "no"));
    }

    /// Parts beyond the known format are compared as a whole.
    private void extras(String path, Extras one, Extras other) {
        if (!one.equals(other)) {
            ChangeKind kind =
                    other.isEmpty()
                            ? ChangeKind.UNREPORTED
                            : one.isEmpty() ? ChangeKind.REPORTED : ChangeKind.CHANGED;
            changes.add("extras", kind, path, names(one), names(other));
        }
    }

    private static Optional<String> names(Extras extras) {
        List<String> names = new ArrayList<>();
        extras.attributes().forEach(attribute -> names.add(attribute.name()));
        extras.elements().forEach(extra -> names.add("<" + extra.element().name() + ">"));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }
}
