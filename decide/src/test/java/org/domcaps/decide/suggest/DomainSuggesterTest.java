package org.domcaps.decide.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.Judgement;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DomainSuggesterTest {

    private static final Path GOLDEN = Path.of("src/test/resources/suggest");

    @Test
    void aLinuxGuest() {
        Golden.check(
                GOLDEN.resolve("linux.xml"),
                made(Wishes.wish(GuestFamily.LINUX, 0, Optional.empty()), "x86_64-kvm-q35"));
    }

    @Test
    void windowsWithSecureBootAndTpm() {
        Golden.check(
                GOLDEN.resolve("windows.xml"),
                made(Wishes.wish(GuestFamily.WINDOWS, 6, Optional.empty()), "x86_64-kvm-q35"));
    }

    @Test
    void aGuestThatMoves() {
        Golden.check(
                GOLDEN.resolve("migratable.xml"),
                made(
                        Wishes.wish(GuestFamily.BSD, 8, Optional.empty()),
                        "x86_64-kvm-q35",
                        "x86_64-kvm-q35"));
    }

    @Test
    void withoutAnAcceleratorTheMaximumIsTaken() {
        assertThat(made(Wishes.wish(GuestFamily.OTHER, 0, Optional.empty()), "x86_64-qemu-pc"))
                .contains("<cpu mode='maximum'/>", "bus='ide'", "model type='e1000'");
    }

    @Test
    void aConfidentialGuestNeedsRoom() {
        String sev =
                host("x86_64-kvm-q35")
                        .replace(
                                "<launchSecurity supported='no'/>",
                                "<launchSecurity supported='yes'><enum"
                                    + " name='sectype'><value>sev</value></enum></launchSecurity>")
                        .replace(
                                "<sev supported='no'/>",
                                "<sev supported='yes'><cbitpos>51</cbitpos><reducedPhysBits>1</reducedPhysBits><maxGuests>15</maxGuests><maxESGuests>0</maxESGuests></sev>");
        Wish plain = Wishes.wish(GuestFamily.LINUX, 0, Optional.of(Confidential.SEV));
        Wish es = Wishes.wish(GuestFamily.LINUX, 0, Optional.of(Confidential.SEV_ES));
        assertThat(suggest(plain, sev))
                .isInstanceOfSatisfying(
                        Suggestion.Made.class,
                        made ->
                                assertThat(made.definition())
                                        .contains(
                                                "<os firmware='efi'>",
                                                "<cbitpos>51</cbitpos>",
                                                "<policy>0x0003</policy>"));
        assertThat(refusals(suggest(es, sev)))
                .containsExactly("wish.confidential no a host has no room for sev-es guests");
    }

    @Test
    void everyWishThatFailsIsTold() {
        assertThat(
                        refusals(
                                suggest(
                                        Wishes.wish(
                                                GuestFamily.LINUX,
                                                6,
                                                Optional.of(Confidential.TDX)),
                                        host("x86_64-kvm-pc")
                                                .replace(
                                                        "<tpm supported='yes'>",
                                                        "<tpm supported='no'>"))))
                .containsExactly(
                        "wish.secure-boot no secure boot needs the machine type q35, and this is"
                                + " x86_64, kvm, pc-i440fx-7.2",
                        "wish.tpm no no TPM model is offered for x86_64, kvm, pc-i440fx-7.2",
                        "wish.confidential no launch security 'tdx' is not offered for x86_64, kvm,"
                                + " pc-i440fx-7.2");
    }

    @Test
    void hostsWithNothingInCommonAreRefused() {
        assertThat(
                        refusals(
                                suggest(
                                        Wish.of(GuestFamily.LINUX),
                                        host("x86_64-kvm-q35"),
                                        host("x86_64-kvm-pc"))))
                .containsExactly(
                        "wish.hosts no 2 hosts have no machine type and virt type in common for"
                                + " this guest");
    }

    @Test
    void moreCpusThanThereCanBeAreRefused() {
        Wish wish =
                new Wish(
                        GuestFamily.LINUX,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Optional.empty(),
                        false,
                        1000,
                        2048,
                        "guest");
        assertThat(refusals(suggest(wish, host("x86_64-kvm-q35"))))
                .containsExactly(
                        "wish.vcpus no 1000 virtual CPUs are more than the 288 of x86_64, kvm,"
                                + " pc-q35-7.2");
    }

    @Test
    void namesAreEscaped() {
        Wish wish =
                new Wish(
                        GuestFamily.LINUX,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Optional.empty(),
                        false,
                        1,
                        2048,
                        "<a> & 'b' -- c");
        assertThat(suggest(wish, host("x86_64-kvm-q35"))).isInstanceOf(Suggestion.Made.class);
    }

    @Test
    void versionsAreComparedByNumber() {
        assertThat(MachineOrder.compareVersions("pc-q35-9.1", "pc-q35-10.0")).isNegative();
        assertThat(MachineOrder.compareVersions("pc-q35-9.1", "pc-q35-9.1")).isZero();
        assertThat(MachineOrder.compareVersions("virt-8.2", "virt-8")).isPositive();
    }

    private static List<String> refusals(Suggestion suggestion) {
        List<String> lines = new ArrayList<>();
        if (suggestion instanceof Suggestion.Refused(List<Judgement> judgements)) {
            judgements.forEach(
                    it -> lines.add(it.id() + " " + it.outcome().jsonName() + " " + it.message()));
        }
        return lines;
    }

    private static String made(Wish wish, String... hosts) {
        List<String> texts = new ArrayList<>();
        for (String host : hosts) {
            texts.add(host(host));
        }
        return ((Suggestion.Made) suggest(wish, texts.toArray(String[]::new))).definition();
    }

    private static Suggestion suggest(Wish wish, String... hosts) {
        List<DocumentOffers> offers = new ArrayList<>();
        for (String host : hosts) {
            DomainCapabilities document =
                    DocumentReader.read(host.getBytes(StandardCharsets.UTF_8));
            offers.add(new DocumentOffers("host" + offers.size(), List.of(document)));
        }
        return new DomainSuggester(offers).suggest(wish, true);
    }

    private static String host(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/hosts", name + ".xml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
