package org.domcaps.bench;

import org.domcaps.document.Arch;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.driver.EmulatorSource;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.QemuDriver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// From the facts of this host and one of its QEMU binaries to the bytes of a document, for JMH.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FactsToDocument {

    /// The system property that names the emulator.
    static final String EMULATOR = "domcaps.bench.emulator";

    private final Driver driver = driver(Path.of(System.getProperty(EMULATOR)));

    /// JMH makes one.
    public FactsToDocument() {}

    /// A driver that has all facts in memory.
    static Driver driver(Path emulator) {
        QemuFacts facts = ProbeBench.probe().probe(emulator);
        HostFacts host =
                HostProbe.ofThisMachine(
                                HostEnvironment.of(
                                        System.getenv(), System.getProperty("user.dir"), true))
                        .gatherAll();
        return new QemuDriver(new Known(emulator.toString(), facts), HostSource.given(host));
    }

    /// Resolves the request, walks the rules, writes the document.
    ///
    /// @return the bytes, so that the JVM cannot leave out the work
    @Benchmark
    public byte[] factsToDocument() {
        DomainCapabilities document = driver.domainCapabilities(Request.defaults());
        return DocumentWriter.write(document, Release.NEWEST);
    }

    /// The documents of every machine type under every virt type.
    ///
    /// @return how many bytes they have
    @Benchmark
    public long allDocuments() {
        long bytes = 0;
        for (Request request : requests(driver)) {
            bytes +=
                    DocumentWriter.write(driver.domainCapabilities(request), Release.NEWEST).length;
        }
        return bytes;
    }

    /// A request for every machine type under every virt type.
    static List<Request> requests(Driver driver) {
        List<Request> requests = new ArrayList<>();
        for (EmulatorOffer offer : driver.emulators().offers()) {
            for (EmulatorOffer.Slot slot : offer.slots()) {
                for (EmulatorOffer.Machine machine : slot.machines()) {
                    requests.add(
                            Request.defaults()
                                    .withMachine(machine.name())
                                    .withVirtType(slot.virtType().xmlName()));
                }
            }
        }
        return requests;
    }

    /// One emulator whose facts are known.
    private record Known(String path, QemuFacts known) implements EmulatorSource {
        @Override
        public Optional<String> defaultEmulator(Arch host, Arch guest) {
            return Optional.of(path);
        }

        @Override
        public Arch defaultArch(Arch host) {
            return known.arch();
        }

        @Override
        public QemuFacts facts(String emulator) {
            return known;
        }

        @Override
        public List<String> emulators() {
            return List.of(path);
        }
    }
}
