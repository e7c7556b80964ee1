package org.domcaps.conformance;

import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the name of an expected document says:
/// `qemu_VERSION[-tcg|-hvf][-MACHINE].ARCH[+VARIANT][-FLAG].xml`.
///
/// @param version the version in the name of the recording
/// @param arch the architecture, in libvirt's spelling
/// @param variant what follows the architecture, with its `+`; empty text if nothing
/// @param virtType kvm unless the name says otherwise
/// @param machine the machine that is asked for; absent: the default
/// @param flags flags of the call
record DocumentCase(
        String version,
        String arch,
        String variant,
        VirtType virtType,
        Optional<String> machine,
        Set<Flag> flags) {

    private static final String PREFIX = "qemu_";

    DocumentCase {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(virtType, "virtType");
        Objects.requireNonNull(machine, "machine");
        flags = Set.copyOf(flags);
    }

    /// Reads a name without its `.xml`; empty if it is not of this form.
    static Optional<DocumentCase> parse(String name) {
        int archStart = name.lastIndexOf('.') + 1;
        if (!name.startsWith(PREFIX) || archStart <= PREFIX.length()) {
            return Optional.empty();
        }
        String arch = name.substring(archStart);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (arch.endsWith("-expanded")) {
            flags.add(Flag.EXPAND_CPU_FEATURES);
        } else if (arch.endsWith("-supported")) {
            flags.add(Flag.SUPPORTED_CPU_FEATURES);
        } else if (arch.indexOf('-') >= 0) {
            return Optional.empty();
        }
        int dash = arch.indexOf('-');
        arch = dash < 0 ? arch : arch.substring(0, dash);
        int plus = arch.indexOf('+');
        String variant = plus < 0 ? "" : arch.substring(plus);
        arch = plus < 0 ? arch : arch.substring(0, plus);

        String request = name.substring(PREFIX.length(), archStart - 1);
        int versionEnd = request.indexOf('-');
        String version = versionEnd < 0 ? request : request.substring(0, versionEnd);
        String rest = versionEnd < 0 ? "" : request.substring(versionEnd + 1);
        VirtType virtType = VirtType.KVM;
        if (isToken(rest, "tcg")) {
            virtType = VirtType.QEMU;
        } else if (isToken(rest, "hvf")) {
            virtType = VirtType.HVF;
        }
        String machine =
                virtType == VirtType.KVM ? rest : rest.substring(Math.min(4, rest.length()));
        return Optional.of(
                new DocumentCase(
                        version,
                        arch,
                        variant,
                        virtType,
                        machine.isEmpty() ? Optional.empty() : Optional.of(machine),
                        flags));
    }

    private static boolean isToken(String text, String token) {
        return text.equals(token) || text.startsWith(token + "-");
    }

    /// The file of the recording. For the variant `+hvf` libvirt's own test uses the data of the
    /// recording without one, since no other host can have that accelerator; other variants are
    /// recordings of their own.
    String repliesFile() {
        return "caps_"
                + version
                + "_"
                + arch
                + (variant.equals("+hvf") ? "" : variant)
                + ".replies";
    }
}
