package org.domcaps.cli;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.List;

/// What the value of an option or operand is, for a shell that completes it.
enum ValueKind {
    /// Free text, or no value.
    FREE,
    /// A file.
    FILE,
    /// A folder.
    FOLDER,
    /// An emulator binary; `domcaps list` tells those of this host.
    EMULATOR,
    /// A machine type; `domcaps list` tells those of this host.
    MACHINE,
    /// A guest architecture under libvirt's name.
    ARCH,
    /// A virt type.
    VIRT_TYPE,
    /// A release that Domcaps writes.
    RELEASE,
    /// The forms of a document.
    DOCUMENT_FORM,
    /// The forms of everything else.
    PAGE_FORM,
    /// How much a log says.
    LOG_LEVEL,
    /// When to use colours.
    COLOUR,
    /// What [ListCommand] can name.
    NAMES,
    /// The shells that can be served.
    SHELL,
    /// The commands.
    COMMAND;

    /// libvirt makes eleven releases a year, `.0` in January to `.10` in December.
    private static final int LAST_MINOR = 10;

    /// The words to choose from; empty where they are not known beforehand.
    List<String> words() {
        return switch (this) {
            case FREE, FILE, FOLDER, EMULATOR, MACHINE -> List.of();
            case ARCH -> archs();
            case VIRT_TYPE -> List.of("kvm", "qemu", "hvf");
            case RELEASE -> releases();
            case DOCUMENT_FORM -> List.of("xml", "json", "text");
            case PAGE_FORM -> List.of("text", "json");
            case LOG_LEVEL -> List.of("error", "warning", "info", "debug");
            case COLOUR -> List.of("auto", "always", "never");
            case NAMES -> List.of("emulators", "archs", "virttypes", "machines");
            case SHELL -> List.of("bash", "zsh", "fish");
            case COMMAND -> CommandTable.names();
        };
    }

    private static List<String> archs() {
        List<String> names = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            names.add(arch.xmlName());
        }
        return names;
    }

    private static List<String> releases() {
        List<String> names = new ArrayList<>();
        for (int major = Release.OLDEST.major(); major <= Release.NEWEST.major(); major++) {
            for (int minor = 0; minor <= LAST_MINOR; minor++) {
                Release release = new Release(major, minor);
                if (release.isWritable()) {
                    names.add(release.toString());
                }
            }
        }
        return names;
    }
}
