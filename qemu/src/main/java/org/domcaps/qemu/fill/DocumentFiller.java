package org.domcaps.qemu.fill;

import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Generations;
import org.domcaps.driver.Target;
import org.domcaps.host.SevGuests;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.domcaps.qemu.rules.Catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Fills the document: state and enums of each element by the rules, its detail from facts.
public final class DocumentFiller implements Function<Element, Detail> {

    private final QemuSituation situation;

    private DocumentFiller(QemuSituation situation) {
        this.situation = situation;
    }

    /// The document for a situation.
    public static DomainCapabilities fill(QemuSituation situation) {
        return new DocumentFiller(situation).document();
    }

    private DomainCapabilities document() {
        Target target = situation.target();
        return new DomainCapabilities(
                Optional.of(target.emulator()),
                Optional.of(target.virtType().xmlName()),
                target.machine(),
                Optional.of(target.arch().xmlName()),
                situation.vcpuLimit().most(),
                Catalogue.evaluation(situation).blocks(this),
                Map.of());
    }

    /// What a supported element holds besides enums.
    @Override
    public Detail apply(Element element) {
        QemuFacts qemu = situation.qemu();
        return switch (element) {
            case LOADER -> new Detail.LoaderPaths(situation.firmwareOffer().loaderValues());
            case HOST_MODEL -> situation.hostModel().orElseThrow();
            case CUSTOM -> new Detail.CustomModels(situation.customModels());
            case SEV -> sev(qemu.sev().orElseThrow());
            case SGX -> sgx(qemu.sgx().orElseThrow());
            case HYPERV -> hyperv(qemu);
            default -> new Detail.None();
        };
    }

    private Detail sev(SevFacts sev) {
        SevGuests.Counted guests = situation.sevGuests();
        return new Detail.Sev(
                sev.cbitpos(),
                sev.reducedPhysBits(),
                OptionalLong.of(guests.maxGuests()),
                OptionalLong.of(guests.maxEsGuests()),
                sev.cpu0Id());
    }

    private static Detail sgx(SgxFacts sgx) {
        List<Detail.SgxSection> sections = new ArrayList<>();
        for (SgxFacts.Section section : sgx.sections()) {
            sections.add(new Detail.SgxSection(section.node(), section.sizeKib()));
        }
        return new Detail.Sgx(sgx.flc(), sgx.sgx1(), sgx.sgx2(), sgx.sectionSizeKib(), sections);
    }

    private Detail hyperv(QemuFacts qemu) {
        if (!situation.release().isAtLeast(Generations.HYPERV_DEFAULTS)) {
            return new Detail.None();
        }
        Detail.HypervDefaults defaults = qemu.enlightenments().defaults();
        return defaults.isEmpty() ? new Detail.None() : defaults;
    }
}
