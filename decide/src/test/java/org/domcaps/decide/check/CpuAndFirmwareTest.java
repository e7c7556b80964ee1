package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.DomainCapabilities;
import org.junit.jupiter.api.Test;

import java.util.List;

class CpuAndFirmwareTest {

    private static final DomainCapabilities Q35 = CheckCases.document("x86_64-kvm-q35");
    private static final DomainCapabilities TCG = CheckCases.document("x86_64-qemu-q35");
    private static final String GOOD = CheckCases.text("check/good.xml");

    @Test
    void aModelIsUsableIfWhatBlocksItIsSwitchedOff() {
        String blocked = CheckCases.changed(GOOD, ">486<", ">kvm64<");
        assertThat(CheckCases.found(blocked, Q35)).hasSize(1);
        String freed =
                CheckCases.changed(
                        blocked,
                        "<feature policy='require' name='clflushopt'/>",
                        "<feature policy='disable' name='pni'/>");
        assertThat(CheckCases.found(freed, Q35)).isEmpty();
    }

    @Test
    void aBlockedModelNamesItsBlockersAndUsableModels() {
        String definition = CheckCases.changed(GOOD, ">486<", ">kvm64<");
        assertThat(CheckCases.judgements(definition, Q35).getFirst().reasons())
                .extracting(reason -> reason.words())
                .containsExactly("blockers listed by the hypervisor: pni", "offered: 486, pentium");
    }

    @Test
    void withoutBlockersInTheDocumentTheyAreComputed() {
        String text =
                CheckCases.text("hosts/x86_64-kvm-q35.xml")
                        .replaceAll("(?s) *<blockers.*?</blockers>\n", "");
        DomainCapabilities old = org.domcaps.document.DocumentReader.read(CheckCases.bytes(text));
        String definition = CheckCases.changed(GOOD, ">486<", ">kvm64<");
        assertThat(CheckCases.judgements(definition, old).getFirst().reasons().getFirst().words())
                .isEqualTo("missing in the host-model of the capabilities: pni");
    }

    @Test
    void withoutAnAcceleratorTheEmulatorLeavesAwayWhatItLacks() {
        String definition =
                CheckCases.changed(
                        GOOD,
                        "'kvm'",
                        "'qemu'",
                        ">486<",
                        ">Icelake-Server<",
                        "'clflushopt'",
                        "'umip'");
        assertThat(CheckCases.found(definition, TCG))
                .containsExactly(
                        CheckCases.place(definition, "<model fallback")
                                + " yes warning cpu.model.blocked");
        String strict = CheckCases.changed(definition, "match='exact'", "check='full'");
        assertThat(CheckCases.found(strict, TCG))
                .containsExactly(
                        CheckCases.place(strict, "<model fallback")
                                + " no error cpu.model.blocked");
    }

    @Test
    void hostPassthroughNeedsAnAccelerator() {
        String definition =
                CheckCases.changed(
                        GOOD,
                        "'kvm'",
                        "'qemu'",
                        "<cpu mode='custom' match='exact'>",
                        "<cpu mode='host-passthrough'>",
                        "'clflushopt'",
                        "'umip'");
        assertThat(CheckCases.judgements(definition, TCG))
                .extracting(found -> found.id() + ": " + found.reasons().getFirst().words())
                .containsExactly("cpu.mode: offered: maximum, host-model, custom");
    }

    @Test
    void secureBootNeedsQ35() {
        DomainCapabilities pc = CheckCases.document("x86_64-kvm-pc");
        String definition =
                CheckCases.changed(
                        GOOD,
                        "pc-q35-7.2",
                        "pc-i440fx-7.2",
                        "model='pcie-root'",
                        "model='pci-root'");
        List<String> found = CheckCases.found(definition, pc);
        assertThat(found)
                .contains(
                        CheckCases.place(definition, "<feature enabled='yes' name='secure-boot'")
                                + " no error os.secure-boot.machine");
    }

    @Test
    void aLoaderBySecureNeedsSmmUnlessItIsChosenForTheUser() {
        String definition =
                CheckCases.changed(
                        GOOD,
                        "<os firmware='efi'>",
                        "<os>",
                        "<smm state='on'/>",
                        "",
                        "<boot dev='hd'/>",
                        "<loader readonly='yes' secure='yes' type='pflash'>"
                                + "/usr/share/OVMF/OVMF_CODE_4M.ms.fd</loader>");
        assertThat(CheckCases.found(definition, Q35))
                .containsExactly(
                        CheckCases.place(definition, "<feature enabled='yes' name='secure-boot'")
                                + " no error os.firmware.feature.without-firmware",
                        CheckCases.place(definition, "<loader") + " no error os.secure-boot.smm");
    }

    @Test
    void whatAnOlderReleaseDoesNotReportIsUnknownWithTheReleaseThatDoes() {
        String text = CheckCases.text("hosts/x86_64-kvm-q35.xml");
        String old =
                text.replaceAll("(?s) *<panic.*?</panic>\n", "")
                        .replaceAll("(?s) *<console.*?</console>\n", "")
                        .replaceAll("(?s) *<firmwareFeatures.*?</firmwareFeatures>\n", "")
                        .replaceAll("(?s) *<enum name='iommufd'>.*?</enum>\n", "")
                        .replaceAll(" *<varstore.*\n", "")
                        .replaceAll(" *<tdx.*\n", "")
                        .replaceAll(" *<value>nvme</value>\n", "");
        DomainCapabilities document =
                org.domcaps.document.DocumentReader.read(CheckCases.bytes(old));
        assertThat(CheckCases.judgements(GOOD, document))
                .extracting(found ->
                        found.id()
                                + " "
                                + found.outcome().jsonName()
                                + " "
                                + found.reasons().getFirst().words())
                .contains(
                        "device.panic unknown the capabilities do not report devices.panic; libvirt"
                                + " does since 11.3");
    }
}
