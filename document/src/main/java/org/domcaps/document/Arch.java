package org.domcaps.document;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// CPU architectures under libvirt's names, in libvirt's order (`shared/spec` calls it index
/// order).
public enum Arch {
    ALPHA("alpha"),
    ARMV6L("armv6l"),
    ARMV7L("armv7l"),
    ARMV7B("armv7b"),
    AARCH64("aarch64"),
    CRIS("cris"),
    I686("i686"),
    IA64("ia64"),
    LM32("lm32"),
    LOONGARCH64("loongarch64"),
    M68K("m68k"),
    MICROBLAZE("microblaze"),
    MICROBLAZEEL("microblazeel"),
    MIPS("mips"),
    MIPSEL("mipsel"),
    MIPS64("mips64"),
    MIPS64EL("mips64el"),
    OPENRISC("openrisc"),
    PARISC("parisc"),
    PARISC64("parisc64"),
    PPC("ppc"),
    PPCLE("ppcle"),
    PPC64("ppc64"),
    PPC64LE("ppc64le"),
    PPCEMB("ppcemb"),
    RISCV32("riscv32"),
    RISCV64("riscv64"),
    S390("s390"),
    S390X("s390x"),
    SH4("sh4"),
    SH4EB("sh4eb"),
    SPARC("sparc"),
    SPARC64("sparc64"),
    UNICORE32("unicore32"),
    X86_64("x86_64"),
    XTENSA("xtensa"),
    XTENSAEB("xtensaeb");

    /// Architectures that one emulator family serves and one set of rules describes.
    public enum Family {
        /// x86_64 and i686.
        X86,
        /// 32- and 64-bit ARM.
        ARM,
        /// All POWER and PowerPC variants.
        PPC,
        /// s390 and s390x.
        S390,
        /// riscv32 and riscv64.
        RISCV,
        /// loongarch64.
        LOONGARCH,
        /// Everything else.
        OTHER
    }

    private static final Set<Arch> PPC_FAMILY = EnumSet.of(PPC, PPCLE, PPC64, PPC64LE, PPCEMB);
    private static final Set<Arch> ARM_FAMILY = EnumSet.of(ARMV6L, ARMV7L, ARMV7B, AARCH64);

    private final String xmlName;

    Arch(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The name in documents and arguments.
    public String xmlName() {
        return xmlName;
    }

    /// The suffix of QEMU's program name, which is also QEMU's own name of the target.
    public String qemuName() {
        return switch (this) {
            case I686 -> "i386";
            case ARMV6L, ARMV7L -> "arm";
            case OPENRISC -> "or32";
            default -> xmlName;
        };
    }

    /// Which family of architectures this one belongs to.
    public Family family() {
        if (this == X86_64 || this == I686) {
            return Family.X86;
        }
        if (ARM_FAMILY.contains(this)) {
            return Family.ARM;
        }
        if (PPC_FAMILY.contains(this)) {
            return Family.PPC;
        }
        return switch (this) {
            case S390, S390X -> Family.S390;
            case RISCV32, RISCV64 -> Family.RISCV;
            case LOONGARCH64 -> Family.LOONGARCH;
            default -> Family.OTHER;
        };
    }

    /// The bits of a machine word: 64 or 32.
    public int wordSize() {
        return switch (this) {
            // Libvirt counts sh4eb among them.
            case ALPHA, S390X, SH4EB -> 64;
            default -> xmlName.contains("64") ? 64 : 32;
        };
    }

    /// Whether guests of this architecture run on the processor of a host of architecture `host`,
    /// without translation.
    public boolean isNativeOn(Arch host) {
        return this == host
                || host == X86_64 && this == I686
                || host == AARCH64 && this == ARMV7L
                || isPpc64() && host.isPpc64();
    }

    /// Whether this is 64-bit POWER of either byte order.
    public boolean isPpc64() {
        return this == PPC64 || this == PPC64LE;
    }

    /// The architecture of that libvirt name.
    public static Optional<Arch> find(String xmlName) {
        for (Arch arch : values()) {
            if (arch.xmlName.equals(xmlName)) {
                return Optional.of(arch);
            }
        }
        return Optional.empty();
    }

    /// The architecture that QEMU calls `target` (`query-target`, firmware descriptors).
    public static Optional<Arch> fromQemu(String target) {
        return switch (target) {
            case "i386" -> Optional.of(I686);
            case "arm" -> Optional.of(ARMV7L);
            case "or32" -> Optional.of(OPENRISC);
            default -> find(target);
        };
    }

    /// The architecture that the kernel calls `machine` (`uname -m`).
    public static Optional<Arch> fromKernel(String machine) {
        if (machine.length() == 4 && machine.charAt(0) == 'i' && machine.endsWith("86")) {
            return Optional.of(I686);
        }
        return switch (machine) {
            case "amd64" -> Optional.of(X86_64);
            case "arm64" -> Optional.of(AARCH64);
            default -> find(machine);
        };
    }
}
