package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuMapException;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegister;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

class CpuMapReaderTest {

    private static final Release OLD = new Release(10, 10);

    private static CpuMap read(String text) {
        return CpuMapReader.read("small", text, Release.NEWEST);
    }

    @Test
    void featuresKeepTheOrderOfTheTable() {
        assertThat(SmallMap.newest().features().stream().map(MapFeature::name))
                .containsExactly("a", "b", "c", "hle", "rtm", "m-low", "m-high", "d", "e", "f");
    }

    @Test
    void placesAreRead() {
        CpuMap map = SmallMap.newest();
        assertThat(map.requireFeature("rtm").bit())
                .isEqualTo(new FeaturePlace.CpuidBit(CpuidKey.of(7), CpuidRegister.EBX, 11));
        assertThat(map.requireFeature("f").bit())
                .isEqualTo(
                        new FeaturePlace.CpuidBit(CpuidKey.of(0x80000001), CpuidRegister.EDX, 5));
        assertThat(map.requireFeature("m-low").bit()).isEqualTo(new FeaturePlace.MsrBit(0x10a, 0));
        assertThat(map.requireFeature("m-high").bit())
                .isEqualTo(new FeaturePlace.MsrBit(0x10a, 33));
        assertThat(map.requireFeature("m-low").isMsr()).isTrue();
        assertThat(map.msrIndexes()).containsExactly(0x10a);
    }

    @Test
    void marksOfFeaturesAreRead() {
        CpuMap map = SmallMap.newest();
        assertThat(map.requireFeature("e").migratable()).isFalse();
        assertThat(map.requireFeature("d").migratable()).isTrue();
        assertThat(map.requireFeature("f").withheld()).isTrue();
        assertThat(map.requireFeature("a").withheld()).isFalse();
    }

    @Test
    void linesOfLaterReleasesAreLeftOut() {
        CpuMap old = SmallMap.at(OLD);
        assertThat(old.requireFeature("d").withheld()).isFalse();
        assertThat(SmallMap.newest().requireFeature("d").withheld()).isTrue();
        assertThat(old.libvirtName("qemu-e")).isEqualTo("qemu-e");
        assertThat(SmallMap.newest().libvirtName("qemu-e")).isEqualTo("e");
        assertThat(old.findModel("late-v1")).isEmpty();
        assertThat(old.canonicalOf("late")).isEmpty();
        assertThat(SmallMap.newest().canonicalOf("late")).contains("late-v1");
    }

    @Test
    void modelsAreTheirDifferencesApplied() {
        CpuMap map = SmallMap.newest();
        MapModel late = map.requireModel("late");
        assertThat(map.names(late.features())).containsExactly("a", "c");
        assertThat(map.names(late.added())).containsExactly("d");
        assertThat(late.removed()).extracting(MapFeature::name).containsExactly("e");
        assertThat(late.vendor()).contains(new MapVendor("Intel", "GenuineIntel"));
        assertThat(late.signatures())
                .containsExactly(
                        new SignaturePattern(6, 10, 3, 5), new SignaturePattern(6, 11, 0, 15));
        assertThat(map.requireModel("plain").vendor()).isEmpty();
        assertThat(map.requireModel("other").vendor().orElseThrow().name()).isEqualTo("Long Name");
    }

    @Test
    void decodeMarksAreRead() {
        CpuMap map = SmallMap.newest();
        assertThat(map.requireModel("server").decodesHost()).isTrue();
        assertThat(map.requireModel("server").decodesGuest()).isFalse();
        assertThat(map.requireModel("other").decodesHost()).isFalse();
        assertThat(map.requireModel("plain").decodesGuest()).isTrue();
    }

    @Test
    void anAliasIsTheModelForHostsOnly() {
        CpuMap map = SmallMap.newest();
        MapModel alias = map.requireModel("late-v1");
        assertThat(alias.features()).isEqualTo(map.requireModel("late").features());
        assertThat(alias.removed()).isEqualTo(map.requireModel("late").removed());
        assertThat(alias.added()).isEqualTo(FeatureSet.EMPTY);
        assertThat(alias.decodesHost()).isTrue();
        assertThat(alias.decodesGuest()).isFalse();
        assertThat(alias.aliasOf()).contains("late");
    }

