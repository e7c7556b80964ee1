package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.domcaps.qemu.cache.FactsCache;
import org.domcaps.qemu.cache.HostCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// This machine, probed, remembered and recorded: all three give the same documents and refusals.
@Tag("live")
class RecordedMachineTest {

    @TempDir Path folder;

    private final HostEnvironment environment =
            HostEnvironment.of(System.getenv(), System.getProperty("user.dir"), true);
    private final HostProbe probe = HostProbe.ofThisMachine(environment);
    private final List<String> warnings = new ArrayList<>();

    private LiveEmulators emulators(Optional<FactsCache> cache) {
        return new LiveEmulators(
                new Programs(HostRoot.THIS_MACHINE, environment),
                probe::state,
                cache,
                Duration.ofSeconds(60),
                () -> {});
    }

    private Driver live() {
        return new QemuDriver(
                emulators(Optional.empty()),
                new LiveHost(probe, probe::state, HostCache.inMemory(), _ -> {}));
    }

    /// A driver of its own at a shared cache, like the command started once more.
    private Driver remembering() {
        return new QemuDriver(
                emulators(Optional.of(new FactsCache(folder.resolve("cache"), warnings::add))),
                new LiveHost(
                        probe,
                        probe::state,
                        new HostCache(folder.resolve("cache"), warnings::add),
                        _ -> {}));
    }

    private Driver recorded() {
        LiveEmulators emulators = emulators(Optional.empty());
        List<RecordedEmulator> recordings = new ArrayList<>();
        for (String path : emulators.emulators()) {
            recordings.add(emulators.record(path));
        }
        new Bundle(recordings, probe.gatherAll()).write(folder.resolve("bundle"));
        return Bundle.read(folder.resolve("bundle")).driver();
    }

    private static String answer(Driver driver, Request request) {
        try {
            return new String(
                    DocumentWriter.write(driver.domainCapabilities(request), request.release()),
                    StandardCharsets.UTF_8);
        } catch (DomcapsException e) {
            return e.libvirtMessage();
        }
    }

    private static List<Request> requests() {
        Request any = Request.defaults();
        return List.of(
                any,
                any.withRelease(Release.OLDEST),
                any.withArch("i686"),
                any.withMachine("q35"),
                any.withVirtType("qemu"),
                any.withMachine("q35").withFlags(EnumSet.allOf(Flag.class)),
                any.withMachine("nosuch"),
                any.withVirtType("xen"),
                any.withFlags(EnumSet.allOf(Flag.class)).withRelease(Release.OLDEST));
    }

    @Test
    void probedRememberedAndRecordedFactsGiveTheSameAnswers() {
        Driver live = live();
        assumeTrue(!live.emulators().offers().isEmpty(), "no QEMU is installed");
        Driver recorded = recorded();
        remembering().domainCapabilities(Request.defaults());
        Driver remembering = remembering();
        for (Request request : requests()) {
            String expected = answer(live, request);

            assertThat(answer(recorded, request)).as("recorded, %s", request).isEqualTo(expected);
            assertThat(answer(remembering, request))
                    .as("remembered, %s", request)
                    .isEqualTo(expected);
        }
        assertThat(recorded.emulators()).isEqualTo(live.emulators());
        assertThat(warnings).isEmpty();
    }
}
