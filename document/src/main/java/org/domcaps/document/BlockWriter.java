package org.domcaps.document;

import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlOutput;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes one [Block] with its enums, its detail and, for `<os>`, the elements inside.
final class BlockWriter {

    private final DomainCapabilities document;
    private final XmlOutput out;
    private final boolean blockers;
    private final boolean canonical;
    private final boolean hypervDefaults;
    private final boolean folded;

    BlockWriter(DomainCapabilities document, XmlOutput out, Release release) {
        this.document = document;
        this.out = out;
        this.blockers = release.isAtLeast(Generations.BLOCKERS);
        this.canonical = release.isAtLeast(Generations.CANONICAL);
        this.hypervDefaults = release.isAtLeast(Generations.HYPERV_DEFAULTS);
        this.folded = release.isAtLeast(Generations.FOLDED);
    }

    /// Writes the block of an element, if it is reported, as one child of its container.
    void block(ChildWriter siblings, int depth, Element element) {
        Block block = document.blocks().get(element);
        if (block == null) {
            return;
        }
        siblings.next();
        String tag = element.place() == Place.CPU ? "mode" : element.xmlName();
        out.begin(depth, tag);
        if (element.place() == Place.CPU) {
            out.attribute("name", element.xmlName());
        }
        out.attribute("supported", block.support() == Support.YES ? "yes" : "no");
        for (XmlAttribute attribute : block.extras().attributes()) {
            out.attribute(attribute.name(), attribute.value());
        }
        out.endOpen();
        content(depth + 1, element, block);
        out.close(depth, tag, folded || !element.isGroup() || block.support() == Support.NO);
    }

    private void content(int depth, Element element, Block block) {
        ChildWriter children = new ChildWriter(out, depth, block.extras());
        Detail detail = block.detail();
        if (detail instanceof Detail.HypervDefaults defaults) {
            enums(children, depth, block);
            hypervDefaults(children, depth, defaults);
        } else {
            before(children, depth, detail);
            enums(children, depth, block);
        }
        if (element == Element.OS) {
            block(children, depth, Element.FIRMWARE_FEATURES);
            block(children, depth, Element.LOADER);
            block(children, depth, Element.VARSTORE);
        }
        children.rest();
    }

    /// Writes a detail that stands before the enums. Not a switch: linking one costs every start of
    /// the command a millisecond.
    private void before(ChildWriter children, int depth, Detail detail) {
        if (detail instanceof Detail.LoaderPaths(List<String> paths)) {
            for (String path : paths) {
                children.next();
                out.leaf(depth, "value", path);
            }
        } else if (detail instanceof Detail.HostModel model) {
            hostModel(children, depth, model);
        } else if (detail instanceof Detail.CustomModels(List<CpuModel> models)) {
            for (CpuModel model : models) {
                cpuModel(children, depth, model);
            }
        } else if (detail instanceof Detail.Sev sev) {
            sev(children, depth, sev);
        } else if (detail instanceof Detail.Sgx sgx) {
            sgx(children, depth, sgx);
        }
    }

    private void enums(ChildWriter children, int depth, Block block) {
        for (ValueEnum valueEnum : block.enums()) {
            children.next();
            out.begin(depth, "enum");
            out.attribute("name", valueEnum.name());
            out.endOpen();
            for (String value : valueEnum.values()) {
                out.leaf(depth + 1, "value", value);
            }
            out.close(depth, "enum", true);
        }
    }

    private void hostModel(ChildWriter children, int depth, Detail.HostModel cpu) {
        children.next();
        out.begin(depth, "model");
        out.attribute("fallback", cpu.fallback());
        out.endText("model", cpu.model());
        text(children, depth, "vendor", cpu.vendor());
        if (cpu.maxPhysAddr().isPresent()) {
            children.next();
            out.begin(depth, "maxphysaddr");
            out.attribute("mode", cpu.maxPhysAddr().get().mode());
            out.attribute("limit", Integer.toString(cpu.maxPhysAddr().get().limit()));
            out.endEmpty();
        }
        for (CpuFeature feature : cpu.features()) {
            children.next();
            out.begin(depth, "feature");
            out.attribute("policy", feature.policy().xmlName());
            out.attribute("name", feature.name());
            out.endEmpty();
        }
    }

