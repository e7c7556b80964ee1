package org.domcaps.driver.explain;

import org.domcaps.document.CpuFeature;
import org.domcaps.document.CpuModel;
import org.domcaps.document.DocumentDetail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers that a document gives by itself, without any rule.
public final class DocumentFindings {

    private final DomainCapabilities document;
    private final Release release;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> attributes = new ArrayList<>();

    private DocumentFindings(DomainCapabilities document, Release release) {
        this.document = document;
        this.release = release;
    }

    /// An explanation with answers and without rules.
    ///
    /// @param release the release that the document is from
    public static Explanation explain(DomainCapabilities document, Release release) {
        DocumentFindings said = new DocumentFindings(document, release);
        said.read();
        return new Explanation(
                document,
                release,
                Explanation.Basis.DOCUMENT,
                said.findings,
                said.attributes,
                List.of(unlisted(Kind.VIRT_TYPE), unlisted(Kind.MACHINE), unlistedModel(document)),
                List.of(
                        "the rules of this hypervisor are not known here, so only what the"
                                + " document itself says is told"));
    }

    /// A CPU model that a document does not list: it lists all there are, if it lists any.
    private static Finding unlistedModel(DomainCapabilities document) {
        return new Finding(
                Kind.CPU_MODEL.prefix(),
                Kind.CPU_MODEL,
                there(document, Element.CUSTOM) == Truth.YES ? Truth.NO : Truth.UNKNOWN,
                List.of(),
                Optional.empty(),
                List.of("mode custom of the document does not list it"));
    }

    /// A name that a document about something else says nothing of.
    public static Finding unlisted(Kind kind) {
        return new Finding(
                kind.prefix(),
                kind,
                Truth.UNKNOWN,
                List.of(),
                Optional.empty(),
                List.of(
                        "the document is about one "
                                + (kind == Kind.MACHINE ? "machine type" : "virt type")
                                + " and does not say which others there are"));
    }

    private void read() {
        document.domain().ifPresent(type -> add(Kind.VIRT_TYPE, type, Truth.YES));
        document.machine().ifPresent(machine -> add(Kind.MACHINE, machine, Truth.YES));
        details(Optional.empty());
        for (Element element : Element.values()) {
            add(Kind.ELEMENT, element.path(), there(document, element));
            for (EnumKey key : EnumKey.of(element)) {
                add(Kind.ENUM, key.path(), there(document, key));
                for (EnumValue value : key.possibleValues()) {
                    add(
                            Kind.VALUE,
                            key.path() + "." + value.name(),
                            there(document, release, key, value));
                }
            }
            names(element);
            details(Optional.of(element));
        }
        findings.addAll(UnknownParts.of(document));
        document.customModels().forEach(model -> attributes.addAll(UnknownParts.of(model)));
    }

    /// @param element absent for the head of the document
    private void details(Optional<Element> element) {
        Truth around = element.map(part -> there(document, part)).orElse(Truth.YES);
        for (DocumentDetail detail : DocumentDetail.of(document, element)) {
            Finding finding = Finding.of(detail, around);
            (finding.kind() == Kind.ATTRIBUTE ? attributes : findings).add(finding);
        }
    }

    private void names(Element element) {
        switch (element) {
            case LOADER ->
                    document.loaderPaths().forEach(path -> add(Kind.LOADER, path, Truth.YES));
            case HOST_MODEL ->
                    document.hostModel()
                            .ifPresent(model ->
                                    model.features()
                                            .forEach(feature ->
                                                    add(
                                                            Kind.CPU_FEATURE,
                                                            feature.name(),
                                                            there(feature))));
            case CUSTOM -> findings.addAll(models(document, release));
            default -> {
                // Nothing beside its enums that is called by a name.
            }
        }
    }

    private void add(Kind kind, String name, Truth there) {
        findings.add(
                new Finding(kind.path(name), kind, there, List.of(), Optional.empty(), List.of()));
    }

    /// What a document says about its named models. For those that are not usable, the features
    /// that it lists; where it lists none, those that [ComputedBlockers] finds.
    public static List<Finding> models(DomainCapabilities document, Release release) {
        ComputedBlockers computed = ComputedBlockers.of(document, release);
        Blocking.Cause cause =
                document.domain().filter(VirtType.QEMU.xmlName()::equals).isPresent()
                        ? Blocking.Cause.TRANSLATOR
                        : Blocking.Cause.NOT_KNOWN;
        List<Finding> findings = new ArrayList<>();
        for (CpuModel model : document.customModels()) {
            findings.add(
                    new Finding(
                            Kind.CPU_MODEL.path(model.name()),
                            Kind.CPU_MODEL,
                            usable(model),
                            List.of(),
                            blocking(model, computed, cause),
                            notes(model)));
        }
        return findings;
    }

    private static Optional<Blocking> blocking(
            CpuModel model, ComputedBlockers computed, Blocking.Cause cause) {
        if (model.usable() == CpuModel.Usable.YES) {
            return Optional.empty();
        }
        if (!model.blockers().isEmpty()) {
            return Optional.of(
                    new Blocking(
                            Blocking.Origin.EMULATOR,
                            List.of(new Blocking.Group(cause, model.blockers()))));
        }
        Optional<List<String>> missing = computed.of(model.name());
        if (missing.isEmpty() || missing.get().isEmpty()) {
            return Optional.of(Blocking.NOT_TOLD);
        }
        return Optional.of(
                new Blocking(
                        Blocking.Origin.COMPUTED,
                        List.of(new Blocking.Group(cause, missing.get()))));
    }

    /// Whether a model can be used as it stands.
    public static Truth usable(CpuModel model) {
        return switch (model.usable()) {
            case YES -> Truth.YES;
            case NO -> Truth.NO;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    /// What else a document says about a model.
    public static List<String> notes(CpuModel model) {
        List<String> notes = new ArrayList<>();
        model.canonical().ifPresent(name -> notes.add("it is another name of " + name));
        if (model.deprecated() == Support.YES) {
            notes.add("the emulator advises against it (deprecated)");
        }
        return notes;
    }

    /// Whether a feature of mode host-model is given to guests.
    public static Truth there(CpuFeature feature) {
        return Truth.of(feature.policy().isShown());
    }

    /// Whether an element is supported; unknown if the document does not report it although its
    /// release could.
    public static Truth there(DomainCapabilities document, Element element) {
        return switch (document.support(element)) {
            case YES -> Truth.YES;
            case NO -> Truth.NO;
            case NOT_REPORTED -> Truth.UNKNOWN;
        };
    }

    /// Whether an enum is in its element.
    public static Truth there(DomainCapabilities document, EnumKey key) {
        Truth element = there(document, key.element());
        if (element != Truth.YES) {
            return element;
        }
        return document.values(key).isPresent() ? Truth.YES : Truth.UNKNOWN;
    }

    /// Whether a value is in its enum; unknown if the enum is not reported, or the release does not
    /// know the value.
    public static Truth there(
            DomainCapabilities document, Release release, EnumKey key, EnumValue value) {
        if (document.offers(key, value.name())) {
            return Truth.YES;
        }
        Truth inEnum = there(document, key);
        if (inEnum != Truth.YES) {
            return inEnum;
        }
        return value.isKnownTo(release) ? Truth.NO : Truth.UNKNOWN;
    }
}
