package org.domcaps.daemon;

import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.HostCpu;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// CPU definitions as clients send them, and what libvirt says about those that do not do.
final class CpuTexts {

    private CpuTexts() {}

    /// A definition of whatever kind.
    ///
    /// @throws org.domcaps.error.DomcapsException if it cannot be read
    static CpuDefinition read(String cpu) {
        CpuDefinition definition = CpuDefinitionReader.read(element(cpu));
        return switch (definition) {
            case HostCpu host when host.modelName().isEmpty() -> throw xmlError("model name");
            default -> definition;
        };
    }

    /// The definition of a host's processor, which names its architecture and a model.
    ///
    /// @throws org.domcaps.error.DomcapsException if it cannot be read, or is a guest's
    static HostCpu readHost(String cpu) {
        XmlElement element = element(cpu);
        if (element.attribute("mode").isPresent()) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    ErrorDomain.CPU,
                    "Attribute mode is only allowed for guest CPU");
        }
        if (element.child("arch").isEmpty()) {
            throw xmlError("architecture");
        }
        return (HostCpu) read(cpu);
    }

    private static XmlElement element(String cpu) {
        return XmlReader.read(cpu.getBytes(StandardCharsets.UTF_8));
    }

    private static DriverException xmlError(String what) {
        return new DriverException(ErrorCode.XML, ErrorDomain.CPU, "Missing CPU " + what);
    }

    /// Refuses an empty list.
    static void requireSome(List<String> cpus) {
        if (cpus.isEmpty()) {
            throw new DriverException(ErrorCode.INVALID_ARGUMENT, ErrorDomain.CPU, "no CPUs given");
        }
    }

    /// The rules of an architecture.
    ///
    /// @throws DriverException if there are none
    static CpuFamily family(Arch arch, Release release) {
        return CpuFamilies.of(arch, release)
                .orElseThrow(() ->
                        new DriverException(
                                ErrorCode.NO_SUPPORT,
                                ErrorDomain.CPU,
                                "'"
                                        + arch.xmlName()
                                        + "' architecture is not supported by CPU driver"));
    }

    /// What came of a comparison.
    ///
    /// @param arch the architecture of the host
    /// @param host what was compared with, if that is known
    /// @param failIncompatible whether an incompatible CPU is an error that says why
    static Comparison.Verdict verdict(
            Comparison comparison,
            Arch arch,
            Optional<? extends CpuDefinition> host,
            CpuDefinition wanted,
            boolean failIncompatible) {
        if (failIncompatible && !comparison.isCompatible()) {
            throw new DriverException(
                    ErrorCode.CPU_INCOMPATIBLE,
                    ErrorDomain.CPU,
                    reason(comparison, arch, host, wanted));
        }
        return comparison.verdict();
    }

    /// Why a CPU is incompatible, as libvirt says it where it names architectures, vendors or
    /// features; it looks at them in this order.
    private static String reason(
            Comparison comparison,
            Arch arch,
            Optional<? extends CpuDefinition> host,
            CpuDefinition wanted) {
        if (!comparison.forbidden().isEmpty()) {
            return "Host CPU provides forbidden features: "
                    + String.join(", ", comparison.forbidden());
        }
        if (!comparison.missing().isEmpty()) {
            return "Host CPU does not provide required features: "
                    + String.join(", ", comparison.missing());
        }
        if (wanted instanceof HostCpu other && other.arch().family() != arch.family()) {
            return "CPU arch " + other.arch().xmlName() + " does not match host arch";
        }
        Optional<String> vendor = wanted.vendor();
        return vendor.isPresent() && host.isPresent() && !vendor.equals(host.get().vendor())
                ? "host CPU vendor does not match required CPU vendor " + vendor.get()
                : comparison.reason();
    }
}
