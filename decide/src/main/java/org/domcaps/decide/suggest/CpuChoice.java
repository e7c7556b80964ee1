package org.domcaps.decide.suggest;

import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.FeatureList;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.check.Explanation;
import org.domcaps.decide.check.MachineKind;
import org.domcaps.decide.check.NotReported;
import org.domcaps.decide.cpu.BaselineFinder;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Chooses the guest's CPU.
///
/// A guest that stays gets the most: the emulator's maximum without an accelerator, else the host's
/// own CPU as far as it could be migrated, else the host-model. A guest that moves gets the largest
/// CPU that all hosts have.
final class CpuChoice {

    private final Candidate candidate;
    private final Common common;
    private final Draft draft;

    CpuChoice(Candidate candidate, Common common, Draft draft) {
        this.candidate = candidate;
        this.common = common;
        this.draft = draft;
    }

    void write(boolean migratable) {
        if (migratable) {
            shared();
        } else if (isTranslated() && takesMaximum() && common.supports(Element.MAXIMUM)) {
            draft.because("CPU", "without an accelerator every CPU is emulated, so take all of it");
            draft.empty("cpu mode='maximum'");
        } else if (common.offers(EnumKey.HOST_PASSTHROUGH_MIGRATABLE, "on")) {
            draft.because(
                    "CPU",
                    "the host's own is the fastest; features that keep a guest from being migrated"
                            + " are left out");
            draft.empty("cpu mode='host-passthrough' migratable='on'");
        } else if (isSafeHostModel()) {
            draft.because("CPU", "the named model nearest to the host");
            draft.empty("cpu mode='host-model'");
        } else {
            draft.because("CPU", "the emulator's default, since no mode is safe here");
        }
    }

    private boolean isTranslated() {
        return candidate.virtType().equals(VirtType.QEMU.xmlName());
    }

    private boolean takesMaximum() {
        MachineKind kind =
                MachineKind.of(
                        Arch.find(candidate.arch()),
                        candidate.documents().getFirst().machine().orElse(""));
        return switch (kind) {
            case I440FX, Q35, VIRT -> true;
            case PSERIES, S390_CCW, OTHER -> false;
        };
    }

    /// A host-model that may be replaced is no promise.
    private boolean isSafeHostModel() {
        return common.documents().stream()
                .allMatch(document ->
                        document.hostModel()
                                .filter(model -> model.fallback().equals("forbid"))
                                .isPresent());
    }

    private void shared() {
        List<Detail.HostModel> models = new ArrayList<>();
        for (DomainCapabilities document : common.documents()) {
            document.hostModel().ifPresent(models::add);
        }
        if (models.size() < common.documents().size()) {
            sharedModel();
            return;
        }
        try {
            GuestCpu baseline = baseline();
            draft.because(
                    "CPU",
                    "the largest that all hosts have, with nothing that keeps a guest from being"
                            + " migrated");
            draft.block(CpuDefinitionWriter.write(withoutBlockers(baseline)));
        } catch (IncompatibleCpuException | UnknownCpuNameException e) {
            draft.fail(
                    "migratable",
                    e instanceof IncompatibleCpuException ? Outcome.NO : Outcome.UNKNOWN,
                    "the hosts have no CPU in common",
                    new Explanation(e.getMessage()));
        }
    }

    /// A host-model is a named model without what the host lacks, and emulators call some models
    /// blocked by features that libvirt's own data do not count to them; those are switched off,
    /// too.
    private GuestCpu withoutBlockers(GuestCpu cpu) {
        FeatureList features = new FeatureList(cpu.features());
        for (DomainCapabilities document : common.documents()) {
            for (CpuModel model : document.customModels()) {
                if (cpu.modelName().equals(Optional.of(model.name()))) {
                    model.blockers()
                            .forEach(name ->
                                    features.addIfMissing(
                                            CpuFeature.of(name, FeaturePolicy.DISABLE)));
                }
            }
        }
        return cpu.withFeatures(features.toList());
    }

    private GuestCpu baseline() {
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        Set<OptionalInt> sizes = new HashSet<>();
        for (DomainCapabilities document : common.documents()) {
            CpuOffer offer = CpuOffer.of(document);
            hosts.add("host", offer);
            sizes.add(offer.addressBits());
        }
        Arch arch = Arch.find(candidate.arch()).orElse(Arch.X86_64);
        GuestCpu cpu = new BaselineFinder(true, arch).find(hosts.build()).cpu();
        // A limit of address bits that all hosts have anyhow says nothing.
        return sizes.size() == 1 ? cpu.withMaxPhysAddr(Optional.empty()) : cpu;
    }

    /// Without a host-model: a named model that every host says it can run. Versioned names stay
    /// what they are, so they are better.
    private void sharedModel() {
        Optional<String> usable = Optional.empty();
        for (CpuModel model : common.documents().getFirst().customModels()) {
            if (isUsableEverywhere(model.name())) {
                usable = Optional.of(model.name());
            }
        }
        if (usable.isPresent()) {
            draft.because("CPU", "a named model that every host can run");
            draft.block(
                    CpuDefinitionWriter.write(
                            GuestCpu.exact(
                                    ModelChoice.of(usable.get(), Fallback.FORBID),
                                    Optional.empty(),
                                    List.of())));
        } else {
            draft.fail(
                    "migratable",
                    Outcome.UNKNOWN,
                    "it is not known which CPU all hosts have in common",
                    new NotReported("cpu.host-model", Optional.empty()));
        }
    }

    private boolean isUsableEverywhere(String name) {
        return common.documents().stream()
                .allMatch(document ->
                        document.customModels().stream()
                                .anyMatch(model ->
                                        model.name().equals(name)
                                                && model.usable() == CpuModel.Usable.YES
                                                && model.deprecated() != Support.YES));
    }
}
