package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuidRegs;
import org.domcaps.document.Arch;
import org.domcaps.error.DomcapsException;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.HostState;
import org.domcaps.host.Identity;
import org.domcaps.host.Kvm;
import org.domcaps.host.SevGuests;
import org.domcaps.host.system.CpuidSource;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.KvmDevice;
import org.domcaps.qemu.cache.HostCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Which facts of the host are remembered, and for how long.
class LiveHostTest {

    @TempDir Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<HostState> state = new AtomicReference<>(HostStates.usual());
    private KvmDevice.Opening opening = new KvmDevice.Opening.Opened(new Handle());

    /// A node that offers 77 virtual CPUs and nothing else.
    private static final class Handle implements KvmDevice.Handle {
        @Override
        public int checkExtension(int capability) {
            return capability == 66 ? 77 : 0;
        }

        @Override
        public OptionalLong readFeatureMsr(int index) {
            return OptionalLong.empty();
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void layOutAMachine() throws IOException {
        Path kernel = Files.createDirectories(folder.resolve("root/proc/sys/kernel"));
        Files.writeString(kernel.resolve("arch"), "x86_64\n");
        Files.writeString(folder.resolve("root/proc/cpuinfo"), "");
        Files.createDirectories(folder.resolve("root/usr/bin"));
    }

    private LiveHost host(boolean cached) {
        HostEnvironment environment =
                new HostEnvironment("/usr/bin", "/", Optional.empty(), Optional.empty(), true);
        KvmDevice kvm =
                () -> {
                    opened.incrementAndGet();
                    return opening;
                };
        CpuidSource cpuid =
                (leaf, _) -> {
                    asked.incrementAndGet();
                    return Optional.of(new CpuidRegs(0, 0, leaf == SevGuests.LEAF ? 100 : 0, 10));
                };
        return new LiveHost(
                new HostProbe(new HostRoot(folder.resolve("root")), environment, kvm, cpuid),
                state::get,
                cached
                        ? new HostCache(folder.resolve("cache"), warnings::add)
                        : HostCache.inMemory(),
                _ -> {});
    }

    private static Set<HostPart> costly() {
        return EnumSet.of(HostPart.KVM, HostPart.SEV_GUESTS);
    }

    @Test
    void costlyPartsAreGatheredOnce() {
        HostFacts first = host(true).facts(costly());
        HostFacts second = host(true).facts(costly());

        assertThat(first.kvm()).isEqualTo(new Kvm.Usable(77, 0, OptionalLong.empty()));
        assertThat(first.sevGuests()).isEqualTo(new SevGuests.Counted(91, 9));
        assertThat(second.kvm()).isEqualTo(first.kvm());
        assertThat(second.sevGuests()).isEqualTo(first.sevGuests());
        assertThat(opened).hasValue(1);
        assertThat(asked).hasValue(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void withoutACacheEverythingIsGatheredEachTime() {
        host(false).facts(costly());
        host(false).facts(costly());

        assertThat(opened).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasFoundOutAheadIsNotGatheredAgain(boolean cached) {
        LiveHost host = host(cached);
        host.lookAhead();
        HostFacts facts = host.facts(EnumSet.of(HostPart.KVM, HostPart.FEATURES));

        assertThat(facts.kvm()).isEqualTo(new Kvm.Usable(77, 0, OptionalLong.empty()));
        assertThat(facts.gathered()).containsExactlyInAnyOrder(HostPart.KVM, HostPart.FEATURES);
        assertThat(opened).hasValue(1);
    }

    @Test
    void whatFailsAheadFailsWhereSomebodyAsks() throws IOException {
        Files.writeString(folder.resolve("root/proc/sys/kernel/arch"), "unheard-of\n");
        LiveHost host = host(true);
        host.lookAhead();

        assertThatThrownBy(() -> host.facts(costly()))
                .isInstanceOf(DomcapsException.class)
                .hasMessageContaining("unheard-of");
    }

    @Test
    void partsThatNobodyAskedForAreNotGathered() {
        HostFacts facts = host(true).facts(EnumSet.of(HostPart.FEATURES));

        assertThat(facts.gathered()).containsExactly(HostPart.FEATURES);
        assertThat(opened).hasValue(0);
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void aChangeOfTheHostEndsWhatIsRemembered() {
        host(true).facts(costly());
        state.set(HostStates.with(new Identity(0, 0, "", "000001ffffffffff")));
        host(true).facts(costly());

        assertThat(opened).hasValue(2);
    }

    @Test
    void aNodeThatDoesNotOpenIsTriedAgain() {
        opening = new KvmDevice.Opening.Refused("Permission denied");

        assertThat(host(true).facts(costly()).kvm())
                .isEqualTo(new Kvm.Refused("Permission denied"));
        opening = new KvmDevice.Opening.Opened(new Handle());
        assertThat(host(true).facts(costly()).kvm()).isInstanceOf(Kvm.Usable.class);
        assertThat(opened).hasValue(2);
    }

    @Test
    void theTpmEmulatorIsAskedAgainWhenItsProgramsChange() throws IOException {
        assertThat(host(true).facts(EnumSet.of(HostPart.SWTPM)).swtpm().isInstalled()).isFalse();
        for (String name : List.of("swtpm", "swtpm_ioctl", "swtpm_setup")) {
            Path program = folder.resolve("root/usr/bin/" + name);
            Files.writeString(program, "");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        assertThat(host(true).facts(EnumSet.of(HostPart.SWTPM)).swtpm().isInstalled()).isTrue();
    }

    @Test
    void theArchitectureIsThatOfTheState() {
        assertThat(host(true).arch()).isEqualTo(Arch.X86_64);
    }
}
