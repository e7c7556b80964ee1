package org.domcaps.qemu.explain;

import org.domcaps.cpu.PropertyValue;
import org.domcaps.document.DetailKey;
import org.domcaps.document.DocumentDetail;
import org.domcaps.document.Element;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.host.HostPart;
import org.domcaps.host.Kvm;
import org.domcaps.host.SevGuests;
import org.domcaps.qemu.Enlightenments;
import org.domcaps.qemu.HypervDefault;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.fill.QemuSituation;
import org.domcaps.rule.Evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What can be seen at the places that numbers, names and texts are read from.
///
/// @param situation the facts
/// @param request what was asked for, with what it left open
/// @param assumedHost whether nobody gave facts of a host
record DetailSightings(QemuSituation situation, Request request, boolean assumedHost) {

    private static final String NOT_TOLD = "not told";
    private static final String LISTED = "listed";

    /// What is at a place; empty text if nobody looked.
    String seen(DocumentDetail detail, Evidence evidence) {
        return switch (evidence.source()) {
            case REQUEST -> asked(evidence.place());
            case EMULATOR -> emulator(detail);
            case HOST -> host(detail);
            case FIRMWARE, DOCUMENT -> "";
        };
    }

    private String asked(String place) {
        return switch (place) {
            case "emulator" -> request.emulator().orElse("none named");
            case "machine" -> request.machine().orElse("none named");
            case "arch" -> request.arch().orElse("none named");
            case "flags" -> flags();
            default ->
                    request.virtType()
                            .orElse("none named, so " + situation.target().virtType().xmlName());
        };
    }

    private String flags() {
        List<String> names = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (request.flags().contains(flag)) {
                names.add(flag.name());
            }
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private String emulator(DocumentDetail detail) {
        Optional<String> value = detail.value();
        return switch (detail.key()) {
            case DOMAIN -> accelerator();
            case MACHINE -> value.map(this::machine).orElse("none");
            case VCPU_MAX -> most(situation.vcpuLimit().machine());
            case SGX_SECTION_SIZE, SGX_SECTION_KIB ->
                    value.map(kib -> kib + " KiB").orElse(NOT_TOLD);
            default -> detail.key().element().map(element -> emulator(element, detail)).orElse("");
        };
    }

    private String emulator(Element element, DocumentDetail detail) {
        return switch (element) {
            case HOST_MODEL -> expansion();
            case CUSTOM -> definition(detail);
            case HYPERV ->
                    hyperv(detail.key())
                            .map(row -> told(situation.qemu().enlightenments(), row))
                            .orElse("");
            default -> detail.value().orElse(NOT_TOLD);
        };
    }

    private String accelerator() {
        return situation
                .qemu()
                .hardware()
                .map(works -> works.qemuName() + " works")
                .orElse("no hardware accelerator works");
    }

    private String expansion() {
        return situation
                .hostModelInput()
                .expansion()
                .map(cpu -> cpu.properties().size() + " properties")
                .orElse("not answered");
    }

    private static String definition(DocumentDetail detail) {
        return switch (detail.key()) {
            case CUSTOM_USABLE -> blockers(detail.value().orElse(""));
            case CUSTOM_DEPRECATED -> detail.value().orElse("no, or not told");
            default -> LISTED;
        };
    }

    private String machine(String name) {
        List<Machine> machines =
                situation.qemu().slot(situation.target().virtType()).machines().list();
        for (Machine machine : machines) {
            if (machine.name().equals(name)) {
                return name + machine.alias().map(alias -> ", alias " + alias).orElse("");
            }
        }
        return NOT_TOLD;
    }

    private static String blockers(String usable) {
        return switch (usable) {
            case "yes" -> "none";
            case "no" -> "some";
            default -> NOT_TOLD;
        };
    }

    /// The default of the Hyper-V enlightenments that a key of the document is about.
    static Optional<HypervDefault> hyperv(DetailKey key) {
        for (HypervDefault row : HypervDefault.values()) {
            if (("HYPERV_" + row.name()).equals(key.name())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /// What QEMU says of a default of the Hyper-V enlightenments.
    static String told(Enlightenments enlightenments, HypervDefault row) {
        Optional<PropertyValue> told = enlightenments.told(row);
        if (told.isEmpty()) {
            return NOT_TOLD;
        }
        return switch (told.get()) {
            case PropertyValue.Flag(boolean on) -> on ? "on" : "off";
            case PropertyValue.Text(String text) -> "'" + text + "'";
            case PropertyValue.Number(long number) -> Long.toString(number);
        };
    }

    private String most(OptionalLong most) {
        return most.isPresent()
                ? most.getAsLong() + situation.target().machine().map(" for "::concat).orElse("")
                : NOT_TOLD;
    }

    private String host(DocumentDetail detail) {
        return switch (detail.key()) {
            case PATH ->
                    request.emulator().isPresent()
                            ? "not looked at"
                            : situation.target().emulator();
            case ARCH -> situation.hostArch().xmlName();
            case VCPU_MAX -> kernel();
            case HOST_MODEL_ADDRESS_MODE, HOST_MODEL_ADDRESS_LIMIT -> addressBits();
            case SEV_MAX_GUESTS, SEV_MAX_ES_GUESTS -> guests(detail.value());
            case HOST_MODEL_MODEL, HOST_MODEL_VENDOR -> processor();
            default -> "";
        };
    }

    private String kernel() {
        if (situation.target().virtType() != VirtType.KVM) {
            return "does not count under " + situation.target().virtType().xmlName();
        }
        if (assumedHost) {
            return "no facts of a host were given, so it limits nothing";
        }
        return switch (situation.hostFacts().kvm()) {
            case Kvm.Usable usable when usable.maxVcpus() == Kvm.NO_LIMIT -> "no limit";
            case Kvm.Usable usable -> Integer.toString(usable.maxVcpus());
            case Kvm.Missing _ -> "no such node";
            case Kvm.Refused(String reason) -> reason;
            case Kvm.Unknown(String cause) -> cause;
        };
    }

    private String addressBits() {
        OptionalInt bits = situation.hostModelInput().physicalAddressBits();
        return bits.isPresent() ? bits.getAsInt() + " bits physical" : NOT_TOLD;
    }

    private String guests(Optional<String> value) {
        if (!situation.hostFacts().gathered().contains(HostPart.SEV_GUESTS)) {
            return "";
        }
        return switch (situation.hostFacts().sevGuests()) {
            case SevGuests.Counted _ -> value.map(number -> "give " + number).orElse("");
            case SevGuests.Unknown(String cause) -> cause + ", so 0 is told";
        };
    }

    private String processor() {
        if (situation.hostModelInput().expansion().isPresent()) {
            return "QEMU describes it";
        }
        return situation.processor().isPresent() ? "read" : "not read";
    }
}
