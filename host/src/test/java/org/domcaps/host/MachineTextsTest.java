package org.domcaps.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.OptionalInt;

class MachineTextsTest {

    private static final CpuInfo X86 =
            new CpuInfo(
                    """
                    processor\t: 0
                    vendor_id\t: AuthenticAMD
                    cpu family\t: 26
                    model\t\t: 2
                    model name\t: AMD EPYC: the processor
                    stepping\t: 1
                    microcode\t: 0x1000065
                    address sizes\t: 48 bits physical, 57 bits virtual
                    power management:

                    processor\t: 1
                    vendor_id\t: Another
                    address sizes\t: 12 bits physical
                    """);

    @Test
    void theX86SignatureNamesTheFirstProcessor() {
        assertThat(X86.signature(Arch.X86_64))
                .contains(
                        "AuthenticAMD, AMD EPYC: the processor, family: 26, model: 2, stepping: 1");
        assertThat(X86.signature(Arch.AARCH64)).isEmpty();
        assertThat(new CpuInfo("vendor_id : x\nmodel : 1\n").signature(Arch.X86_64)).isEmpty();
    }

    @Test
    void powerAndS390HaveSignaturesOfTheirOwn() {
        CpuInfo power =
                new CpuInfo(
                        "processor\t: 0\n"
                                + "cpu\t\t: POWER9, altivec supported\n"
                                + "clock\t: 1MHz\n"
                                + "revision\t: 2.2 (pvr 004e 1202)\n");
        assertThat(power.signature(Arch.PPC64LE))
                .contains("POWER9, altivec supported, rev 2.2 (pvr 004e 1202)");
        assertThat(power.signature(Arch.PPC)).isEmpty();
        CpuInfo s390 =
                new CpuInfo(
                        """
                        vendor_id       : IBM/S390
                        # processors    : 1
                        facilities      : 0 1 2 3
                        processor 0: version = FF,  identification = 1,  machine = 2964
                        """);
        assertThat(s390.signature(Arch.S390X))
                .contains(
                        "IBM/S390, version = FF,  identification = 1,  machine = 2964, facilities:"
                                + " 0 1 2 3");
    }

    @Test
    void microcodeIsThereOnX86Only() {
        assertThat(X86.microcode(Arch.X86_64)).isEqualTo(0x1000065);
        assertThat(X86.microcode(Arch.S390X)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "microcode : 0xffffffff, 4294967295",
        "microcode : 0x100000000, 0",
        "microcode:12 and more, 12",
        "microcode : 017, 15",
        "microcode : none, 0",
        "microcode, 0",
        "nothing, 0",
    })
    void microcodeIsAnUnsignedNumberOfAnyBase(String text, long expected) {
        assertThat(new CpuInfo(text).microcode(Arch.X86_64)).isEqualTo(expected);
    }

    @Test
    void microcodeIsLookedForInTheFirstPageAlone() {
        assertThat(new CpuInfo(" ".repeat(4090) + "microcode : 1").microcode(Arch.X86_64)).isZero();
    }

    @Test
    void physicalAddressBitsAreTheFirstNumberOfTheirLine() {
        assertThat(X86.physicalAddressBits(Arch.X86_64)).isEqualTo(OptionalInt.of(48));
        assertThat(X86.physicalAddressBits(Arch.AARCH64)).isEmpty();
        assertThat(
                        new CpuInfo("system type : x\n\nAddress Sizes\t\t: 47 bits physical\n")
                                .physicalAddressBits(Arch.LOONGARCH64))
                .isEqualTo(OptionalInt.of(47));
        assertThat(
                        new CpuInfo("address sizes : many\naddress sizes : 4")
                                .physicalAddressBits(Arch.X86_64))
                .isEmpty();
        assertThat(new CpuInfo("address sizes\nx : 4").physicalAddressBits(Arch.X86_64)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "root=/dev/sda prot_virt=1 | true",
                "prot-virt=yes | true",
                "prot_virt=ON | true",
                "prot_virt=on-and-on | true",
                "prot_virt=0 prot_virt=1 | true",
                "prot_virt=1 prot_virt=0 | true",
                "prot_virt=0 | false",
                "prot_virt=off | false",
                "prot_virt=true | false",
                "prot_virt | false",
                "prot_virt= 1 | false",
                "\"prot_virt=1\" | true",
                "prot_virt=\"1\" | true",
                "\"x prot_virt=1\" | false",
                "x=\"a b\" prot_virt=y | true",
                "not_prot_virt=1 | false",
                "prot_virt=oNce | true",
            })
    void aParameterIsSwitchedOnByTheStartOfItsValue(String text, boolean expected) {
        assertThat(new KernelCommandLine(text + "\n").enables("prot_virt")).isEqualTo(expected);
    }

    @Test
    void theIdentityIsTheEffectiveOne() {
        Identity identity =
                Identity.parse(
                        """
                        Name:\tx
                        Uid:\t1\t2\t3\t4
                        Gid:\t5\t6\t7\t8
                        FDSize:\t64
                        Groups:\t10 20\s
                        CapInh:\t0
                        CapEff:\t000001ff
                        """);
        assertThat(identity).isEqualTo(new Identity(2, 6, "10 20", "000001ff"));
        assertThat(Identity.parse("")).isEqualTo(new Identity(-1, -1, "", ""));
    }
}
