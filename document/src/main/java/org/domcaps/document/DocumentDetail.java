package org.domcaps.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One number, name or text of one document, as it is written there.
///
/// Several of a kind are told apart by the name of what they belong to
/// (`cpu.custom.EPYC-Genoa@vendor`, `cpu.host-model.avx2@policy`), or by their place, from 1, where
/// that has none (`features.sgx.sections.section[1]@size`).
///
/// @param key what it is
/// @param path its path from the root in dotted form, an attribute after `@`
/// @param value what is written there; absent if the document does not have it
public record DocumentDetail(DetailKey key, String path, Optional<String> value) {

    /// Checks.
    public DocumentDetail {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
    }

    /// The details of the head, or of an element, in document order: those that can be there once
    /// whether or not they are there, of the others each one that is. Names that things are called
    /// by (images of loaders, models, features) are no details of their own.
    ///
    /// @param element absent for the head
    public static List<DocumentDetail> of(DomainCapabilities document, Optional<Element> element) {
        List<DocumentDetail> details = new ArrayList<>();
        for (DetailKey key : DetailKey.of(element)) {
            if (!key.isRepeated()) {
                details.add(new DocumentDetail(key, key.path(), key.in(document)));
            }
        }
        if (element.isPresent()) {
            repeated(document, element.get(), details);
        }
        return details;
    }

    private static void repeated(
            DomainCapabilities document, Element element, List<DocumentDetail> into) {
        switch (element) {
            case HOST_MODEL -> document.hostModel().ifPresent(model -> features(model, into));
            case CUSTOM -> document.customModels().forEach(model -> model(model, into));
            case SGX ->
                    document.detail(Element.SGX, Detail.Sgx.class)
                            .ifPresent(sgx -> sections(sgx, into));
            default -> {
                // Holds nothing more than once but enums.
            }
        }
    }

    private static void features(Detail.HostModel model, List<DocumentDetail> into) {
        for (CpuFeature feature : model.features()) {
            add(
                    into,
                    DetailKey.HOST_MODEL_FEATURE_POLICY,
                    Element.HOST_MODEL.path() + "." + feature.name() + "@policy",
                    Optional.of(feature.policy().xmlName()));
        }
    }

    private static void model(CpuModel model, List<DocumentDetail> into) {
        String path = Element.CUSTOM.path() + "." + model.name();
        Optional<String> usable = Optional.of(model.usable().xmlName());
        Optional<String> deprecated =
                model.deprecated() == Support.NOT_REPORTED
                        ? Optional.empty()
                        : Optional.of(DetailKey.yesNo(model.deprecated() == Support.YES));
        add(into, DetailKey.CUSTOM_USABLE, path + "@usable", usable);
        add(into, DetailKey.CUSTOM_DEPRECATED, path + "@deprecated", deprecated);
        add(into, DetailKey.CUSTOM_VENDOR, path + "@vendor", model.vendor());
        add(into, DetailKey.CUSTOM_CANONICAL, path + "@canonical", model.canonical());
        if (!model.blockers().isEmpty()) {
            String blockers = path + ".blockers";
            Optional<String> name = Optional.of(model.name());
            add(into, DetailKey.CUSTOM_BLOCKERS_MODEL, blockers + "@model", name);
            for (String blocker : model.blockers()) {
                add(into, DetailKey.CUSTOM_BLOCKER, blockers + "." + blocker, Optional.of(blocker));
            }
        }
    }

    private static void sections(Detail.Sgx sgx, List<DocumentDetail> into) {
        int place = 0;
        for (Detail.SgxSection section : sgx.sections()) {
            place++;
            String path = Element.SGX.path() + ".sections.section[" + place + "]";
            String size = Long.toString(section.sizeKib());
            String node = Long.toString(section.node());
            add(into, DetailKey.SGX_SECTION_NODE, path + "@node", Optional.of(node));
            add(into, DetailKey.SGX_SECTION_KIB, path + "@size", Optional.of(size));
            add(into, DetailKey.SGX_SECTION_UNIT, path + "@unit", Optional.of(Detail.Sgx.UNIT));
        }
    }

    private static void add(
            List<DocumentDetail> into, DetailKey key, String path, Optional<String> value) {
        into.add(new DocumentDetail(key, path, value));
    }
}
