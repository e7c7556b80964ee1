package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class DocumentDetailTest {

    private static DomainCapabilities document(Element element, Detail detail) {
        return new DomainCapabilities(
                Optional.empty(),
                Optional.of("kvm"),
                Optional.empty(),
                Optional.of("x86_64"),
                OptionalLong.of(8),
                Map.of(element, Block.of(List.of(), detail)),
                Map.of());
    }

    /// `path = value`, or the path alone where the document has nothing there.
    private static List<String> details(DomainCapabilities document, Optional<Element> element) {
        List<String> texts = new ArrayList<>();
        for (DocumentDetail detail : DocumentDetail.of(document, element)) {
            texts.add(detail.path() + detail.value().map(value -> " = " + value).orElse(""));
        }
        return texts;
    }

    private static List<String> details(Element element, Detail detail) {
        return details(document(element, detail), Optional.of(element));
    }

    @Test
    void theHeadIsToldWhetherItIsThereOrNot() {
        assertThat(details(document(Element.SEV, new Detail.None()), Optional.empty()))
                .containsExactly(
                        "path", "domain = kvm", "machine", "arch = x86_64", "vcpu@max = 8");
    }

    @Test
    void numbersOfSevAndSgx() {
        Detail sev =
                new Detail.Sev(
                        51, 1, OptionalLong.of(15), OptionalLong.empty(), Optional.of("YQ=="));
        assertThat(details(Element.SEV, sev))
                .containsExactly(
                        "features.sev.cbitpos = 51",
                        "features.sev.reducedPhysBits = 1",
                        "features.sev.maxGuests = 15",
                        "features.sev.maxESGuests",
                        "features.sev.cpu0Id = YQ==");
        Detail sgx = new Detail.Sgx(true, false, true, 7, List.of(new Detail.SgxSection(1, 7)));
        assertThat(details(Element.SGX, sgx))
                .containsExactly(
                        "features.sgx.flc = yes",
                        "features.sgx.sgx1 = no",
                        "features.sgx.sgx2 = yes",
                        "features.sgx.section_size = 7",
                        "features.sgx.section_size@unit = KiB",
                        "features.sgx.sections.section[1]@node = 1",
                        "features.sgx.sections.section[1]@size = 7",
                        "features.sgx.sections.section[1]@unit = KiB");
    }

    @Test
    void anElementWithoutContentHasNothingButPlaces() {
        assertThat(details(Element.HYPERV, new Detail.None()))
                .containsExactly(
                        "features.hyperv.defaults.spinlocks",
                        "features.hyperv.defaults.stimer_direct",
                        "features.hyperv.defaults.tlbflush_direct",
                        "features.hyperv.defaults.tlbflush_extended",
                        "features.hyperv.defaults.vendor_id");
        assertThat(details(Element.SGX, new Detail.None())).hasSize(5);
        assertThat(details(Element.CUSTOM, new Detail.None())).isEmpty();
        assertThat(details(Element.TPM, new Detail.None())).isEmpty();
    }

    @Test
    void modelsAreToldApartByTheirNames() {
        CpuModel model =
                new CpuModel(
                        "486",
                        CpuModel.Usable.NO,
                        Support.YES,
                        Optional.of("unknown"),
                        Optional.empty(),
                        List.of("sse4.1"),
                        Extras.NONE);
        assertThat(details(Element.CUSTOM, new Detail.CustomModels(List.of(model))))
                .containsExactly(
                        "cpu.custom.486@usable = no",
                        "cpu.custom.486@deprecated = yes",
                        "cpu.custom.486@vendor = unknown",
                        "cpu.custom.486@canonical",
                        "cpu.custom.486.blockers@model = 486",
                        "cpu.custom.486.blockers.sse4.1 = sse4.1");
    }

    @Test
    void whatCanBeThereOftenHasNoValueOfItsOwn() {
        DomainCapabilities document = document(Element.SEV, new Detail.None());
        for (DetailKey key : DetailKey.values()) {
            if (key.isRepeated()) {
                assertThat(key.in(document)).as("%s", key).isEmpty();
            }
        }
    }
}