    /// Each row changes the sound table in one place; `|` is a line end.
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "model plain;modell plain;unknown kind of line",
                "  vendor AMD;  colour AMD;unknown kind of line",
                "model plain;model plain blue;has 2 words, not 3",
                "withhold f;withhold f g;has 2 words, not 3",
                "translate b qemu-b;translate b;has 3 words, not 2",
                "  0 a;  0 a b;reads 'BIT NAME",
                "  0 a;  0 a x unmigratable;reads 'BIT NAME",
                "  1 b;  1  b;two blanks",
                "  1 b;  1 b ;two blanks",
                "  1 b;  0 b;bit 0 is there twice",
                "  1 b;  32 b;no number up to 31",
                "  1 b;  x b;no number up to 31",
                "  1 b;  1 a;feature 'a' is there twice",
                "cpuid 7.0 ebx;cpuid 1.0 ecx;is there twice",
                "cpuid 7.0 ebx;cpuid 7 ebx;LEAF.SUBLEAF",
                "cpuid 7.0 ebx;cpuid 7.g ebx;no hexadecimal number",
                "cpuid 7.0 ebx;cpuid 7.0 rax;unknown register",
                "msr 10a eax;msr 10a ebx;eax and edx",
                "msr 10a eax;cpuid 2.0 eax|msr 10a eax;has no feature",
                "withhold f;withhold f|withhold f;withheld twice",
                "withhold f;withhold nope;unknown feature 'nope'",
                "translate b qemu-b;translate b b;to itself",
                "translate b qemu-b;translate b qemu-b|translate c qemu-b;translated twice",
                "since 11.10;since eleven;no release",
                "since 11.10;since 11.x;no number",
                "model early;model plain;model 'plain' is there twice",
                "  like early;  like nope;unknown model 'nope'",
                "  like early;  like early plain;one word",
                "  features +b;  features +a;changes nothing, the feature is there",
                "  features +c -b;  features +c -d;changes nothing, the feature is not there",
                "  features +c -b;  features +c b;does not begin with + or -",
                "  features +c -b;  features +nope;unknown feature 'nope'",
                "  features +c -b;  features;says nothing",
                "  added +d;  added +c;from the start and added",
                "  removed e;  removed a;still part of the model",
                "  removed e;  removed e e;is there twice",
                "  decode host;  decode both;host, guest or never",
                "  vendor AMD;  vendor Nobody;unknown vendor",
                "  vendor AMD;  vendor AMD|  vendor AMD;twice",
                "  decode host;  decode host|  decode host;twice or after",
                "  decode host|;  features +b|  decode host|;twice or after",
                "6/11;6/10/4-4;says again",
                "6/11;6-11;is no signature",
                "6/11;6/11/3;is no signature",
                "6/11;6/11/3-16;no number up to 15",
                "alias late-v1 of late;alias late-v1 off late;reads 'alias NAME of MODEL'",
                "alias late-v1 of late;alias late-v1 of nope;unknown model",
                "alias late-v1 of late since 11.0;alias x of late|alias y of x;is an alias itself",
                "vendor AuthenticAMD AMD;vendor AuthenticAM AMD;has not 12 characters",
                "vendor AuthenticAMD AMD;vendor AuthenticAMD Intel;vendor 'Intel' is there twice",
                "vendor AuthenticAMD AMD;vendor AuthenticAMD;at least 3 words",
                "vendor AuthenticAMD AMD;vendor AuthenticAMD AMD|vendor HygonGenuine Hygon;belongs"
                        + " to no model",
                "withhold f;  withhold f;no number up to 31",
            })
    void aBrokenTableIsRefused(String sound, String broken, String message) {
        String text = SmallMap.TEXT;
        String from = sound.replace('|', '\n');
        assertThat(text).contains(from);
        String changed =
                text.replaceFirst(
                        Pattern.quote(from), Matcher.quoteReplacement(broken.replace('|', '\n')));
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(CpuMapException.class)
                .hasMessageStartingWith("CPU map small")
                .hasMessageContaining(message);
    }

    @Test
    void anIndentedLineNeedsSomethingAboveIt() {
        assertThatThrownBy(() -> read("  0 a\n"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("belongs to no");
    }

    @Test
    void aTableWithoutModelsIsRefused() {
        assertThatThrownBy(() -> read("cpuid 1.0 ecx\n  0 a\n")).hasMessageContaining("no models");
    }

    @Test
    void theFaultTellsItsLine() {
        assertThatThrownBy(() -> read("# comment\n\nnonsense here\n"))
                .isInstanceOfSatisfying(
                        CpuMapException.class, e -> assertThat(e.line()).isEqualTo(3));
    }

    @Test
    void aRefusedReleaseLineIsCheckedAllTheSame() {
        String broken = SmallMap.TEXT.replace("alias late-v1 of late", "alias late-v1 of nope");
        assertThatThrownBy(() -> CpuMapReader.read("small", broken, OLD))
                .hasMessageContaining("unknown model 'nope'");
    }
}
