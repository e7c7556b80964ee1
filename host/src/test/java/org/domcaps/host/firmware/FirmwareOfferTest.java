package org.domcaps.host.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.host.firmware.FirmwareOffer.Spread;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class FirmwareOfferTest {

    private static FirmwareFacts facts(String... texts) {
        List<DescriptorFile> files = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String name = i + ".json";
            files.add(
                    new DescriptorFile(
                            name,
                            "/d/" + name,
                            FirmwareDirectories.parse(texts[i].getBytes(StandardCharsets.UTF_8))));
        }
        return new FirmwareFacts(
                files, FallbackLoaders.BUILT_IN, new Images.AllExist(), Optional.empty());
    }

    private static FirmwareOffer offer(FirmwareFacts facts) {
        return facts.offer(Arch.X86_64, "pc-q35-9.0", Release.NEWEST);
    }

    @Test
    void theAnswerIsTheUnionOverTheMatchingDescriptors() {
        FirmwareOffer offer =
                offer(
                        facts(
                                Descriptors.memory("bios", "/bios", "pc-*"),
                                Descriptors.flash(
                                        "/code",
                                        "/vars",
                                        "pc-q35-*",
                                        "secure-boot",
                                        "requires-smm"),
                                Descriptors.flash(
                                        "/code",
                                        "/other",
                                        "pc-q35-*",
                                        "secure-boot",
                                        "enrolled-keys"),
                                Descriptors.flash("/code", "/vars", "pc-q35-*"),
                                Descriptors.flash("/micro", "/vars", "microvm")));
        assertThat(offer.bios()).isTrue();
        assertThat(offer.efi()).isTrue();
        assertThat(offer.requiresSmm()).isTrue();
        assertThat(offer.secureBoot()).isEqualTo(new Spread(true, true));
        assertThat(offer.enrolledKeys()).isEqualTo(new Spread(true, true));
        assertThat(offer.variableStore()).isFalse();
        assertThat(offer.pairs())
                .containsExactly(
                        LoaderPair.of("/bios"),
                        LoaderPair.of("/code", "/vars"),
                        LoaderPair.of("/code", "/other"));
        assertThat(offer.loaderValues()).containsExactly("/bios", "/code");
        assertThat(offer.verdicts().getLast().outcome())
                .isInstanceOf(DescriptorVerdict.Outcome.MadeForOthers.class);
    }

    @Test
    void secureBootAloneDoesNotRequireManagementMode() {
        FirmwareOffer offer =
                offer(facts(Descriptors.flash("/c", "/v", "*", "secure-boot", "enrolled-keys")));
        assertThat(offer.requiresSmm()).isFalse();
        assertThat(offer.secureBoot()).isEqualTo(new Spread(true, false));
        assertThat(offer.enrolledKeys()).isEqualTo(new Spread(true, false));
    }

    @Test
    void withoutAMatchTheFallbackStandsInForThePathsAlone() {
        FirmwareOffer offer =
                offer(facts(Descriptors.flash("/c", "/v", "microvm", "requires-smm")));
        assertThat(offer.interfaces()).isEmpty();
        assertThat(offer.requiresSmm()).isFalse();
        assertThat(offer.secureBoot()).isEqualTo(new Spread(false, false));
        assertThat(offer.fallbackUsed()).isTrue();
        assertThat(offer.loaderValues())
                .containsExactly(
                        "/usr/share/OVMF/OVMF_CODE.fd",
                        "/usr/share/OVMF/OVMF_CODE.secboot.fd",
                        "/usr/share/AAVMF/AAVMF_CODE.fd",
                        "/usr/share/AAVMF/AAVMF32_CODE.fd");
    }

    @Test
    void theArchitectureIsTheGuestsNotTheHosts() {
        FirmwareFacts facts = facts(Descriptors.flash("/c", "/v", "pc-*"));
        assertThat(facts.offer(Arch.I686, "pc-q35-9.0", Release.NEWEST).efi()).isFalse();
    }

    @Test
    void descriptorsOfKernelsGiveInterfacesFromThemselvesAndPathsFromTheFallback() {
        FirmwareFacts facts =
                facts(
                        Descriptors.text(
                                "uefi",
                                "{\"device\": \"kernel\", \"filename\": \"/k\"}",
                                "pc-*",
                                "requires-smm"));
        FirmwareOffer old = facts.offer(Arch.X86_64, "pc-q35-9.0", new Release(11, 3));
        assertThat(old.efi()).isTrue();
        assertThat(old.requiresSmm()).isTrue();
        assertThat(old.pairs()).isEmpty();
        assertThat(old.fallbackUsed()).isTrue();
        assertThat(offer(facts).efi()).isFalse();
    }

    @Test
    void aVariableStoreIsReportedSinceTwelveOne() {
        FirmwareFacts facts =
                facts(
                        Descriptors.text(
                                "uefi",
                                "{\"device\": \"memory\", \"filename\": \"/m\", \"uefi-vars\":"
                                        + " {\"template\": \"/t\"}}",
                                "pc-*",
                                "host-uefi-vars"));
        assertThat(offer(facts).variableStore()).isTrue();
        assertThat(facts.offer(Arch.X86_64, "pc-q35-9.0", new Release(12, 0)).variableStore())
                .isFalse();
    }

    @Test
    void imagesCanBeCheckedUncheckedOrGiven() {
        FirmwareFacts facts =
                facts(Descriptors.flash("/c", "/v", "*"), Descriptors.flash("/d", "/v", "*"));
        assertThat(offer(facts).loaderValues()).containsExactly("/c", "/d");
        assertThat(
                        offer(
                                        facts.withImages(
                                                new Images.Existing(
                                                        new LinkedHashSet<>(Set.of("/d", "/x")))))
                                .loaderValues())
                .containsExactly("/d");
        assertThat(offer(facts.withImages(new Images.Given(List.of("/f1", "/f2")))).loaderValues())
                .containsExactly("/f1", "/f2");
    }

    @Test
    void aNameCanBeTakenOnlyOnce() {
        DescriptorFile file =
                new DescriptorFile("a", "/a", new DescriptorFile.Content.Unusable("x"));
        assertThatThrownBy(() ->
                        new FirmwareFacts(
                                List.of(file, file),
                                List.of(),
                                new Images.AllExist(),
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
