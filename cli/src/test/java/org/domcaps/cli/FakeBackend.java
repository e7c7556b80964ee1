package org.domcaps.cli;

import org.domcaps.conformance.CaseResult;
import org.domcaps.daemon.DaemonCheck;
import org.domcaps.daemon.DaemonOptions;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Answer;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.library.RecordedBundle;
import org.domcaps.library.RecordedFile;
import org.domcaps.library.RecordedFile.Kind;
import org.domcaps.library.Source;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Answers from memory and keeps what it was asked.
class FakeBackend implements Backend {

    final List<Source> sources = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();
    final List<ConformanceRun.Order> orders = new ArrayList<>();
    final List<Path> recorded = new ArrayList<>();
    final List<CaseResult> results = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    final List<EmulatorOffer> offers = new ArrayList<>(List.of(pc(), arm()));
    final List<EmulatorFault> faults = new ArrayList<>();
    Function<Request, DomainCapabilities> answer = _ -> Documents.small();
    Optional<byte[]> received = Optional.empty();
    final List<DaemonOptions> served = new ArrayList<>();
    final List<String> checked = new ArrayList<>();
    List<DaemonCheck.Step> checkSteps =
            List.of(new DaemonCheck.Step("open", Duration.ofMillis(3), "ok", true));
    boolean privileged = true;
    int closed;

    static EmulatorOffer pc() {
        List<EmulatorOffer.Machine> machines =
                List.of(
                        machine("pc-i440fx-9.1", "pc", 255, false, true),
                        machine("pc-q35-9.1", "q35", 4096, false, false),
                        machine("pc-i440fx-2.4", "", 255, true, false));
        return new EmulatorOffer(
                "/usr/bin/qemu-system-x86_64",
                "9.1.0",
                List.of(Arch.X86_64, Arch.I686),
                VirtType.KVM,
                true,
                List.of(
                        new EmulatorOffer.Slot(VirtType.KVM, machines),
                        new EmulatorOffer.Slot(VirtType.QEMU, machines)));
    }

    static EmulatorFault broken() {
        return new EmulatorFault(
                "/usr/bin/qemu-system-sparc", List.of(Arch.SPARC), "internal error: it hangs");
    }

    static EmulatorOffer arm() {
        return new EmulatorOffer(
                "/usr/bin/qemu-system-aarch64",
                "9.1.0",
                List.of(Arch.AARCH64),
                VirtType.QEMU,
                false,
                List.of(
                        new EmulatorOffer.Slot(
                                VirtType.QEMU,
                                List.of(machine("virt-9.1", "virt", 0, false, false)))));
    }

    static EmulatorOffer.Machine machine(
            String name, String alias, long cpus, boolean deprecated, boolean isDefault) {
        return new EmulatorOffer.Machine(
                name,
                alias.isEmpty() ? Optional.empty() : Optional.of(alias),
                cpus,
                deprecated,
                isDefault);
    }

    @Override
    public Sources sources() {
        return (source, out) -> {
            sources.add(source);
            notices.forEach(out);
            return new FakeDriver();
        };
    }

    @Override
    public Recorder recorder() {
        return (source, folder, out) -> {
            sources.add(source);
            recorded.add(folder);
            notices.forEach(out);
            return new RecordedBundle(
                    List.of(
                            new RecordedFile(
                                    folder.resolve("qemu.replies"),
                                    Kind.EMULATOR,
                                    "/usr/bin/qemu-system-x86_64"),
                            new RecordedFile(folder.resolve("host.json"), Kind.HOST, "")),
                    faults);
        };
    }

    @Override
    public ConformanceRun conformance() {
        return (order, out) -> {
            orders.add(order);
            for (CaseResult result : results) {
                if (order.only().test(result.name())) {
                    out.accept(result);
                }
            }
        };
    }

    private final class FakeDriver implements Driver {
        @Override
        public DomainCapabilities domainCapabilities(Request request) {
            requests.add(request);
            return answer.apply(request);
        }

        @Override
        public Answer answer(Request request) {
            if (received.isEmpty()) {
                return Driver.super.answer(request);
            }
            requests.add(request);
            return Answer.received(received.get());
        }

        @Override
        public EmulatorList emulators() {
            return new EmulatorList(offers, faults);
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Override
    public Serving serving() {
        return new FakeServing();
    }

    /// Keeps what it was asked to serve.
    final class FakeServing implements Serving {
        @Override
        public void serve(DaemonOptions options, Source source, OutputStream log) {
            served.add(options);
            sources.add(source);
        }

        @Override
        public List<DaemonCheck.Step> check(String uri) {
            checked.add(uri);
            return checkSteps;
        }

        @Override
        public boolean privileged() {
            return privileged;
        }
    }
}
