package org.domcaps.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuidRegs;
import org.domcaps.document.Arch;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.system.CommandResult;
import org.domcaps.host.system.CpuidSource;
import org.domcaps.host.system.KvmDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

class HostPartsTest {

    @TempDir private Path folder;

    private FakeMachine machine() {
        return new FakeMachine(folder);
    }

    private Set<HostFeature> features() {
        return machine().gather(HostPart.FEATURES).features();
    }

    @Test
    void theMachineIsReadFromTheKernelsFiles() {
        machine()
                .file("/proc/sys/kernel/arch", "s390x\n")
                .file("/proc/sys/kernel/osrelease", "6.1.0\n")
                .file("/proc/sys/kernel/version", "#1 SMP\n");
        assertThat(machine().probe(FakeMachine.privileged()).gather(Set.of()).machine())
                .isEqualTo(
                        new Machine(
                                Arch.S390X,
                                Optional.of("6.1.0 #1 SMP"),
                                Optional.empty(),
                                0,
                                OptionalInt.empty()));
    }

    @Test
    void anUnknownArchitectureIsAnError() {
        machine().file("/proc/sys/kernel/arch", "vax\n");
        assertThatThrownBy(() -> machine().gather(HostPart.FEATURES)).hasMessageContaining("'vax'");
    }

    @Test
    void nestingIsAskedFromTheModulesInTurn() {
        String nested = "/sys/module/%s/parameters/nested";
        assertThat(features()).isEmpty();
        machine()
                .file(nested.formatted("kvm_intel"), "N\n")
                .file(nested.formatted("kvm_amd"), "1\n");
        assertThat(features()).containsExactly(HostFeature.NESTED_KVM);
        machine().file(nested.formatted("kvm_amd"), "0\n").file(nested.formatted("kvm"), "Y\n");
        assertThat(features()).containsExactly(HostFeature.NESTED_KVM);
    }

    @Test
    void anUnreadableParameterEndsTheSearchForNesting() {
        machine()
                .folder("/sys/module/kvm_intel/parameters/nested")
                .file("/sys/module/kvm/parameters/nested", "Y");
        assertThat(features()).isEmpty();
    }

    @Test
    void sevNeedsItsNodeAndTdxACapitalLetter() {
        machine().file("/sys/module/kvm_amd/parameters/sev", "y\n");
        assertThat(features()).isEmpty();
        machine().file("/dev/sev", "").file("/sys/module/kvm_intel/parameters/tdx", "1\n");
        assertThat(features()).containsExactly(HostFeature.SEV);
        machine().file("/sys/module/kvm_intel/parameters/tdx", "Y\n");
        assertThat(features()).containsExactly(HostFeature.SEV, HostFeature.TDX);
    }

    @Test
    void protectedVirtualizationNeedsTheFolderAndTheParameter() {
        machine().file("/proc/cmdline", "root=x prot_virt=1\n");
        assertThat(features()).isEmpty();
        machine().folder("/sys/firmware/uv");
        assertThat(features()).containsExactly(HostFeature.PROTECTED_VIRTUALIZATION);
        machine().file("/proc/cmdline", "prot_virt=1" + " ".repeat(4096));
        assertThat(features()).isEmpty();
    }

    @Test
    void vfioNeedsGroupsAndANode() {
        machine().folder("/sys/kernel/iommu_groups").file("/dev/iommu", "");
        HostFacts facts = machine().gather(HostPart.FEATURES);
        assertThat(facts.vfioUsable()).isFalse();
        assertThat(facts.iommufdNodeExists()).isTrue();
        machine().folder("/sys/kernel/iommu_groups/0");
        assertThat(machine().gather(HostPart.FEATURES).vfioUsable()).isFalse();
        machine().file("/dev/vfio/vfio", "");
        assertThat(machine().gather(HostPart.FEATURES).vfioUsable()).isTrue();
    }

    @Test
    void secureGuestsAreJudgedByTheArchitecture() {
        HostFacts facts = HostFacts.plain().withFeatures(Set.of(HostFeature.SEV));
        assertThat(facts.secureGuests()).isTrue();
        assertThat(facts.withArch(Arch.S390X).secureGuests()).isFalse();
        assertThat(facts.withFeatures(Set.of(HostFeature.TDX)).secureGuests()).isTrue();
        HostFacts s390 = facts.withFeatures(Set.of(HostFeature.PROTECTED_VIRTUALIZATION));
        assertThat(s390.secureGuests()).isFalse();
        assertThat(s390.withArch(Arch.S390X).secureGuests()).isTrue();
        assertThat(s390.withArch(Arch.AARCH64).secureGuests()).isFalse();
    }

