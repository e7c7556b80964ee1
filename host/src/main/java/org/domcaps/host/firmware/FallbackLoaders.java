package org.domcaps.host.firmware;

import org.domcaps.error.ErrorCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loaders that stand in where no matching descriptor names an image.
///
/// A build option of libvirt, so distributions differ; a setting `nvram = [ "CODE:VARS", ... ]` in
/// `qemu.conf` replaces the list. It is not filtered by architecture.
public final class FallbackLoaders {

    /// libvirt's own list.
    public static final List<LoaderPair> BUILT_IN =
            List.of(
                    LoaderPair.of("/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
                    LoaderPair.of(
                            "/usr/share/OVMF/OVMF_CODE.secboot.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
                    LoaderPair.of(
                            "/usr/share/AAVMF/AAVMF_CODE.fd", "/usr/share/AAVMF/AAVMF_VARS.fd"),
                    LoaderPair.of(
                            "/usr/share/AAVMF/AAVMF32_CODE.fd",
                            "/usr/share/AAVMF/AAVMF32_VARS.fd"));

    private FallbackLoaders() {}

    /// The list that counts, or why the setting is refused.
    public sealed interface Choice {

        /// The list.
        record Loaders(List<LoaderPair> pairs) implements Choice {}

        /// The setting is malformed; libvirt's driver does not start with it.
        record Refused(FirmwareFault fault) implements Choice {}
    }

    /// Decides between the built-in list and the setting.
    ///
    /// @param builtIn the list without a setting
    /// @param nvram the setting's strings; empty if it is not set
    /// @param descriptorsExist whether the descriptor directories hold any file, masking ones
    ///   included: the setting is then ignored, and yet the built-in list is gone
    public static Choice choose(
            List<LoaderPair> builtIn, Optional<List<String>> nvram, boolean descriptorsExist) {
        if (nvram.isEmpty()) {
            return new Choice.Loaders(builtIn);
        }
        if (descriptorsExist) {
            return new Choice.Loaders(List.of());
        }
        List<LoaderPair> pairs = new ArrayList<>();
        for (String text : nvram.get()) {
            Optional<LoaderPair> pair = split(text);
            if (pair.isEmpty()) {
                return new Choice.Refused(
                        new FirmwareFault(
                                ErrorCode.CONFIG_UNSUPPORTED,
                                "Invalid nvram format: '" + text + "'"));
            }
            pairs.add(pair.get());
        }
        return new Choice.Loaders(List.copyOf(pairs));
    }

    private static Optional<LoaderPair> split(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            return Optional.empty();
        }
        // libvirt means to drop leading blanks too, and crashes; nothing can depend on that.
        String image = text.substring(0, colon).strip();
        String template = text.substring(colon + 1).strip();
        return image.isEmpty() || template.isEmpty()
                ? Optional.empty()
                : Optional.of(LoaderPair.of(image, template));
    }
}