    private void cpuModel(ChildWriter children, int depth, CpuModel model) {
        children.next();
        out.begin(depth, "model");
        out.attribute("usable", model.usable().xmlName());
        if (model.deprecated() != Support.NOT_REPORTED) {
            out.attribute("deprecated", model.deprecated() == Support.YES ? "yes" : "no");
        }
        if (model.vendor().isPresent()) {
            out.attribute("vendor", model.vendor().get());
        }
        if (canonical && model.canonical().isPresent()) {
            out.attribute("canonical", model.canonical().get());
        }
        for (XmlAttribute attribute : model.extras().attributes()) {
            out.attribute(attribute.name(), attribute.value());
        }
        out.endText("model", model.name());
        if (blockers && !model.blockers().isEmpty()) {
            children.next();
            out.begin(depth, "blockers");
            out.attribute("model", model.name());
            out.endOpen();
            for (String blocker : model.blockers()) {
                out.item(depth + 1, "feature", "name", blocker);
            }
            out.close(depth, "blockers", true);
        }
    }

    private void sev(ChildWriter children, int depth, Detail.Sev sev) {
        text(children, depth, "cbitpos", Long.toString(sev.cbitpos()));
        text(children, depth, "reducedPhysBits", Long.toString(sev.reducedPhysBits()));
        number(children, depth, "maxGuests", sev.maxGuests());
        number(children, depth, "maxESGuests", sev.maxEsGuests());
        text(children, depth, "cpu0Id", sev.cpu0Id());
    }

    private void sgx(ChildWriter children, int depth, Detail.Sgx sgx) {
        text(children, depth, "flc", sgx.flc() ? "yes" : "no");
        text(children, depth, "sgx1", sgx.sgx1() ? "yes" : "no");
        text(children, depth, "sgx2", sgx.sgx2() ? "yes" : "no");
        children.next();
        out.begin(depth, "section_size");
        out.attribute("unit", Detail.Sgx.UNIT);
        out.endText("section_size", Long.toString(sgx.sectionSizeKib()));
        if (sgx.sections().isEmpty()) {
            return;
        }
        children.next();
        out.begin(depth, "sections");
        out.endOpen();
        for (Detail.SgxSection section : sgx.sections()) {
            out.begin(depth + 1, "section");
            out.attribute("node", Long.toString(section.node()));
            out.attribute("size", Long.toString(section.sizeKib()));
            out.attribute("unit", Detail.Sgx.UNIT);
            out.endEmpty();
        }
        out.close(depth, "sections", false);
    }

    private void hypervDefaults(ChildWriter children, int depth, Detail.HypervDefaults defaults) {
        if (!hypervDefaults || defaults.isEmpty()) {
            return;
        }
        children.next();
        out.begin(depth, "defaults");
        out.endOpen();
        if (defaults.spinlocks().isPresent()) {
            out.leaf(depth + 1, "spinlocks", Long.toString(defaults.spinlocks().getAsLong()));
        }
        onOff(depth + 1, "stimer_direct", defaults.stimerDirect());
        onOff(depth + 1, "tlbflush_direct", defaults.tlbflushDirect());
        onOff(depth + 1, "tlbflush_extended", defaults.tlbflushExtended());
        if (defaults.vendorId().isPresent()) {
            out.leaf(depth + 1, "vendor_id", defaults.vendorId().get());
        }
        out.close(depth, "defaults", false);
    }

    private void onOff(int depth, String name, Optional<Boolean> value) {
        if (value.isPresent()) {
            out.leaf(depth, name, value.get() ? "on" : "off");
        }
    }

    private void text(ChildWriter children, int depth, String name, String text) {
        children.next();
        out.leaf(depth, name, text);
    }

    private void text(ChildWriter children, int depth, String name, Optional<String> text) {
        if (text.isPresent()) {
            text(children, depth, name, text.get());
        }
    }

    private void number(ChildWriter children, int depth, String name, OptionalLong number) {
        if (number.isPresent()) {
            text(children, depth, name, Long.toString(number.getAsLong()));
        }
    }
}
