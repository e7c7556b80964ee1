package org.domcaps.cpu;

import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// Reads CPU definitions from `<cpu>` elements.
///
/// Children that say nothing about what the processor can do (`cache`, `numa`, `microcode`,
/// `counter`, `pages`) are passed over.
public final class CpuDefinitionReader {

    private final XmlElement element;

    private CpuDefinitionReader(XmlElement element) {
        this.element = element;
    }

    /// Reads a definition: one with an `<arch>` is a host's, any other a guest's.
    ///
    /// @throws XmlException if a value is none of those that the format knows, a needed attribute
    ///   is missing, or a feature is there twice
    public static CpuDefinition read(XmlElement cpu) {
        if (!cpu.name().equals("cpu")) {
            throw cpu.fault("expected <cpu> and found <" + cpu.name() + ">");
        }
        CpuDefinitionReader reader = new CpuDefinitionReader(cpu);
        return cpu.child("arch").isPresent() ? reader.host() : reader.guest();
    }

    /// Reads the definition of a guest.
    ///
    /// @throws XmlException as [#read], and if it is the definition of a host
    public static GuestCpu readGuest(XmlElement cpu) {
        return switch (read(cpu)) {
            case GuestCpu guest -> guest;
            case HostCpu _ ->
                    throw cpu.fault("expected the <cpu> of a guest and found the one of a host");
        };
    }

    private HostCpu host() {
        XmlElement arch = element.child("arch").orElseThrow();
        return new HostCpu(
                Arch.find(arch.text().strip())
                        .orElseThrow(() ->
                                arch.fault("unknown architecture '" + arch.text().strip() + "'")),
                text("model"),
                text("vendor"),
                element.child("signature").map(this::signature),
                element.child("topology").map(this::topology),
                features());
    }

    private GuestCpu guest() {
        Optional<CpuMatch> match = attribute("match", CpuMatch::find);
        CpuMode mode = attribute("mode", CpuMode::find).orElse(CpuMode.CUSTOM);
        return new GuestCpu(
                mode,
                match,
                attribute("check", CpuCheck::find),
                model(),
                text("vendor"),
                element.child("topology").map(this::topology),
                element.child("maxphysaddr").map(this::maxPhysAddr),
                features());
    }

    private ModelChoice model() {
        Optional<XmlElement> model = element.child("model");
        if (model.isEmpty()) {
            return ModelChoice.NONE;
        }
        return new ModelChoice(
                text("model"),
                attribute(model.get(), "fallback", Fallback::find).orElse(Fallback.ALLOW),
                model.get().attribute("vendor_id"));
    }

    private List<CpuFeature> features() {
        List<CpuFeature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (XmlElement feature : element.children("feature")) {
            String name = feature.requireAttribute("name");
            if (!names.add(name)) {
                throw feature.fault("CPU feature '" + name + "' is there twice");
            }
            features.add(new CpuFeature(name, attribute(feature, "policy", FeaturePolicy::find)));
        }
        return features;
    }

    private Topology topology(XmlElement topology) {
        return new Topology(
                positive(topology, "sockets"),
                topology.attribute("dies").isPresent() ? positive(topology, "dies") : 1,
                topology.attribute("clusters").isPresent() ? positive(topology, "clusters") : 1,
                positive(topology, "cores"),
                positive(topology, "threads"));
    }

    private CpuSignature signature(XmlElement signature) {
        return new CpuSignature(
                number(signature, "family", 0),
                number(signature, "model", 0),
                number(signature, "stepping", 0));
    }

    private MaxPhysAddr maxPhysAddr(XmlElement size) {
        String mode = size.requireAttribute("mode");
        for (MaxPhysAddr.Mode candidate : MaxPhysAddr.Mode.values()) {
            if (candidate.xmlName().equals(mode)) {
                return new MaxPhysAddr(candidate, optional(size, "bits"), optional(size, "limit"));
            }
        }
        throw size.fault("attribute mode has the unknown value '" + mode + "'");
    }

    /// The text of a child, absent if there is none or it is blank.
    private Optional<String> text(String child) {
        return element.child(child)
                .map(found -> found.text().strip())
                .filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> attribute(String name, Function<String, Optional<T>> find) {
        return attribute(element, name, find);
    }

    private static <T> Optional<T> attribute(
            XmlElement element, String name, Function<String, Optional<T>> find) {
        Optional<String> value = element.attribute(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> found = find.apply(value.get());
        if (found.isEmpty()) {
            throw element.fault(
                    "attribute " + name + " has the unknown value '" + value.get() + "'");
        }
        return found;
    }

    private static OptionalInt optional(XmlElement element, String attribute) {
        return element.attribute(attribute).isPresent()
                ? OptionalInt.of(positive(element, attribute))
                : OptionalInt.empty();
    }

    private static int positive(XmlElement element, String attribute) {
        return number(element, attribute, 1);
    }

    private static int number(XmlElement element, String attribute, int least) {
        String value = element.requireAttribute(attribute);
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Falls through to the one message for both.
        }
        throw element.fault(
                "attribute " + attribute + " is not a number from " + least + ": '" + value + "'");
    }
}
