package org.domcaps.host.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.host.firmware.DescriptorParser.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class DescriptorParserTest {

    private static final String FLASH =
            """
            {"interface-types": ["uefi"],
             "mapping": {"device": "flash",
                         "executable": {"filename": "/code", "format": "raw"},
                         "nvram-template": {"filename": "/vars", "format": "qcow2"}},
             "targets": [{"architecture": "x86_64", "machines": ["pc-*"]}],
             "features": ["secure-boot", "made-up", 7, "intel-tdx"],
             "description": 5}
            """;

    private static Parsed parse(String json, Release release) {
        return new DescriptorParser(new DescriptorRules(release))
                .parse(FirmwareDirectories.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Descriptor valid(String json, Release release) {
        Parsed parsed = parse(json, release);
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
        return ((Parsed.Valid) parsed).descriptor();
    }

    private static String withMapping(String mapping) {
        return "{\"interface-types\": [], \"mapping\": "
                + mapping
                + ", \"targets\": [], \"features\": []}";
    }

    @Test
    void aFlashDescriptorWithoutModeIsSplit() {
        Descriptor descriptor = valid(FLASH, Release.OLDEST);
        assertThat(descriptor.interfaces()).containsExactly(InterfaceType.UEFI);
        assertThat(descriptor.mapping())
                .isEqualTo(
                        new Mapping.Flash(
                                FlashMode.SPLIT,
                                new Mapping.Image("/code", "raw"),
                                Optional.of(new Mapping.Image("/vars", "qcow2"))));
        assertThat(descriptor.targets()).containsExactly(new Target(Arch.X86_64, List.of("pc-*")));
    }

    @Test
    void aFeatureCountsOnceTheReleaseKnowsIt() {
        assertThat(valid(FLASH, Release.OLDEST).features())
                .isEqualTo(Set.of(FirmwareFeature.SECURE_BOOT));
        assertThat(valid(FLASH, Release.NEWEST).features())
                .isEqualTo(Set.of(FirmwareFeature.SECURE_BOOT, FirmwareFeature.INTEL_TDX));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"interface-types\": [\"uefi\"] | \"interface-types\": [\"efi\"] | unknown"
                        + " interface type 'efi'",
                "\"interface-types\": [\"uefi\"] | \"interface-types\": [\"\"] | unknown interface"
                        + " type ''",
                "\"interface-types\": [\"uefi\"] | \"interface-types\": [1] | interface-types holds"
                        + " something other than a string",
                "\"interface-types\": [\"uefi\"] | \"interface-types\": \"uefi\" | no array"
                        + " interface-types",
                "\"mapping\" | \"map\" | no object mapping",
                "\"device\": \"flash\" | \"device\": 1 | no string mapping.device",
                "\"device\": \"flash\" | \"device\": \"igvm\" | unknown mapping device 'igvm'",
                "\"device\": \"flash\" | \"device\": \"flash\", \"mode\": 1 | no string"
                        + " mapping.mode",
                "\"device\": \"flash\" | \"device\": \"flash\", \"mode\": \"dual\" | unknown flash"
                        + " mode 'dual'",
                "\"device\": \"flash\" | \"device\": \"memory\" | no string mapping.filename",
                "\"executable\" | \"exe\" | no object mapping.executable",
                "\"format\": \"raw\" | \"format\": 0 | no string mapping.executable.format",
                "\"nvram-template\" | \"nvram\" | no object mapping.nvram-template",
                "\"filename\": \"/vars\" | \"file\": \"/vars\" | no string"
                        + " mapping.nvram-template.filename",
                "\"targets\": [ | \"targets\": [1, | targets holds something other than an object",
                "\"x86_64\" | \"amd64\" | unknown architecture 'amd64'",
                "\"architecture\" | \"arch\" | no string targets.architecture",
                "\"machines\" | \"machine\" | a target has no array machines",
                "\"features\" | \"feature\" | no array features",
            })
    void aDescriptorIsRefusedWithTheReason(String from, String to, String reason) {
        assertThat(FLASH).contains(from);
        Parsed parsed = parse(FLASH.replace(from, to), Release.OLDEST);
        assertThat(parsed).isEqualTo(new Parsed.Invalid(reason));
    }

    @Test
    void emptyArraysAndOddMachinesAreAccepted() {
        Descriptor descriptor =
                valid(
                        FLASH.replace("[\"uefi\"]", "[]").replace("[\"pc-*\"]", "[1, null]"),
                        Release.OLDEST);
        assertThat(descriptor.interfaces()).isEmpty();
        assertThat(descriptor.targets()).containsExactly(new Target(Arch.X86_64, List.of()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"i386, I686", "i686, I686", "arm, ARMV7L", "or32, OPENRISC", "openrisc, OPENRISC"})
    void architecturesHaveTheNamesOfBothWorlds(String name, Arch arch) {
        Descriptor descriptor = valid(FLASH.replace("x86_64", name), Release.OLDEST);
        assertThat(descriptor.targets().getFirst().arch()).isEqualTo(arch);
    }

    @Test
    void combinedAndStatelessModesIgnoreATemplate() {
        for (String mode : List.of("combined", "stateless")) {
            Descriptor descriptor =
                    valid(
                            FLASH.replace("\"flash\"", "\"flash\", \"mode\": \"" + mode + "\""),
                            Release.OLDEST);
            assertThat(descriptor.mapping().loaderPair()).contains(LoaderPair.of("/code"));
        }
    }

    @Test
    void aKernelMappingIsAcceptedUntilTwelve() {
        String kernel = withMapping("{\"device\": \"kernel\", \"filename\": \"/k\"}");
        Descriptor descriptor = valid(kernel, new Release(11, 10));
        assertThat(descriptor.mapping()).isEqualTo(new Mapping.Kernel("/k"));
        assertThat(descriptor.mapping().loaderPair()).isEmpty();
        assertThat(parse(kernel, new Release(12, 0)))
                .isEqualTo(new Parsed.Invalid("mapping device 'kernel' is no longer accepted"));
    }

    @Test
    void aVariableStoreCountsSinceTwelveOne() {
        String store =
                withMapping(
                        "{\"device\": \"memory\", \"filename\": \"/m\", \"uefi-vars\":"
                                + " {\"template\": \"/t\"}}");
        assertThat(valid(store, new Release(12, 0)).mapping().loaderPair())
                .contains(LoaderPair.of("/m"));
        assertThat(valid(store, new Release(12, 1)).mapping().loaderPair())
                .contains(LoaderPair.of("/m", "/t"));
    }

    @Test
    void aVariableStoreWithoutTemplateSpoilsTheFileOnlyForThoseWhoLook() {
        String broken =
                withMapping(
                        "{\"device\": \"memory\", \"filename\": \"/m\", \"uefi-vars\":"
                                + " {\"template\": 1}}");
        assertThat(parse(broken, new Release(12, 0))).isInstanceOf(Parsed.Valid.class);
        assertThat(parse(broken, new Release(12, 1)))
                .isEqualTo(new Parsed.Invalid("no string mapping.uefi-vars.template"));
        String odd =
                withMapping("{\"device\": \"memory\", \"filename\": \"/m\", \"uefi-vars\": 1}");
        assertThat(valid(odd, new Release(12, 1)).mapping().loaderPair())
                .contains(LoaderPair.of("/m"));
    }

    @Test
    void aRepeatedKeySpoilsTheFileForTheOldestReleaseOnly() {
        String twice = FLASH.replace("\"features\"", "\"features\": 1, \"features\"");
        assertThat(parse(twice, new Release(10, 7)))
                .isEqualTo(new Parsed.Invalid("an object has a key twice"));
        assertThat(valid(twice, new Release(10, 8)).features())
                .containsExactly(FirmwareFeature.SECURE_BOOT);
    }

    @Test
    void onlyStrictJsonIsAccepted() {
        for (String text :
                List.of(
                        " ",
                        "// c\n" + FLASH,
                        FLASH + "x",
                        FLASH + "{}",
                        "\ufeff" + FLASH,
                        "[1]",
                        "7",
                        FLASH + "\0")) {
            assertThat(parse(text, Release.NEWEST)).isInstanceOf(Parsed.Invalid.class);
        }
        byte[] badText =
                FLASH.replace("made-up", "made-\u00fcp").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(FirmwareDirectories.parse(badText))
                .isInstanceOf(DescriptorFile.Content.Unusable.class);
        byte[] utf16 = FLASH.getBytes(StandardCharsets.UTF_16LE);
        assertThat(FirmwareDirectories.parse(utf16))
                .isInstanceOf(DescriptorFile.Content.Unusable.class);
    }
}
