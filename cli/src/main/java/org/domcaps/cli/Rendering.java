package org.domcaps.cli;

import org.domcaps.document.DocumentException;
import org.domcaps.document.DocumentJson;
import org.domcaps.document.DocumentText;
import org.domcaps.document.DocumentXPath;
import org.domcaps.document.Palette;
import org.domcaps.driver.Answer;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The form in which `get` prints a document.
sealed interface Rendering {

    /// The bytes to print.
    byte[] render(Answer document);

    /// The form that the options name.
    ///
    /// @throws UsageException if they contradict each other
    static Rendering of(Arguments arguments, Shell shell) {
        // A word that --color does not know is refused even where nothing is painted.
        OptionValues.choice(arguments, "color", ValueKind.COLOUR, "auto");
        String form = OptionValues.choice(arguments, "format", ValueKind.DOCUMENT_FORM, "xml");
        Optional<String> xpath = arguments.find("xpath");
        if (xpath.isPresent() && !form.equals("xml")) {
            throw new UsageException(
                    "--xpath searches the XML, so it does not go with --format " + form);
        }
        if (xpath.isEmpty() && arguments.has("wrap")) {
            throw new UsageException("--wrap needs --xpath");
        }
        if (xpath.isPresent()) {
            return new Found(xpath.get(), arguments.has("wrap"));
        }
        return switch (form) {
            case "json" -> new Json();
            case "text" -> new Page(Terminal.width(shell), Terminal.palette(arguments, shell));
            default -> new Xml();
        };
    }

    /// libvirt's own bytes.
    record Xml() implements Rendering {
        @Override
        public byte[] render(Answer document) {
            return document.text();
        }
    }

    /// The JSON form.
    record Json() implements Rendering {
        @Override
        public byte[] render(Answer document) {
            String json = JsonWriter.pretty(DocumentJson.toJson(document.document()));
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /// A page to read.
    ///
    /// @param width columns to fill
    /// @param palette the colours
    record Page(int width, Palette palette) implements Rendering {
        @Override
        public byte[] render(Answer document) {
            return DocumentText.print(document.document(), width, palette)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /// What an XPath expression finds in the XML.
    ///
    /// @param expression the expression
    /// @param wrap whether to put nodes below one root element
    record Found(String expression, boolean wrap) implements Rendering {
        @Override
        public byte[] render(Answer document) {
            if (document.isReceived()) {
                // Whatever is wrong with another program's document is not the expression's fault.
                document.read();
            }
            byte[] xml = document.text();
            try {
                String found =
                        wrap
                                ? DocumentXPath.selectWrapped(xml, expression)
                                : DocumentXPath.select(xml, expression);
                return found.getBytes(StandardCharsets.UTF_8);
            } catch (DocumentException e) {
                // The document is our own, so what is wrong is the expression, whatever virsh calls
                // it.
                throw new UsageException("--xpath: " + e.getMessage());
            }
        }
    }
}
