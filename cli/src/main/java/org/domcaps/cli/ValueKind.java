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
    /// A path of something that documents can say; `domcaps list` tells those of this host.
    CAPABILITY,
    /// A guest architecture under libvirt's name.
    ARCH,
    /// A virt type.
    VIRT_TYPE,
    /// A release that Domcaps writes.
    RELEASE,
    /// The forms of a document.
    DOCUMENT_FORM,
    /// The forms of a definition.
    XML_OR_JSON,
    /// The forms of everything else.
    PAGE_FORM,
    /// How much a log says.
    LOG_LEVEL,
    /// When to use colours.
    COLOUR,
    /// What [ListCommand] can name.
    NAMES,
    /// Families of guest operating systems.
    GUEST_FAMILY,
    /// Ways of hiding a guest's memory from its host.
    CONFIDENTIAL,
    /// The shells that can be served.
    SHELL,
    /// The commands.
    COMMAND;

    /// libvirt makes eleven releases a year, `.0` in January to `.10` in December.
    private static final int LAST_MINOR = 10;

    /// The words to choose from; empty where they are not known beforehand.
    List<String> words() {
        return switch (this) {
            case FREE, FILE, FOLDER, EMULATOR, MACHINE, CAPABILITY -> List.of();
            case ARCH -> archs();
            case VIRT_TYPE -> List.of("kvm", "qemu", "xen", "bhyve", "hvf", "hyperv", "test");
            case RELEASE -> releases();
            case DOCUMENT_FORM -> List.of("xml", "json", "text");
            case XML_OR_JSON -> List.of("xml", "json");
            case PAGE_FORM -> List.of("text", "json");
            case LOG_LEVEL -> List.of("error", "warning", "info", "debug");
            case COLOUR -> List.of("auto", "always", "never");
            case NAMES -> List.of("emulators", "archs", "virttypes", "machines", "paths");
            case GUEST_FAMILY -> List.of("linux", "windows", "bsd", "other");
            case CONFIDENTIAL -> List.of("sev", "sev-es", "snp", "tdx", "s390-pv");
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
