package org.domcaps.qemu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.Fixtures.Recorded;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class FactsFormatTest {

    private static QemuFacts again(QemuFacts facts) {
        return FactsFormat.read(ByteBuffer.wrap(FactsFormat.write(facts)));
    }

    static List<Recorded> recordings() {
        return Fixtures.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void factsOfEveryRecordingAreReadAsTheyWereWritten(Recorded recorded) {
        QemuFacts facts = recorded.facts();

        assertThat(again(facts)).isEqualTo(facts);
        assertThat(new ArrayList<>(again(facts).answers().yes()))
                .as("the order of answers")
                .isEqualTo(new ArrayList<>(facts.answers().yes()));
    }

    @Test
    void factsWithNothingInThemAreReadAsTheyWereWritten() {
        QemuFacts nothing = new FakeFacts().noHardware().noTcg().build();

        assertThat(again(nothing)).isEqualTo(nothing);
    }

    @Test
    void factsWithEverythingInThemAreReadAsTheyWereWritten() {
        QemuFacts everything =
                new FakeFacts()
                        .version(Integer.MAX_VALUE, 0, 99)
                        .arch(Arch.AARCH64)
                        .yes("type a", "option b")
                        .machine(Accelerator.MSHV, "virt-1", "virt", Long.MAX_VALUE)
                        .machine(Accelerator.HVF, "virt-2", "", 0)
                        .cpu(Accelerator.TCG, SlotModel.of("a"))
                        .cpu(
                                Accelerator.TCG,
                                new SlotModel(
                                        "b",
                                        Optional.of("b-cpu"),
                                        Optional.of(List.of("x", "x")),
                                        true))
                        .cpu(
                                Accelerator.TCG,
                                new SlotModel("c", Optional.empty(), Optional.of(List.of()), false))
                        .hostCpu(
                                Accelerator.TCG,
                                new Expansion(
                                        "base",
                                        List.of(
                                                property("flag", new PropertyValue.Flag(false)),
                                                property(
                                                        "number",
                                                        new PropertyValue.Number(Long.MIN_VALUE)),
                                                property("text", new PropertyValue.Text("")),
                                                new ExpansionProperty(
                                                        "marked",
                                                        new PropertyValue.Flag(true),
                                                        ExpansionProperty.Migratable.NO))))
                        .gic(3, true, false)
                        .gic(2, false, true)
                        .sev(new SevFacts(51, 1, Optional.of("id")))
                        .sgx(
                                new SgxFacts(
                                        true, false, true, 77, List.of(new SgxFacts.Section(1, 2))))
                        .hyperv("hv-vendor-id", new PropertyValue.Text("Linux KVM Hv"))
                        .build();

        assertThat(again(everything)).isEqualTo(everything);
    }

    private static ExpansionProperty property(String name, PropertyValue value) {
        return new ExpansionProperty(name, value);
    }

    @ParameterizedTest
    @EnumSource(Arch.class)
    void everyArchitectureIsReadAsItWasWritten(Arch arch) {
        assertThat(again(new FakeFacts().arch(arch).build()).arch()).isEqualTo(arch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ä€", "a\u0000b", "\uD83D\uDE00", "\n\t", "\u0080\u07ff\u0800\uffff"})
    void everyTextIsReadAsItWasWritten(String text) {
        QemuFacts facts =
                new FakeFacts().hyperv("hv-vendor-id", new PropertyValue.Text(text)).build();

        assertThat(again(facts)).isEqualTo(facts);
    }

    @Test
    void aLongTextIsReadAsItWasWritten() {
        QemuFacts facts =
                new FakeFacts()
                        .hyperv("hv-vendor-id", new PropertyValue.Text("x".repeat(70_000)))
                        .build();

        assertThat(again(facts)).isEqualTo(facts);
    }

    /// What the cache takes for a foreign form; the checksum keeps damage away from here.
    @Test
    void contentOfAnotherFormRaisesNothingElseThanExpected() {
        byte[] whole = FactsFormat.write(Fixtures.qemu72().facts());
        for (int length = 0; length < whole.length; length += 211) {
            readAnything(Arrays.copyOf(whole, length));
        }
        for (int i = 0; i < whole.length; i += 97) {
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) 0xff;
            readAnything(flipped);
        }
    }

    private static void readAnything(byte[] content) {
        try {
            assertThat(FactsFormat.read(ByteBuffer.wrap(content))).isNotNull();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            assertThat(e).as("a foreign form").isNotNull();
        }
    }
}
