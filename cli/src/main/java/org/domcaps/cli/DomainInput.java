package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Severity;
import org.domcaps.decide.TextPlace;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.xml.XmlException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

/// A domain definition that the command line names: read, or the reason why it could not be.
sealed interface DomainInput {

    /// Far more than any definition has; what is longer is refused instead of kept.
    int MOST_BYTES = 4 << 20;

    /// What messages call it.
    String name();

    /// A definition.
    ///
    /// @param definition what was read
    record Read(DomainDefinition definition) implements DomainInput {
        public Read {
            Objects.requireNonNull(definition, "definition");
        }

        @Override
        public String name() {
            return definition.source();
        }
    }

    /// Something else.
    ///
    /// @param name what messages call it
    /// @param reason a "no" where the text is no definition, unknown where it could not be read
    record Unreadable(String name, Judgement reason) implements DomainInput {
        public Unreadable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /// Reads the file of that name, or standard input for `-`.
    static DomainInput of(String word, Shell shell) {
        String name = word.equals("-") ? "<stdin>" : word;
        byte[] bytes;
        try (InputStream in =
                word.equals("-")
                        ? shell.in()
                        : Files.newInputStream(OptionValues.path("DOMAIN", word))) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            return unread(name, new FileException("read", name, e).getMessage());
        }
        if (bytes.length > MOST_BYTES) {
            return unread(name, "the file is larger than the limit of " + MOST_BYTES + " bytes");
        }
        try {
            return new Read(DomainDefinition.read(name, bytes));
        } catch (XmlException e) {
            String place = " at line " + e.line() + ", column " + e.column();
            String message = e.getMessage();
            return notDomain(
                    name,
                    e.line(),
                    e.column(),
                    message.endsWith(place)
                            ? message.substring(0, message.length() - place.length())
                            : message);
        }
    }

    private static DomainInput unread(String name, String message) {
        return new Unreadable(
                name,
                new Judgement(
                        "domain.unreadable",
                        Outcome.UNKNOWN,
                        Severity.ERROR,
                        name,
                        message,
                        List.of()));
    }

    private static DomainInput notDomain(String name, int line, int column, String message) {
        return new Unreadable(
                name,
                new Judgement(
                                "domain.malformed",
                                Outcome.NO,
                                Severity.ERROR,
                                name,
                                message,
                                List.of())
                        .at(new TextPlace(name, Math.max(1, line), Math.max(1, column))));
    }
}
