package org.domcaps.decide.check;

import org.domcaps.decide.Judgement;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Definitions and documents for tests.
final class CheckCases {

    private CheckCases() {}

    /// A text of the test resources.
    static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A document of the test resources, after pieces of it were exchanged.
    ///
    /// @param changes pairs of what is there once and what to put in its place
    static DomainCapabilities document(String name, String... changes) {
        return DocumentReader.read(bytes(changed(text("hosts/" + name + ".xml"), changes)));
    }

    /// A text with pieces exchanged; each must be there exactly once.
    static String changed(String text, String... changes) {
        String changed = text;
        for (int i = 0; i < changes.length; i += 2) {
            int at = changed.indexOf(changes[i]);
            if (at < 0 || changed.indexOf(changes[i], at + 1) >= 0) {
                throw new IllegalArgumentException("not there exactly once: " + changes[i]);
            }
            changed = changed.replace(changes[i], changes[i + 1]);
        }
        return changed;
    }

    /// What is found in a definition, one line each: `line:column outcome severity id`.
    static List<String> found(String definition, DomainCapabilities document) {
        List<String> lines = new ArrayList<>();
        for (Judgement judgement : judgements(definition, document)) {
            lines.add(
                    judgement.place().orElseThrow().line()
                            + ":"
                            + judgement.place().orElseThrow().column()
                            + " "
                            + judgement.outcome().jsonName()
                            + " "
                            + judgement.severity().jsonName()
                            + " "
                            + judgement.id());
        }
        return lines;
    }

    static List<Judgement> judgements(String definition, DomainCapabilities document) {
        return DomainCheck.check(
                DomainDefinition.read("vm.xml", bytes(definition)), document, Optional.empty());
    }

    /// The place of a piece of a text as `line:column`.
    static String place(String text, String piece) {
        int at = text.indexOf(piece);
        if (at < 0) {
            throw new IllegalArgumentException("not there: " + piece);
        }
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return line + ":" + (at - text.lastIndexOf('\n', at));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
