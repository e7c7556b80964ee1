package org.domcaps.conformance;

import org.domcaps.document.Arch;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Generations;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.error.DomcapsException;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.Machines;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.QemuSituation;
import org.domcaps.qemu.probe.QemuProbe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The cases of `domaincapsdata`: each expected document is computed anew from the recording that
/// its name points to, on the host that libvirt's own document test pretends to have.
final class DocumentCases {

    private final Path root;
    private final Release release;
    private final Optional<TestHost> host;

    /// Cases below a folder laid out like libvirt's `tests/`.
    DocumentCases(Path root, Release release) {
        this.root = root;
        this.release = release;
        Path firmware = root.resolve("qemufirmwaredata");
        this.host =
                Files.isDirectory(firmware)
                        ? Optional.of(new TestHost(firmware, release))
                        : Optional.empty();
    }

    /// The release that expected documents were written by: the oldest one whose format explains
    /// all of them.
    static Release detect(List<Path> files) {
        Release newest = Release.OLDEST;
        for (Path file : files) {
            try {
                Release release = Generations.detect(DocumentReader.read(Files.readAllBytes(file)));
                newest = newest.compareTo(release) < 0 ? release : newest;
            } catch (IOException | DomcapsException _) {
                // A file that is no document says nothing about the release; its case will tell
                // what is wrong.
            }
        }
        return newest;
    }

    /// Computes one case.
    CaseResult run(Path expected) {
        String fileName = expected.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ".xml".length());
        try {
            Optional<HypervisorCase> other = HypervisorCase.parse(name);
            if (other.isPresent()) {
                return switch (other.get()) {
                    case HypervisorCase.Asked asked ->
                            compare(name, expected, asked.document(release));
                    case HypervisorCase.Untold(String why) -> new CaseResult.Skipped(name, why);
                };
            }
            Optional<DocumentCase> parsed = DocumentCase.parse(name);
            if (parsed.isEmpty()) {
                return new CaseResult.Skipped(
                        name, "the name does not say which recording it belongs to");
            }
            return run(name, expected, parsed.get());
        } catch (DomcapsException e) {
            return new CaseResult.Broken(name, e.libvirtMessage());
        }
    }

    private CaseResult run(String name, Path expected, DocumentCase parsed) {
        Path replies = root.resolve("qemucapabilitiesdata").resolve(parsed.repliesFile());
        Optional<Arch> arch = Arch.find(parsed.arch());
        if (arch.isEmpty()) {
            return new CaseResult.Skipped(name, "unknown architecture " + parsed.arch());
        }
        if (!Files.exists(replies)) {
            return new CaseResult.Skipped(
                    name, "no recording " + parsed.repliesFile() + " in qemucapabilitiesdata");
        }
        if (arch.get().family() != Arch.Family.X86) {
            return new CaseResult.Skipped(name, "architecture not built yet");
        }
        if (host.isEmpty()) {
            return new CaseResult.Skipped(
                    name, "no folder qemufirmwaredata to take firmware descriptors from");
        }
        for (Flag flag : parsed.flags()) {
            if (!release.isAtLeast(flag.since())) {
                return new CaseResult.Skipped(
                        name, "release " + release + " does not have the flag");
            }
        }
        QemuFacts facts = host.get().adjust(QemuProbe.replay(Bundle.readRecording(replies)));
        return compare(name, expected, document(facts, arch.get(), parsed));
    }

    /// The document, without the checks of the API: libvirt's test asks for KVM documents of
    /// binaries without KVM.
    private DomainCapabilities document(QemuFacts facts, Arch arch, DocumentCase parsed) {
        VirtType lookup = facts.offers(VirtType.KVM) ? VirtType.KVM : VirtType.QEMU;
        Machines machines = facts.slot(lookup).machines();
        Optional<String> machine =
                parsed.machine().isPresent()
                        ? parsed.machine().map(machines::canonical)
                        : machines.preferred().map(Machine::name);
        Target target =
                new Target(
                        "/usr/bin/qemu-system-" + arch.xmlName(), arch, machine, parsed.virtType());
        return DocumentFiller.fill(
                new QemuSituation(
                        facts,
                        host.orElseThrow().facts(arch, parsed.version()),
                        target,
                        parsed.flags(),
                        release));
    }

    private CaseResult compare(String name, Path expected, DomainCapabilities document) {
        String actual = new String(DocumentWriter.write(document, release), StandardCharsets.UTF_8);
        String wanted = read(expected);
        return wanted.equals(actual)
                ? new CaseResult.Passed(name, actual)
                : new CaseResult.Failed(name, wanted, actual);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConformanceException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
