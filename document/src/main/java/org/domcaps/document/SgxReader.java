package org.domcaps.document;

import org.domcaps.document.Detail.SgxSection;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Collects the children of `<sgx>`.
final class SgxReader implements DetailReader {

    private Optional<Boolean> flc = Optional.empty();
    private Optional<Boolean> sgx1 = Optional.empty();
    private Optional<Boolean> sgx2 = Optional.empty();
    private OptionalLong sectionSize = OptionalLong.empty();
    private final List<SgxSection> sections = new ArrayList<>();
    private boolean any;

    @Override
    public boolean take(ChildReader children, XmlElement child) {
        boolean taken =
                switch (child.name()) {
                    case "flc", "sgx1", "sgx2" -> flag(child);
                    case "section_size" -> sectionSize(child);
                    case "sections" -> sections(child);
                    default -> false;
                };
        if (taken) {
            children.once("<" + child.name() + ">", child);
            any = true;
        }
        return taken;
    }

    private boolean flag(XmlElement child) {
        if (!Leaf.isText(child)) {
            return false;
        }
        Optional<Boolean> value = Optional.of(Leaf.choice(child, "yes", "no"));
        switch (child.name()) {
            case "flc" -> flc = value;
            case "sgx1" -> sgx1 = value;
            default -> sgx2 = value;
        }
        return true;
    }

    private boolean sectionSize(XmlElement child) {
        if (!Leaf.hasJust(child, "unit")
                || !child.requireAttribute("unit").equals(Detail.Sgx.UNIT)) {
            return false;
        }
        sectionSize = OptionalLong.of(Leaf.number(child));
        return true;
    }

    private boolean sections(XmlElement child) {
        if (!child.attributes().isEmpty()
                || child.children().isEmpty()
                || !child.text().isBlank()) {
            return false;
        }
        List<SgxSection> found = new ArrayList<>();
        for (XmlElement section : child.children()) {
            if (!section.name().equals("section")
                    || !Leaf.isEmptyWith(section, "node", "size", "unit")
                    || !section.requireAttribute("unit").equals(Detail.Sgx.UNIT)) {
                return false;
            }
            found.add(new SgxSection(Leaf.number(section, "node"), Leaf.number(section, "size")));
        }
        sections.addAll(found);
        return true;
    }

    @Override
    public boolean isComplete() {
        return !any
                || flc.isPresent()
                        && sgx1.isPresent()
                        && sgx2.isPresent()
                        && sectionSize.isPresent();
    }

    @Override
    public Detail detail() {
        return any
                ? new Detail.Sgx(
                        flc.orElseThrow(),
                        sgx1.orElseThrow(),
                        sgx2.orElseThrow(),
                        sectionSize.orElseThrow(),
                        sections)
                : new Detail.None();
    }
}