    @Test
    void theLimitOfVirtualCpusHasTwoFallbacks() {
        assertThat(ask(Map.of(66, 1024, 9, 2)).maxVcpus()).isEqualTo(1024);
        assertThat(ask(Map.of(66, -1, 9, 2)).maxVcpus()).isEqualTo(2);
        assertThat(ask(Map.of()).maxVcpus()).isEqualTo(4);
    }

    private static Kvm.Usable ask(Map<Integer, Integer> capabilities) {
        return new KvmQuestions(FakeMachine.kvm(capabilities, OptionalLong.empty()))
                .ask()
                .require();
    }

    @Test
    void tdxIsBitFiveOfTheTypes() {
        assertThat(ask(Map.of(235, 0x21)).offersTdx()).isTrue();
        assertThat(ask(Map.of(235, 0x1)).offersTdx()).isFalse();
        assertThat(ask(Map.of(235, -1)).vmTypes()).isZero();
        assertThat(new Kvm.Missing().offersTdx()).isFalse();
    }

    @Test
    void aNodeThatDoesNotOpenFailsWhenItIsNeeded() {
        Kvm missing = new KvmQuestions(KvmDevice.Opening.Missing::new).ask();
        Kvm refused =
                new KvmQuestions(() -> new KvmDevice.Opening.Refused("Permission denied")).ask();
        Kvm untried =
                new KvmQuestions(() -> new KvmDevice.Opening.Untried("no native calls")).ask();
        assertThat(refused).isEqualTo(new Kvm.Refused("Permission denied"));
        assertThat(untried).isEqualTo(new Kvm.Unknown("no native calls"));
        assertThatThrownBy(missing::require)
                .isInstanceOfSatisfying(
                        Kvm.UnusableKvmException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM);
                            assertThat(e.kvm()).isEqualTo(missing);
                        })
                .hasMessage("Unable to open /dev/kvm: No such file or directory");
        assertThatThrownBy(refused::require)
                .hasMessage("Unable to open /dev/kvm: Permission denied");
        assertThatThrownBy(untried::require).hasMessage("Unable to open /dev/kvm: no native calls");
    }

    @Test
    void sevGuestsAreCountedFromTheLeaf() {
        assertThat(SevGuests.read((_, _) -> Optional.of(new CpuidRegs(0, 0, 509, 451))))
                .isEqualTo(new SevGuests.Counted(59, 450));
        assertThat(SevGuests.read((_, _) -> Optional.of(new CpuidRegs(0, 0, 509, 0))))
                .isEqualTo(new SevGuests.Counted(0, 0));
        assertThat(SevGuests.read(CpuidSource.none())).isInstanceOf(SevGuests.Unknown.class);
    }

    @Test
    void rawRegistersComeFromKvmWhereTheNodeIsMissing() {
        machine().file("/proc/sys/kernel/arch", "x86_64");
        KvmDevice kvm = FakeMachine.kvm(Map.of(), OptionalLong.of(0x40));
        CpuidSource cpuid = (leaf, _) -> Optional.of(new CpuidRegs(leaf < 0 ? leaf : 0, 0, 0, 0));
        RawCpu cpu =
                machine()
                        .probe(FakeMachine.privileged(), kvm, cpuid)
                        .gather(Set.of(HostPart.RAW_CPU))
                        .rawCpu();
        assertThat(cpu.archCapabilities()).hasValue(0x40);
        assertThat(cpu.leaves()).hasSize(2);
    }

    @Test
    void theRdpHelperHasTheNameThatTheConfigurationGives() {
        machine().program("/usr/bin/qemu-rdp", "").program("/opt/rdp", "");
        assertThat(machine().gather(HostPart.RDP_HELPER).rdpHelper()).contains("/usr/bin/qemu-rdp");
        machine().file("/etc/libvirt/qemu.conf", "qemu_rdp = \"/opt/rdp\"\n");
        assertThat(machine().gather(HostPart.RDP_HELPER).rdpHelper()).contains("/opt/rdp");
        machine().file("/etc/libvirt/qemu.conf", "qemu_rdp = \"none\"\n");
        assertThat(machine().gather(HostPart.RDP_HELPER).rdpHelper()).isEmpty();
    }

    private static Swtpm judge(int status, String output) {
        return SwtpmPrograms.judge(
                new CommandResult.Exited(
                        status,
                        output.getBytes(StandardCharsets.UTF_8),
                        "what\nwent wrong",
                        false));
    }

    @Test
    void theAnswerOfSwtpmSetupIsJudged() {
        assertThat(judge(0, "{\"features\": [\"tpm-2.0\", \"new\", \"cmdarg-pwdfile-fd\"]}"))
                .isEqualTo(Swtpm.of(SwtpmFeature.TPM_2_0, SwtpmFeature.PASSWORD_DESCRIPTOR));
        assertThat(judge(0, "{\"features\": [\"tpm-1.2\", 1, \"tpm-2.0\"]}"))
                .isEqualTo(
                        new Swtpm.Present(
                                Set.of(SwtpmFeature.TPM_1_2),
                                Optional.of("swtpm_setup listed a feature that is not a string")));
        assertThat(judge(1, "{\"features\": [\"tpm-2.0\"]}"))
                .isEqualTo(
                        new Swtpm.Present(
                                Set.of(),
                                Optional.of("swtpm_setup failed with status 1: what went wrong")));
        assertThat(judge(0, "{}")).isInstanceOf(Swtpm.Present.class);
        assertThat(judge(0, "usage")).isInstanceOf(Swtpm.Present.class);
        assertThat(judge(0, "").isInstalled()).isTrue();
    }

    @Test
    void aQuestionThatCouldNotBeAskedStaysOpen() {
        assertThat(SwtpmPrograms.judge(new CommandResult.Killed(11, "")))
                .isEqualTo(new Swtpm.Unclear("swtpm_setup was killed by signal 11"));
        assertThat(SwtpmPrograms.judge(new CommandResult.NotStarted("bad")))
                .isEqualTo(new Swtpm.Unclear("swtpm_setup could not be started: bad"));
        assertThat(SwtpmPrograms.judge(new CommandResult.TimedOut(Duration.ofSeconds(2), "x")))
                .isEqualTo(new Swtpm.Unclear("swtpm_setup gave no answer within 2000 ms: x"));
        assertThat(new Swtpm.Unclear("x").isInstalled()).isTrue();
        assertThat(new Swtpm.Unclear("x").has(SwtpmFeature.TPM_2_0)).isFalse();
    }

    @Test
    void aMissingProgramMakesTheTpmEmulatorAbsent() {
        machine()
                .program("/usr/bin/swtpm", "")
                .program("/usr/bin/swtpm_setup", "exit 1")
                .file("/bin/swtpm_ioctl", "");
        assertThat(machine().gather(HostPart.SWTPM).swtpm())
                .isEqualTo(new Swtpm.Absent(List.of("swtpm_ioctl")));
    }

    @Test
    void theFingerprintOfTheTpmEmulatorFollowsItsPrograms() {
        HostProbe probe = machine().program("/usr/bin/swtpm", "").probe(FakeMachine.privileged());
        SwtpmFingerprint before = probe.swtpmFingerprint();
        assertThat(before.text())
                .startsWith("swtpm;swtpm=/usr/bin/swtpm,")
                .endsWith(",11;swtpm_setup=;swtpm_ioctl=");
        assertThat(probe.swtpmFingerprint()).isEqualTo(before);
        machine().program("/usr/bin/swtpm", "longer");
        assertThat(probe.swtpmFingerprint()).isNotEqualTo(before);
    }

    @Test
    void aPartThatWasNotGatheredDoesNotAnswer() {
        HostFacts facts = machine().gather(HostPart.KVM);
        assertThat(facts.kvm().require().maxVcpus()).isEqualTo(1024);
        assertThatThrownBy(facts::swtpm)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SWTPM");
        assertThatThrownBy(facts::features).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(facts::vfioUsable).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(facts::rdpHelper).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(facts::sevGuests).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(facts::rawCpu).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(facts::firmware).isInstanceOf(IllegalStateException.class);
        assertThat(facts.withSwtpm(Swtpm.of()).swtpm()).isEqualTo(Swtpm.of());
    }

    @Test
    void theStateFollowsEveryInput() {
        machine()
                .file("/proc/sys/kernel/arch", "x86_64")
                .file("/proc/sys/kernel/osrelease", "6.1")
                .file("/proc/cpuinfo", "microcode : 0x1\n")
                .file(
                        "/proc/self/status",
                        "Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nGroups:\t1\nCapEff:\tff\n");
        HostProbe probe = machine().probe(FakeMachine.privileged());
        HostState state = probe.state();
        assertThat(state.kvm()).isEqualTo(new DeviceNode.Missing());
        assertThat(state.nested()).isFalse();
        assertThat(state.secureGuests()).isFalse();
        assertThat(state.text())
                .isEqualTo(
                        """
                        arch=x86_64
                        kernel=6.1\s
                        cpu=
                        microcode=1
                        toggles=
                        kvm=missing
                        uid=0
                        gid=0
                        groups=1
                        capabilities=ff
                        """);
        assertThat(probe.state()).isEqualTo(state);
        machine().file("/dev/kvm", "").file("/sys/module/kvm/parameters/nested", "Y");
        HostState after = probe.state();
        assertThat(after.nested()).isTrue();
        assertThat(after.kvm()).isInstanceOf(DeviceNode.Present.class);
        assertThat(after.text()).contains("toggles=nested-kvm \n");
    }
}
