package org.domcaps.driver.explain;

import org.domcaps.document.Block;
import org.domcaps.document.CpuModel;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Extras;
import org.domcaps.document.Place;
import org.domcaps.document.ValueEnum;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Findings about what a document holds beyond the format that Domcaps knows, as newer releases and
/// other vendors write it. It is there, and nobody here can say why.
final class UnknownParts {

    private static final List<String> NOTE =
            List.of("no release that Domcaps knows prints it, so no rule of it is known here");

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    private UnknownParts() {}

    /// The findings, in document order: of the elements that are known, then of those that are not.
    static List<Finding> of(DomainCapabilities document) {
        UnknownParts unknown = new UnknownParts();
        document.blocks().forEach(unknown::block);
        for (Place place : Place.values()) {
            String path = place == Place.ROOT ? "" : place.xmlName();
            unknown.extras(path, document.extras().getOrDefault(place, Extras.NONE));
        }
        return unknown.findings;
    }

    private void block(Element element, Block block) {
        for (ValueEnum found : block.enums()) {
            String path = element.path() + "." + found.name();
            Optional<EnumKey> key = EnumKey.find(element, found.name());
            if (key.isEmpty()) {
                add(Kind.ENUM, path, Truth.YES, Optional.empty());
            }
            for (String value : found.values()) {
                if (key.flatMap(known -> known.value(value)).isEmpty()) {
                    add(Kind.VALUE, path + "." + value, Truth.YES, Optional.empty());
                }
            }
        }
        extras(element.path(), block.extras());
    }

    /// What a model says beyond the format.
    static List<Finding> of(CpuModel model) {
        UnknownParts unknown = new UnknownParts();
        for (XmlAttribute attribute : model.extras().attributes()) {
            String path = Kind.CPU_MODEL.path(model.name()) + "@" + attribute.name();
            unknown.add(Kind.ATTRIBUTE, path, Truth.YES, Optional.of(attribute.value()));
        }
        return unknown.findings;
    }

    private void extras(String path, Extras extras) {
        for (XmlAttribute attribute : extras.attributes()) {
            detail(path + "@" + attribute.name(), attribute.value());
        }
        for (Extras.ExtraElement extra : extras.elements()) {
            element(path, extra.element());
        }
    }

    private void element(String parent, XmlElement element) {
        boolean isEnum = element.name().equals("enum");
        String called =
                isEnum || element.name().equals("mode")
                        ? element.attribute("name").orElse(element.name())
                        : element.name();
        String path = single(parent.isEmpty() ? called : parent + "." + called);
        if (isEnum) {
            add(Kind.ENUM, path, Truth.YES, Optional.empty());
            for (XmlElement value : element.children()) {
                add(Kind.VALUE, path + "." + value.text().strip(), Truth.YES, Optional.empty());
            }
            return;
        }
        String text = element.children().isEmpty() ? element.text().strip() : "";
        Optional<String> supported = element.attribute("supported");
        if (supported.isPresent()) {
            add(Kind.ELEMENT, path, Truth.of(supported.get().equals("yes")), Optional.empty());
        } else if (!text.isEmpty()) {
            detail(path, text);
        }
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.name().equals("supported")) {
                detail(path + "@" + attribute.name(), attribute.value());
            }
        }
        for (XmlElement child : element.children()) {
            element(path, child);
        }
    }

    /// The path, or where it is taken already the path with the place of the element among those of
    /// its name.
    private String single(String path) {
        String place = path;
        for (int next = 2; !paths.add(place); next++) {
            place = path + "[" + next + "]";
        }
        return place;
    }

    private void detail(String path, String value) {
        add(Kind.DETAIL, path, Truth.YES, Optional.of(value));
    }

    private void add(Kind kind, String path, Truth there, Optional<String> value) {
        findings.add(
                new Finding(
                        path,
                        kind,
                        there,
                        List.of(),
                        Optional.empty(),
                        value,
                        Optional.empty(),
                        NOTE));
    }
}
