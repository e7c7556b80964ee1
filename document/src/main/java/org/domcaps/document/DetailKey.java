package org.domcaps.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Everything that a document holds besides states and enums: numbers, names and texts, in document
/// order. [DocumentDetail] finds them in a document.
///
/// Attributes stand after `@`. Releases as in [Element].
public enum DetailKey {
    /// The emulator binary.
    PATH("path", DomainCapabilities::path),
    /// The virt type.
    DOMAIN("domain", DomainCapabilities::domain),
    /// The machine type.
    MACHINE("machine", DomainCapabilities::machine),
    /// The guest architecture.
    ARCH("arch", DomainCapabilities::arch),
    /// Most virtual CPUs of a guest.
    VCPU_MAX("vcpu@max", document -> text(document.vcpuMax())),
    /// Firmware images that a loader can name.
    LOADER_VALUE(Element.LOADER, "value", Element.LOADER.since()),
    /// The model that mode host-model stands for.
    HOST_MODEL_MODEL(Element.HOST_MODEL, "model", ofHostModel(model -> Optional.of(model.model()))),
    /// Whether another model will do.
    HOST_MODEL_FALLBACK(
            Element.HOST_MODEL,
            "model@fallback",
            ofHostModel(model -> Optional.of(model.fallback()))),
    /// The vendor of the host's CPU.
    HOST_MODEL_VENDOR(Element.HOST_MODEL, "vendor", ofHostModel(Detail.HostModel::vendor)),
    /// Where guests get the size of physical addresses from.
    HOST_MODEL_ADDRESS_MODE(
            Element.HOST_MODEL,
            "maxphysaddr@mode",
            ofHostModel(model -> model.maxPhysAddr().map(Detail.MaxPhysAddr::mode))),
    /// Most bits that a physical address can have.
    HOST_MODEL_ADDRESS_LIMIT(
            Element.HOST_MODEL,
            "maxphysaddr@limit",
            ofHostModel(model -> model.maxPhysAddr().map(size -> Integer.toString(size.limit())))),
    /// Features beside the model.
    HOST_MODEL_FEATURE_NAME(Element.HOST_MODEL, "feature@name", Element.HOST_MODEL.since()),
    /// What a guest gets of such a feature.
    HOST_MODEL_FEATURE_POLICY(Element.HOST_MODEL, "feature@policy", Element.HOST_MODEL.since()),
    /// Named models.
    CUSTOM_MODEL(Element.CUSTOM, "model", Element.CUSTOM.since()),
    /// Whether the host can run a model.
    CUSTOM_USABLE(Element.CUSTOM, "model@usable", Element.CUSTOM.since()),
    /// Whether the emulator advises against a model.
    CUSTOM_DEPRECATED(Element.CUSTOM, "model@deprecated", Element.CUSTOM.since()),
    /// The vendor of a model.
    CUSTOM_VENDOR(Element.CUSTOM, "model@vendor", Element.CUSTOM.since()),
    /// The versioned name that a model stands for.
    CUSTOM_CANONICAL(Element.CUSTOM, "model@canonical", Generations.CANONICAL),
    /// The model that blockers are about.
    CUSTOM_BLOCKERS_MODEL(Element.CUSTOM, "blockers@model", Generations.BLOCKERS),
    /// Features that keep a model from being usable.
    CUSTOM_BLOCKER(Element.CUSTOM, "blockers.feature@name", Generations.BLOCKERS),
    /// Position of the C-bit.
    SEV_CBITPOS(Element.SEV, "cbitpos", ofSev(sev -> Optional.of(Long.toString(sev.cbitpos())))),
    /// Physical address bits that SEV costs.
    SEV_REDUCED_PHYS_BITS(
            Element.SEV,
            "reducedPhysBits",
            ofSev(sev -> Optional.of(Long.toString(sev.reducedPhysBits())))),
    /// Most plain SEV guests at once.
    SEV_MAX_GUESTS(Element.SEV, "maxGuests", ofSev(sev -> text(sev.maxGuests()))),
    /// Most SEV-ES guests at once.
    SEV_MAX_ES_GUESTS(Element.SEV, "maxESGuests", ofSev(sev -> text(sev.maxEsGuests()))),
    /// Id of the first processor.
    SEV_CPU0_ID(Element.SEV, "cpu0Id", ofSev(Detail.Sev::cpu0Id)),
    /// Flexible launch control.
    SGX_FLC(Element.SGX, "flc", ofSgx(sgx -> yesNo(sgx.flc()))),
    /// SGX version 1.
    SGX_1(Element.SGX, "sgx1", ofSgx(sgx -> yesNo(sgx.sgx1()))),
    /// SGX version 2.
    SGX_2(Element.SGX, "sgx2", ofSgx(sgx -> yesNo(sgx.sgx2()))),
    /// Size of all enclave page cache sections.
    SGX_SECTION_SIZE(
            Element.SGX, "section_size", ofSgx(sgx -> Long.toString(sgx.sectionSizeKib()))),
    /// Unit of that size.
    SGX_SECTION_SIZE_UNIT(Element.SGX, "section_size@unit", ofSgx(_ -> Detail.Sgx.UNIT)),
    /// NUMA node of a section.
    SGX_SECTION_NODE(Element.SGX, "sections.section@node", Element.SGX.since()),
    /// Size of a section.
    SGX_SECTION_KIB(Element.SGX, "sections.section@size", Element.SGX.since()),
    /// Unit of a section's size.
    SGX_SECTION_UNIT(Element.SGX, "sections.section@unit", Element.SGX.since()),
    /// Retries before a guest yields.
    HYPERV_SPINLOCKS(defaults -> text(defaults.spinlocks()), "spinlocks"),
    /// Direct synthetic timers.
    HYPERV_STIMER_DIRECT(
            defaults -> defaults.stimerDirect().map(DetailKey::onOff), "stimer_direct"),
    /// Direct TLB flushes.
    HYPERV_TLBFLUSH_DIRECT(
            defaults -> defaults.tlbflushDirect().map(DetailKey::onOff), "tlbflush_direct"),
    /// Extended TLB flushes.
    HYPERV_TLBFLUSH_EXTENDED(
            defaults -> defaults.tlbflushExtended().map(DetailKey::onOff), "tlbflush_extended"),
    /// The vendor that guests see.
    HYPERV_VENDOR_ID(Detail.HypervDefaults::vendorId, "vendor_id");

