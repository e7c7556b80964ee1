package org.domcaps.decide.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.check.DocumentsHost;
import org.domcaps.decide.check.DomainCheck;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whatever is suggested passes the check on every host it is made for; a wish that fails says
/// which it is.
class SuggestionsPassTheCheckTest {

    private static final Path HOSTS = Path.of("src/test/resources/hosts");

    @Test
    void overEveryWishForEveryHostOfOurs() throws IOException {
        int made = 0;
        for (DomainCapabilities document : documents(HOSTS)) {
            for (Wish wish : Wishes.all()) {
                made += check(List.of(document), wish) ? 1 : 0;
            }
        }
        // 4 hosts, 4 families; UEFI, TPM and moving can be had everywhere, secure boot on q35 only,
        // confidential guests nowhere.
        assertThat(made).isEqualTo(2 * 4 * 16 + 2 * 4 * 8);
    }

    @Test
    void overPairsOfHosts() throws IOException {
        List<DomainCapabilities> documents = documents(HOSTS);
        int made = 0;
        for (DomainCapabilities left : documents) {
            for (DomainCapabilities right : documents) {
                for (Wish wish : Wishes.some()) {
                    made += check(List.of(left, right), wish) ? 1 : 0;
                }
            }
        }
        assertThat(made).isPositive();
    }

    @Test
    void overTheCorpus() throws IOException {
        assumeTrue(Corpus.shared().isPresent(), Corpus.MISSING);
        List<DomainCapabilities> documents = new ArrayList<>();
        documents.addAll(documents(Corpus.find("corpus/tests/domaincapsdata").orElseThrow()));
        documents.addAll(documents(Corpus.find("corpus/newest").orElseThrow()));
        int made = 0;
        for (DomainCapabilities document : documents) {
            for (Wish wish : Wishes.some()) {
                made += check(List.of(document), wish) ? 1 : 0;
            }
        }
        assertThat(documents.size()).isGreaterThan(100);
        assertThat(made).isGreaterThan(5 * documents.size());
    }

    /// Whether something was suggested.
    private static boolean check(List<DomainCapabilities> documents, Wish wish) {
        List<DocumentOffers> hosts = new ArrayList<>();
        documents.forEach(
                document -> hosts.add(new DocumentOffers("h" + hosts.size(), List.of(document))));
        return switch (new DomainSuggester(hosts).suggest(wish, true)) {
            case Suggestion.Made made -> {
                DomainDefinition definition =
                        DomainDefinition.read(
                                "made", made.definition().getBytes(StandardCharsets.UTF_8));
                for (DomainCapabilities document : documents) {
                    List<Judgement> found =
                            DomainCheck.check(
                                    definition, new DocumentsHost("host", List.of(document)));
                    assertThat(found)
                            .as("%s on %s, %s", wish, document.path(), document.machine())
                            .noneMatch(judgement -> judgement.outcome() == Outcome.NO);
                }
                fulfils(made.definition(), wish);
                yield true;
            }
            case Suggestion.Refused(List<Judgement> judgements) -> {
                assertThat(judgements).isNotEmpty();
                assertThat(judgements).allMatch(judgement -> judgement.id().startsWith("wish."));
                yield false;
            }
        };
    }

    private static void fulfils(String definition, Wish wish) {
        if (wish.needsUefi()) {
            assertThat(definition).contains("firmware='efi'");
        }
        if (wish.secureBoot()) {
            assertThat(definition).containsAnyOf("name='secure-boot'", "secure='yes'");
        }
        if (wish.tpm()) {
            assertThat(definition).contains("<tpm model=");
        }
        if (wish.confidential().isPresent()) {
            assertThat(definition)
                    .contains("<launchSecurity type='" + wish.confidential().get().sectype());
        }
        if (wish.migratable()) {
            assertThat(definition).doesNotContain("host-passthrough", "mode='maximum'");
        }
    }

    private static List<DomainCapabilities> documents(Path folder) throws IOException {
        List<DomainCapabilities> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).sorted().toList()) {
                documents.add(DocumentReader.read(Files.readAllBytes(file)));
            }
        }
        return documents;
    }
}
