package org.domcaps.host.firmware;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What the firmware of a host offers for one machine type, at one release.
///
/// @param interfaces the union over the matching descriptors
/// @param requiresSmm whether one of them requires System Management Mode; the `secure` enum then
///   has `yes`
/// @param secureBoot which of them have Secure Boot
/// @param enrolledKeys which of them have keys enrolled
/// @param variableStore whether one of them has a variable store template
/// @param pairs their images and templates in order, each pair once; the fallback is not in here
/// @param fallbackUsed whether `pairs` is empty and the fallback stands in
/// @param loaderValues the paths that a document prints, each once, in order
/// @param verdicts what became of each descriptor file, in order
public record FirmwareOffer(
        Set<InterfaceType> interfaces,
        boolean requiresSmm,
        Spread secureBoot,
        Spread enrolledKeys,
        boolean variableStore,
        List<LoaderPair> pairs,
        boolean fallbackUsed,
        List<String> loaderValues,
        List<DescriptorVerdict> verdicts) {

    /// Copies the collections.
    public FirmwareOffer {
        interfaces = Set.copyOf(interfaces);
        Objects.requireNonNull(secureBoot, "secureBoot");
        Objects.requireNonNull(enrolledKeys, "enrolledKeys");
        pairs = List.copyOf(pairs);
        loaderValues = List.copyOf(loaderValues);
        verdicts = List.copyOf(verdicts);
    }

    /// Whether a matching descriptor offers the BIOS interface; the document prints `bios`.
    public boolean bios() {
        return interfaces.contains(InterfaceType.BIOS);
    }

    /// Whether a matching descriptor offers UEFI; the document prints `efi`.
    public boolean efi() {
        return interfaces.contains(InterfaceType.UEFI);
    }

    /// Whether there are matching descriptors with a feature, and whether there are some without
    /// it.
    ///
    /// Both are false if no descriptor matches; the enum is then empty.
    public record Spread(boolean with, boolean without) {

        static final Spread NONE = new Spread(false, false);

        Spread count(boolean present) {
            return new Spread(with || present, without || !present);
        }
    }
}