    private final Optional<Element> element;
    private final String path;
    private final Release since;
    private final Optional<Function<DomainCapabilities, Optional<String>>> single;

    /// A part of the head of the document.
    DetailKey(String path, Function<DomainCapabilities, Optional<String>> single) {
        this.element = Optional.empty();
        this.path = path;
        this.since = Release.OLDEST;
        this.single = Optional.of(single);
    }

    /// What an element can hold several of.
    DetailKey(Element element, String below, Release since) {
        this.element = Optional.of(element);
        this.path = element.path() + "." + below;
        this.since = since;
        this.single = Optional.empty();
    }

    /// What an element can hold once.
    DetailKey(
            Element element, String below, Function<DomainCapabilities, Optional<String>> single) {
        this.element = Optional.of(element);
        this.path = element.path() + "." + below;
        this.since = element.since();
        this.single = Optional.of(single);
    }

    /// A default of the Hyper-V enlightenments.
    DetailKey(Function<Detail.HypervDefaults, Optional<String>> single, String name) {
        this.element = Optional.of(Element.HYPERV);
        this.path = Element.HYPERV.path() + ".defaults." + name;
        this.since = Generations.HYPERV_DEFAULTS;
        this.single =
                Optional.of(document ->
                        document.detail(Element.HYPERV, Detail.HypervDefaults.class)
                                .flatMap(single));
    }

    private static Function<DomainCapabilities, Optional<String>> ofHostModel(
            Function<Detail.HostModel, Optional<String>> single) {
        return document -> document.hostModel().flatMap(single);
    }

    private static Function<DomainCapabilities, Optional<String>> ofSev(
            Function<Detail.Sev, Optional<String>> single) {
        return document -> document.detail(Element.SEV, Detail.Sev.class).flatMap(single);
    }

    private static Function<DomainCapabilities, Optional<String>> ofSgx(
            Function<Detail.Sgx, String> single) {
        return document -> document.detail(Element.SGX, Detail.Sgx.class).map(single);
    }

    private static Optional<String> text(OptionalLong number) {
        return number.isPresent()
                ? Optional.of(Long.toString(number.getAsLong()))
                : Optional.empty();
    }

    static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    /// The path from the root in dotted form, an attribute after `@`: `vcpu@max`,
    /// `features.sev.cbitpos`. Where a document can hold several, the path names none of them.
    public String path() {
        return path;
    }

    /// The element that holds it; absent for the head of the document.
    public Optional<Element> element() {
        return element;
    }

    /// Whether a document can hold several of it.
    public boolean isRepeated() {
        return single.isEmpty();
    }

    /// What a document has there; absent if it has nothing there, or could have several.
    public Optional<String> in(DomainCapabilities document) {
        return single.flatMap(reader -> reader.apply(document));
    }

    /// The first release that prints it.
    public Release since() {
        return since;
    }

    /// Those of the head of the document, or of an element, in the order of the format.
    ///
    /// @param element absent for the head
    public static List<DetailKey> of(Optional<Element> element) {
        List<DetailKey> keys = new ArrayList<>();
        for (DetailKey key : values()) {
            if (key.element.equals(element)) {
                keys.add(key);
            }
        }
        return keys;
    }
}
