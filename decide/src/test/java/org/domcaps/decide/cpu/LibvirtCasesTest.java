package org.domcaps.decide.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.Arch;
import org.domcaps.testkit.Corpus;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Baselines of libvirt's own test data come out the same although the order of their inputs does
/// not count here.
class LibvirtCasesTest {

    private static final String PREFIX = "x86_64-baseline-";

    @Test
    void baselinesAreThoseOfLibvirt() throws IOException {
        Optional<Path> folder = Corpus.find("corpus/tests/cputestdata");
        assumeTrue(folder.isPresent(), Corpus.MISSING);
        List<String> same = new ArrayList<>();
        List<String> different = new ArrayList<>();
        List<Path> files;
        try (var all = Files.list(folder.get())) {
            files = all.filter(LibvirtCasesTest::isInput).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            String stem = name.substring(0, name.length() - ".xml".length());
            for (String variant : List.of("-result", "-migratable")) {
                Path expected = folder.get().resolve(stem + variant + ".xml");
                if (Files.exists(expected)) {
                    String ours = baseline(file, variant.equals("-migratable"));
                    (ours.equals(Files.readString(expected)) ? same : different)
                            .add(stem + variant);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(same).hasSizeGreaterThan(5);
    }

    private static boolean isInput(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX)
                && name.endsWith(".xml")
                && !name.endsWith("-result.xml")
                && !name.endsWith("-expanded.xml")
                && !name.endsWith("-migratable.xml");
    }

    private static String baseline(Path file, boolean migratable) throws IOException {
        HostSet.Builder<CpuOffer> hosts = new HostSet.Builder<>();
        XmlElement root = XmlReader.read(Files.readAllBytes(file));
        int count = 0;
        for (XmlElement element : root.children("cpu")) {
            CpuDefinition cpu = CpuDefinitionReader.read(element);
            hosts.add("host" + count++, CpuOffer.of(cpu, Optional.empty()));
        }
        try {
            GuestCpu cpu = new BaselineFinder(migratable, Arch.X86_64).find(hosts.build()).cpu();
            return CpuDefinitionWriter.write(cpu);
        } catch (IncompatibleCpuException e) {
            return e.getMessage();
        }
    }
}
