package org.domcaps.host.firmware;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.host.firmware.DescriptorVerdict.Outcome;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The firmware of a host.
///
/// @param files the descriptor files that take part, ordered by name, byte by byte; each name once
/// @param fallback the loaders that stand in where no matching descriptor names an image, see
///   [FallbackLoaders]
/// @param images which images the document may name
/// @param masked files that another one of the same name hides, ordered by name
/// @param fault why the descriptors are not known; then the rest does not count
public record FirmwareFacts(
        List<DescriptorFile> files,
        List<LoaderPair> fallback,
        Images images,
        List<MaskedDescriptor> masked,
        Optional<FirmwareFault> fault) {

    private static final Comparator<DescriptorFile> BY_NAME =
            (left, right) ->
                    Arrays.compareUnsigned(
                            left.name().getBytes(StandardCharsets.UTF_8),
                            right.name().getBytes(StandardCharsets.UTF_8));

    /// Puts the files into their order.
    public FirmwareFacts {
        List<DescriptorFile> sorted = new ArrayList<>(files);
        sorted.sort(BY_NAME);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
                throw new IllegalArgumentException(
                        "two descriptors are named '" + sorted.get(i).name() + "'");
            }
        }
        files = List.copyOf(sorted);
        fallback = List.copyOf(fallback);
        Objects.requireNonNull(images, "images");
        masked = List.copyOf(masked);
        Objects.requireNonNull(fault, "fault");
    }

    /// Firmware of which no file is hidden.
    public FirmwareFacts(
            List<DescriptorFile> files,
            List<LoaderPair> fallback,
            Images images,
            Optional<FirmwareFault> fault) {
        this(files, fallback, images, List.of(), fault);
    }

    /// A host without descriptors, with the usual fallback, all of whose images exist.
    public static FirmwareFacts none() {
        return new FirmwareFacts(
                List.of(), FallbackLoaders.BUILT_IN, new Images.AllExist(), Optional.empty());
    }

    /// A host whose firmware cannot be gathered.
    public static FirmwareFacts failed(FirmwareFault fault) {
        return new FirmwareFacts(
                List.of(), List.of(), new Images.Existing(Set.of()), Optional.of(fault));
    }

    /// The same facts with another choice of images.
    public FirmwareFacts withImages(Images other) {
        return new FirmwareFacts(files, fallback, other, masked, fault);
    }

    /// The same facts with another fallback list, as a distribution may build it in.
    public FirmwareFacts withFallback(List<LoaderPair> other) {
        return new FirmwareFacts(files, other, images, masked, fault);
    }

    /// What the host offers for a machine type.
    ///
    /// @param guest the architecture of the guest, not of the host or the emulator
    /// @param machine the canonical name, aliases resolved
    /// @param release how descriptors are read
    /// @throws FirmwareFault.UnreadableFirmwareException if the firmware of the host is not known
    public FirmwareOffer offer(Arch guest, String machine, Release release) {
        if (fault.isPresent()) {
            throw fault.get().asException();
        }
        DescriptorParser parser = new DescriptorParser(new DescriptorRules(release));
        List<DescriptorVerdict> verdicts = new ArrayList<>();
        for (DescriptorFile file : files) {
            verdicts.add(
                    new DescriptorVerdict(
                            file, judge(parser.parse(file.content()), guest, machine)));
        }
        return sum(verdicts);
    }

    private static Outcome judge(DescriptorParser.Parsed parsed, Arch guest, String machine) {
        if (parsed instanceof DescriptorParser.Parsed.Invalid(String reason)) {
            return new Outcome.Rejected(reason);
        }
        Descriptor descriptor = ((DescriptorParser.Parsed.Valid) parsed).descriptor();
        return descriptor.covers(guest, machine)
                ? new Outcome.Matches(descriptor)
                : new Outcome.MadeForOthers(descriptor);
    }

    private FirmwareOffer sum(List<DescriptorVerdict> verdicts) {
        Set<InterfaceType> interfaces = EnumSet.noneOf(InterfaceType.class);
        boolean requiresSmm = false;
        boolean variableStore = false;
        FirmwareOffer.Spread secureBoot = FirmwareOffer.Spread.NONE;
        FirmwareOffer.Spread enrolledKeys = FirmwareOffer.Spread.NONE;
        Set<LoaderPair> pairs = new LinkedHashSet<>();
        for (DescriptorVerdict verdict : verdicts) {
            if (!(verdict.outcome() instanceof Outcome.Matches(Descriptor descriptor))) {
                continue;
            }
            Set<FirmwareFeature> features = descriptor.features();
            interfaces.addAll(descriptor.interfaces());
            requiresSmm |= features.contains(FirmwareFeature.REQUIRES_SMM);
            secureBoot = secureBoot.count(features.contains(FirmwareFeature.SECURE_BOOT));
            enrolledKeys = enrolledKeys.count(features.contains(FirmwareFeature.ENROLLED_KEYS));
            variableStore |=
                    descriptor.mapping() instanceof Mapping.Memory(_, Optional<String> store)
                            && store.isPresent();
            descriptor.mapping().loaderPair().ifPresent(pairs::add);
        }
        List<LoaderPair> candidates = pairs.isEmpty() ? fallback : List.copyOf(pairs);
        return new FirmwareOffer(
                interfaces,
                requiresSmm,
                secureBoot,
                enrolledKeys,
                variableStore,
                List.copyOf(pairs),
                pairs.isEmpty(),
                images.printed(candidates),
                verdicts);
    }
}
