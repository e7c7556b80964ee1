package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.CpuCorpus;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel.Usable;
import org.domcaps.document.Release;
import org.domcaps.testkit.Corpus;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Host-model and custom list of whole recorded documents, at the oldest and at the newest release.
class RecordedHostModelTest {

    private static final String OLD = "corpus/tests/domaincapsdata";
    private static final String NEW = "corpus/newest/replay";

    record Document(String file, String version, boolean kvm, boolean expanded, boolean newest) {
        @Override
        public String toString() {
            return file;
        }

        XmlElement mode(String name) throws IOException {
            Path path = Corpus.find((newest ? NEW : OLD) + "/" + file).orElseThrow();
            XmlElement cpu = XmlReader.read(Files.readAllBytes(path)).child("cpu").orElseThrow();
            return cpu.children("mode").stream()
                    .filter(mode -> mode.requireAttribute("name").equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeAll
    static void corpusIsHere() {
        assumeTrue(CpuCorpus.isHere() && Corpus.find(NEW).isPresent(), Corpus.MISSING);
    }

    static Stream<Document> documents() throws IOException {
        if (Corpus.find(NEW).isEmpty()) {
            return Stream.of(new Document("none", "", false, false, false));
        }
        List<Document> found = new ArrayList<>();
        for (String file : files(OLD)) {
            if (file.startsWith("qemu_") && file.endsWith(".x86_64.xml")) {
                String version = file.substring(5, 10);
                found.add(new Document(file, version, !file.contains("-tcg"), false, false));
            }
        }
        for (String file : files(NEW)) {
            if (file.contains("_x86_64.")) {
                found.add(
                        new Document(
                                file,
                                file.substring(0, 5),
                                file.contains(".kvm"),
                                file.contains("-expand-"),
                                true));
            }
        }
        return found.stream().filter(document -> Corpus.find(recording(document)).isPresent());
    }

    private static SortedSet<String> files(String folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> list = Files.list(Corpus.find(folder).orElseThrow())) {
            list.forEach(path -> names.add(path.getFileName().toString()));
        }
        return names;
    }

    private static String recording(Document document) {
        return "corpus/tests/qemucapabilitiesdata/caps_" + document.version + "_x86_64.replies";
    }

    private static X86Family family(Document document) {
        return new X86Family(Arch.X86_64, document.newest ? Release.NEWEST : Release.OLDEST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void hostModelIsTheOneOfTheDocument(Document document) throws IOException {
        X86Family family = family(document);
        RecordedBinary binary = new RecordedBinary("caps_" + document.version + "_x86_64.replies");
        HostModel model =
                family.hostModel(binary.input(family, document.kvm, document.newest ? 48 : 64))
                        .orElseThrow();
        model = document.expanded ? family.expand(model) : model;
        model = document.newest ? model.sortedByName() : model;
        List<String> lines = new ArrayList<>();
        lines.add(
                model.model()
                        + " "
                        + model.fallback().xmlName()
                        + " "
                        + model.vendor().orElse("-")
                        + " "
                        + model.maxPhysAddr());
        for (CpuFeature feature : model.features()) {
            lines.add(feature.effectivePolicy().xmlName() + " " + feature.name());
        }
        assertThat(lines).isEqualTo(expectedHostModel(document));
    }

    private static List<String> expectedHostModel(Document document) throws IOException {
        XmlElement mode = document.mode("host-model");
        XmlElement model = mode.child("model").orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(
                model.text()
                        + " "
                        + model.requireAttribute("fallback")
                        + " "
                        + mode.child("vendor").map(XmlElement::text).orElse("-")
                        + " "
                        + mode.child("maxphysaddr")
                                .map(size -> "OptionalInt[" + size.requireAttribute("limit") + "]")
                                .orElse("OptionalInt.empty"));
        for (XmlElement feature : mode.children("feature")) {
            lines.add(feature.requireAttribute("policy") + " " + feature.requireAttribute("name"));
        }
        return lines;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void customModelsAreThoseOfTheDocument(Document document) throws IOException {
        X86Family family = family(document);
        RecordedBinary binary = new RecordedBinary("caps_" + document.version + "_x86_64.replies");
        List<SlotModel> models = new ArrayList<>(binary.definitions(document.kvm));
        models.removeIf(model -> !family.lists(model.name()));
        if (document.newest) {
            models.sort((one, other) -> one.name().compareTo(other.name()));
        }
        List<String> lines = new ArrayList<>();
        for (SlotModel model : models) {
            String canonical =
                    document.newest
                            ? family.canonicalOf(model.name())
                                    .map(name -> " canonical=" + name)
                                    .orElse("")
                            : "";
            lines.add(
                    "usable="
                            + model.usable().xmlName()
                            + (model.deprecated() ? " deprecated=yes" : "")
                            + " vendor="
                            + family.vendorOf(model.name()).orElse("unknown")
                            + canonical
                            + " "
                            + model.name());
            if (document.newest && model.usable() == Usable.NO) {
                SortedSet<String> names = new TreeSet<>();
                model.blockers().orElseThrow().forEach(name -> names.add(family.featureName(name)));
                lines.add("blockers " + names);
            }
        }
        assertThat(lines).isEqualTo(expectedModels(document));
    }

    private static List<String> expectedModels(Document document) throws IOException {
        List<String> lines = new ArrayList<>();
        for (XmlElement child : document.mode("custom").children()) {
            if (child.name().equals("blockers")) {
                lines.add(
                        "blockers "
                                + child.children("feature").stream()
                                        .map(feature -> feature.requireAttribute("name"))
                                        .toList());
            } else {
                StringBuilder line = new StringBuilder();
                for (XmlAttribute attribute : child.attributes()) {
                    line.append(attribute.name()).append('=').append(attribute.value()).append(' ');
                }
                lines.add(line + child.text());
            }
        }
        return lines;
    }
}
