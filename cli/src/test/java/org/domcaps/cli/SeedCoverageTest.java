package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.qemu.rules.Derivations;
import org.domcaps.rule.Derivation;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The page `docs/reference/seed-coverage.md`: no empty cell, and every rule and test that it names
/// exists.
class SeedCoverageTest {

    private static final Path PAGE = Path.of("../docs/reference/seed-coverage.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final ReferenceSource qemu = ElementReferenceTest.QEMU;

    /// A row of a table, its cells by their headings.
    private static List<Map<String, String>> rows() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> headings = List.of();
        for (String line : Files.readAllLines(PAGE)) {
            if (!line.startsWith("| ")) {
                headings = line.startsWith("|-") ? headings : List.of();
                continue;
            }
            List<String> cells =
                    List.of(line.substring(1, line.length() - 1).split("\\|", -1)).stream()
                            .map(String::strip)
                            .toList();
            if (headings.isEmpty()) {
                headings = cells;
                continue;
            }
            assertThat(cells).as(line).hasSameSizeAs(headings);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(headings.get(i), cells.get(i));
            }
            rows.add(row);
        }
        assertThat(rows).hasSizeGreaterThan(100);
        return rows;
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }

    private static Set<String> parts() {
        Set<String> parts = new TreeSet<>();
        for (Element element : Element.values()) {
            parts.add(element.path());
        }
        for (EnumKey key : EnumKey.values()) {
            parts.add(key.path());
        }
        for (Derivation derivation : Derivations.ROWS) {
            parts.add(derivation.path());
        }
        return parts;
    }

    @Test
    void noCellIsEmpty() throws IOException {
        for (Map<String, String> row : rows()) {
            row.forEach(
                    (heading, cell) -> assertThat(cell).as("%s: %s", heading, row).isNotBlank());
        }
    }

    @Test
    void everyRuleExistsAndEveryPartOfTheFormatIsListed() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (Map<String, String> row : rows()) {
            if (row.containsKey("rule")) {
                List<String> rules = codes(row.get("rule"));
                assertThat(rules).as("%s", row).isNotEmpty();
                listed.addAll(rules);
            }
        }
        assertThat(listed).isEqualTo(parts());
    }

    @Test
    void everyValueHasARuleOrIsSaidToBeNeverPrinted() throws IOException {
        Map<String, EnumKey> keys = new HashMap<>();
        for (EnumKey key : EnumKey.values()) {
            keys.put(key.path(), key);
        }
        for (Map<String, String> row : rows()) {
            for (String value : codes(row.getOrDefault("values shown", ""))) {
                EnumKey key = keys.get(codes(row.get("rule")).getFirst());
                assertThat(key).as("%s", row).isNotNull();
                assertThat(key.value(value)).as("%s %s", key, value).isPresent();
                String note = row.get("real output");
                boolean never = note.contains("never") && codes(note).contains(value);
                assertThat(qemu.prints(key, value)).as("%s %s", key, value).isNotEqualTo(never);
            }
        }
    }

    @Test
    void everyTestExists() throws IOException {
        Map<String, String> sources = testSources();
        for (Map<String, String> row : rows()) {
            List<String> tests = codes(row.get("test"));
            assertThat(tests).as("%s", row).isNotEmpty();
            for (String test : tests) {
                String type = test.substring(0, test.indexOf('.'));
                String method = test.substring(test.indexOf('.') + 1);
                assertThat(sources).as(test).containsKey(type);
                assertThat(sources.get(type))
                        .as(test)
                        .containsPattern("void " + Pattern.quote(method) + "\\(");
            }
        }
    }

    /// The text of each test class of all modules.
    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Path module : list(Path.of(".."))) {
            Path tests = module.resolve("src/test/java");
            if (!Files.isDirectory(tests)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString();
                    sources.put(
                            name.substring(0, name.length() - ".java".length()),
                            Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    @Test
    void realDocumentsAreFreeOfTheSeedsErrors() throws IOException {
        List<Path> documents;
        try (Stream<Path> files = Files.walk(Path.of("../qemu/src/test/resources/recordings"))) {
            documents = files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
        assertThat(documents).hasSizeGreaterThan(20);
        for (Path file : documents) {
            String document = Files.readString(file);
            assertThat(document)
                    .as("%s", file)
                    .doesNotContain(
                            "<iothread ",
                            "reduced-phys-bits",
                            "unkwnown",
                            "pfalsh",
                            "deprecated='no'",
                            "<sev>",
                            "\"");
            if (document.contains("canonical=")) {
                assertThat(document).containsPattern("canonical='EPYC-Milan-v1'>EPYC-Milan<");
            }
            if (document.startsWith("<domainCapabilities>")) {
                assertThat(document)
                        .as("%s", file)
                        .contains("  <iothreads supported='yes'/>\n")
                        .endsWith("</domainCapabilities>\n");
            }
        }
    }

    /// Every element, attribute and value of the examples, and every term that is explained, is in
    /// the first column or among the values.
    @Test
    void everyNameOfThePageItselfIsListed() throws IOException {
        Optional<Path> seed = Corpus.find("seed/formatdomaincaps.rst.txt");
        assumeTrue(seed.isPresent(), Corpus.MISSING);
        Set<String> listed = new TreeSet<>();
        for (Map<String, String> row : rows()) {
            for (String heading : List.of("element or attribute", "values shown", "rule")) {
                for (String code : codes(row.getOrDefault(heading, ""))) {
                    listed.addAll(List.of(code.split("[.@]", -1)));
                    listed.add(code);
                }
            }
            if (row.containsKey("the page says")) {
                listed.addAll(codes(row.get("the page says")));
            }
        }
        assertThat(names(Files.readString(seed.get()))).isSubsetOf(listed);
    }

    private static Set<String> names(String page) {
        Set<String> names = new TreeSet<>();
        for (String line : page.split("\n")) {
            Matcher term = Pattern.compile("^``([\\w-]+)``$").matcher(line.strip());
            if (term.matches()) {
                names.add(term.group(1));
            }
            if (!line.strip().matches("</?[\\w-]+( [^>]*)?/?>.*")) {
                continue;
            }
            Matcher tag = Pattern.compile("<([\\w-]+)([^>]*)>([^<]*)").matcher(line);
            while (tag.find()) {
                names.add(tag.group(1));
                Matcher attribute = Pattern.compile("([\\w-]+)=['\"]").matcher(tag.group(2));
                while (attribute.find()) {
                    names.add(attribute.group(1));
                }
                if (tag.group(1).equals("value") && !tag.group(3).startsWith("/")) {
                    names.add(tag.group(3).strip());
                }
            }
        }
        // What the XML form of every enum is made of.
        names.removeAll(Set.of("domainCapabilities", "enum", "value", "supported", "name"));
        return names;
    }
}
