package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.DomainCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// One good definition, broken in one place at a time: each time exactly the finding that belongs
/// there, at its line.
class BrokenDefinitionsTest {

    private static final String GOOD = CheckCases.text("check/good.xml");
    private static final DomainCapabilities HOST = CheckCases.document("x86_64-kvm-q35");

    private static final String NO = "no error ";
    private static final String WARNING = "yes warning ";
    private static final String UNKNOWN = "unknown warning ";

    /// @param was what to exchange
    /// @param is what to put there
    /// @param at the beginning of the element that is blamed
    /// @param finding outcome, severity and id
    record Broken(String was, String is, String at, String finding) {
        @Override
        public String toString() {
            return finding;
        }
    }

    private static List<Broken> broken() {
        return List.of(
                new Broken(
                        "<topology sockets='1'",
                        "<topology sockets='x'",
                        "<topology",
                        NO + "cpu.definition"),
                new Broken("static'>4<", "static' current='5'>4<", "<vcpu", NO + "vcpu.current"),
                new Broken("threads='2'", "threads='1'", "<topology", NO + "cpu.topology"),
                new Broken("type='memfd'", "type='none'", "<source type", NO + "memory.source"),
                new Broken(
                        "<access mode='shared'/>",
                        "",
                        "<filesystem",
                        NO + "device.filesystem.shared-memory"),
                new Broken("firmware='efi'", "firmware='bios'", "<os", NO + "os.firmware"),
                new Broken(
                        "<smm state='on'/>",
                        "<smm state='off'/>",
                        "<smm",
                        NO + "os.secure-boot.smm"),
                new Broken(
                        "<feature enabled='yes' name='secure-boot'/>",
                        "<feature enabled='no' name='secure-boot'/>",
                        "<feature enabled='yes' name='enrolled-keys'",
                        NO + "os.firmware.enrolled-keys.without-secure-boot"),
                new Broken(
                        "<spinlocks state='on' retries='8191'/>",
                        "<vapic state='on'/>",
                        "<vapic",
                        UNKNOWN + "feature.hyperv.vapic"),
                new Broken(">486<", ">486DX<", "<model fallback", NO + "cpu.model"),
                new Broken(">486<", ">Broadwell<", "<model fallback", NO + "cpu.model.blocked"),
                new Broken("mode='custom'", "mode='host-modle'", "<cpu", NO + "cpu.mode"),
                new Broken("'clflushopt'", "'avx512f'", "<feature policy", NO + "cpu.feature"),
                new Broken("'clflushopt'", "'warp'", "<feature policy", NO + "cpu.feature.name"),
                new Broken(
                        "policy='require'",
                        "policy='forbid'",
                        "<feature policy",
                        NO + "cpu.feature.forbidden"),
                new Broken(
                        "iothread='2'", "iothread='3'", "<driver name", NO + "iothreads.missing"),
                new Broken("bus='sata'", "bus='ide'", "<target dev='sda'", NO + "device.disk.bus"),
                new Broken(
                        "bus='sata'",
                        "bus='virtio'",
                        "<target dev='sda'",
                        NO + "device.disk.combination"),
                new Broken(
                        "device='cdrom'",
                        "device='tape'",
                        "<disk type='file' device='tape'",
                        NO + "device.disk.device"),
                new Broken(
                        "model='pcie-root'",
                        "model='pci-root'",
                        "<controller type='pci'",
                        NO + "device.controller.pci-root"),
                new Broken("'virtiofs'", "'mtp'", "<filesystem", NO + "device.filesystem.driver"),
                new Broken(
                        "<channel type='unix'",
                        "<channel type='vc'",
                        "<channel",
                        NO + "device.channel.type"),
                new Broken(
                        "<channel type='unix'",
                        "<channel type='spicevmc'",
                        "<channel",
                        NO + "device.channel.spice"),
                new Broken(
                        "<channel type='unix'",
                        "<channel type='tcp'",
                        "<channel",
                        UNKNOWN + "device.channel.type"),
                new Broken(
                        "console type='pty'",
                        "console type='nmdm'",
                        "<console",
                        NO + "device.console.type"),
                new Broken("'tpm-crb'", "'tpm-spapr'", "<tpm", NO + "device.tpm.model"),
                new Broken(
                        "version='2.0'",
                        "version='1.2'",
                        "<backend type='emulator'",
                        NO + "device.tpm.version.combination"),
                new Broken(
                        "type='vnc'", "type='desktop'", "<graphics", NO + "device.graphics.type"),
                new Broken(
                        "<model type='virtio'/>\n    </video>",
                        "<model type='gop'/>\n    </video>",
                        "<model type='gop'",
                        NO + "device.video.model"),
                new Broken(
                        "<panic model='isa'",
                        "<panic model='s390'",
                        "<panic",
                        NO + "device.panic.model"),
                new Broken(
                        "<panic model='isa'/>",
                        "<hostdev mode='subsystem' type='pci'/>",
                        "<hostdev",
                        NO + "device.hostdev.driver"),
                new Broken(
                        "<panic model='isa'/>",
                        "<hostdev mode='subsystem' type='mdev'/>",
                        "<hostdev",
                        UNKNOWN + "device.hostdev.type"),
                new Broken(
                        "<panic model='isa'/>",
                        "<redirdev bus='xen' type='tcp'/>",
                        "<redirdev",
                        NO + "device.redirdev.bus"),
                new Broken(
                        "<panic model='isa'/>",
                        "<crypto model='virtio' type='qemu'><backend model='lkcf'/></crypto>",
                        "<backend model='lkcf'",
                        NO + "device.crypto.backend"),
                new Broken(
                        "    <boot dev='hd'/>",
                        "    <loader readonly='yes' type='pflash'>/srv/fw.fd</loader>",
                        "<loader",
                        UNKNOWN + "os.loader.path"),
                new Broken(
                        "    <boot dev='hd'/>", "    <varstore/>", "<varstore", NO + "os.varstore"),
                new Broken(
                        "    <topology",
                        "    <maxphysaddr mode='emulate' bits='52'/>\n    <topology",
                        "<maxphysaddr",
                        NO + "cpu.maxphysaddr"),
                new Broken(
                        "<model fallback='forbid'>486<",
                        "<vendor>Intel</vendor><model fallback='forbid'>486<",
                        "<vendor>",
                        NO + "cpu.vendor"),
                new Broken(
                        "fallback='forbid'>486<",
                        "fallback='allow'>Opteron_G2<",
                        "<model fallback",
                        WARNING + "cpu.model.replaced"),
                new Broken(
                        "</devices>",
                        "</devices><launchSecurity"
                                + " type='sev'><policy>0x3</policy></launchSecurity>",
                        "<launchSecurity",
                        NO + "launch-security"));
    }

    @Test
    void theGoodDefinitionHasNoFinding() {
        assertThat(CheckCases.found(GOOD, HOST)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void eachFaultIsFoundWhereItIsAndNothingElse(Broken broken) {
        String definition = CheckCases.changed(GOOD, broken.was, broken.is);
        String expected = CheckCases.place(definition, broken.at) + " " + broken.finding;
        assertThat(CheckCases.found(definition, HOST)).containsExactly(expected);
    }

    @Test
    void moreCpusThanTheMachineTakes() {
        String definition = CheckCases.changed(GOOD, ">4<", ">300<", "sockets='1'", "sockets='75'");
        assertThat(CheckCases.found(definition, HOST)).containsExactly("8:3 no error vcpu.max");
    }
}
