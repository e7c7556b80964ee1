package org.domcaps.qemu.explain;

import org.domcaps.document.Arch;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.host.firmware.Descriptor;
import org.domcaps.host.firmware.DescriptorVerdict;
import org.domcaps.host.firmware.DescriptorVerdict.Outcome;
import org.domcaps.host.firmware.FirmwareFeature;
import org.domcaps.host.firmware.FirmwareOffer;
import org.domcaps.host.firmware.InterfaceType;
import org.domcaps.host.firmware.LoaderPair;
import org.domcaps.host.firmware.MaskedDescriptor;
import org.domcaps.qemu.fill.QemuSituation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The findings about firmware descriptors and the images that they name.
final class FirmwareFindings {

    private final QemuSituation situation;
    private final FirmwareOffer offer;
    private final Arch arch;
    private final String machine;

    FirmwareFindings(QemuSituation situation) {
        this.situation = situation;
        this.offer = situation.firmwareOffer();
        this.arch = situation.target().arch();
        this.machine = situation.target().machine().orElse("");
    }

    /// One finding for each descriptor file, in the order in which they count, then the hidden
    /// ones.
    List<Finding> descriptors() {
        List<Finding> findings = new ArrayList<>();
        for (DescriptorVerdict verdict : offer.verdicts()) {
            findings.add(descriptor(verdict));
        }
        for (MaskedDescriptor masked : situation.hostFacts().firmware().masked()) {
            findings.add(masked(masked));
        }
        return findings;
    }

    private Finding descriptor(DescriptorVerdict verdict) {
        String path = verdict.file().path();
        List<String> notes = new ArrayList<>();
        Proof proof =
                switch (verdict.outcome()) {
                    case Outcome.Rejected(String reason) ->
                            fact(
                                    accepts(),
                                    false,
                                    path,
                                    reason,
                                    Remedies.install("mend or replace " + path + ": " + reason));
                    case Outcome.Matches(Descriptor descriptor) -> {
                        notes.addAll(notes(descriptor));
                        yield matches(path, descriptor);
                    }
                    case Outcome.MadeForOthers(Descriptor descriptor) -> {
                        notes.addAll(notes(descriptor));
                        yield matches(path, descriptor);
                    }
                };
        return Finding.of(
                Kind.FIRMWARE.path(verdict.file().name()),
                Kind.FIRMWARE,
                List.of(Decision.always(path + " counts for " + about(), proof)),
                notes);
    }

    private String accepts() {
        return "libvirt " + situation.release() + " accepts the descriptor";
    }

    private String about() {
        return arch.xmlName() + " and " + machine;
    }

    /// The same questions that [Descriptor#covers] asks, one by one.
    private Proof matches(String path, Descriptor descriptor) {
        Set<String> archs = new LinkedHashSet<>();
        Set<String> patterns = new LinkedHashSet<>();
        for (var target : descriptor.targets()) {
            archs.add(target.arch().xmlName());
            if (target.arch() == arch) {
                patterns.addAll(target.machines());
            }
        }
        List<Proof> parts = new ArrayList<>();
        parts.add(fact(accepts(), true, path, "accepted", Remedies.install("")));
        parts.add(
                fact(
                        "it is made for the architecture " + arch.xmlName(),
                        archs.contains(arch.xmlName()),
                        path + ", targets",
                        archs.isEmpty() ? "none" : String.join(", ", archs),
                        Remedies.request(
                                "ask about another architecture (--arch): "
                                        + String.join(", ", archs))));
        if (archs.contains(arch.xmlName())) {
            parts.add(
                    fact(
                            "it is made for the machine type " + machine,
                            descriptor.covers(arch, machine),
                            path + ", targets",
                            patterns.isEmpty() ? "none" : String.join(", ", patterns),
                            Remedies.request(
                                    "ask about another machine type (--machine): "
                                            + String.join(", ", patterns))));
        }
        return new Proof.All("it is valid and made for " + about(), parts);
    }

    private static Proof fact(
            String words, boolean holds, String place, String seen, Remedy.Change change) {
        return new Proof.Fact(
                words,
                Truth.of(holds),
                List.of(new Observation(Source.FIRMWARE, place, "", seen)),
                holds ? Optional.empty() : Optional.of(change));
    }

    /// What the firmware can do, in the order of the descriptor format's own lists.
    private List<String> notes(Descriptor descriptor) {
        List<String> notes = new ArrayList<>();
        List<String> interfaces = new ArrayList<>();
        for (InterfaceType type : InterfaceType.values()) {
            if (descriptor.interfaces().contains(type)) {
                interfaces.add(type.wireName());
            }
        }
        notes.add("interface: " + String.join(", ", interfaces));
        List<String> features = new ArrayList<>();
        for (FirmwareFeature feature : FirmwareFeature.values()) {
            if (descriptor.features().contains(feature)) {
                features.add(feature.wireName());
            }
        }
        notes.add("features: " + (features.isEmpty() ? "none" : String.join(", ", features)));
        Optional<LoaderPair> pair = descriptor.mapping().loaderPair();
        pair.ifPresent(images -> notes.add("image: " + images.image()));
        return notes;
    }

    private Finding masked(MaskedDescriptor masked) {
        return Finding.of(
                Kind.FIRMWARE.path(masked.path()),
                Kind.FIRMWARE,
                List.of(
                        Decision.always(
                                masked.path() + " counts for " + about(),
                                fact(
                                        "no file of the same name in a more specific folder hides"
                                                + " it",
                                        false,
                                        masked.path(),
                                        "hidden by " + masked.by(),
                                        Remedies.configure("remove " + masked.by())))),
                List.of());
    }

    /// The images that a loader can name, then those that it could if they existed.
    List<Finding> loaders() {
        List<Finding> findings = new ArrayList<>();
        Set<String> printed = new LinkedHashSet<>(offer.loaderValues());
        for (String path : printed) {
            findings.add(loader(path, true));
        }
        List<LoaderPair> candidates =
                offer.fallbackUsed() ? situation.hostFacts().firmware().fallback() : offer.pairs();
        Set<String> missing = new LinkedHashSet<>();
        for (LoaderPair pair : candidates) {
            if (!printed.contains(pair.image()) && missing.add(pair.image())) {
                findings.add(loader(pair.image(), false));
            }
        }
        return findings;
    }

    private Finding loader(String path, boolean exists) {
        List<String> named = new ArrayList<>();
        for (DescriptorVerdict verdict : offer.verdicts()) {
            if (verdict.outcome() instanceof Outcome.Matches(Descriptor descriptor)
                    && descriptor
                            .mapping()
                            .loaderPair()
                            .filter(pair -> pair.image().equals(path))
                            .isPresent()) {
                named.add(verdict.file().path());
            }
        }
        String source =
                named.isEmpty()
                        ? "no descriptor that matches names an image; it is on the list that stands"
                                + " in (built in, or nvram in qemu.conf)"
                        : "named by " + String.join(", ", named);
        return Finding.of(
                Kind.LOADER.path(path),
                Kind.LOADER,
                List.of(
                        Decision.always(
                                "a loader can name " + path,
                                new Proof.Fact(
                                        "the image exists",
                                        Truth.of(exists),
                                        List.of(
                                                new Observation(
                                                        Source.HOST,
                                                        path,
                                                        "",
                                                        exists ? "there" : "no such file")),
                                        exists
                                                ? Optional.empty()
                                                : Optional.of(
                                                        Remedies.install("install " + path))))),
                List.of(source));
    }
}
