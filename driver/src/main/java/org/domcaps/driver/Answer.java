package org.domcaps.driver;

import org.domcaps.document.DocumentReader;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.ReadDocument;
import org.domcaps.document.Release;

import java.util.Objects;
import java.util.Optional;

/// A document in both of its forms: as text and as values.
///
/// A document that was computed here is written when its text is asked for. One that came from
/// another program, such as a daemon of a release that nobody here knows, keeps the bytes it came
/// in: whoever hands it on loses nothing, even if its values could not be read.
///
/// Safe for use by several threads.
public final class Answer {

    private final Optional<byte[]> received;
    private volatile ReadDocument read;

    private Answer(Optional<byte[]> received, ReadDocument read) {
        this.received = received;
        this.read = read;
    }

    /// A document that was computed here, to be written as a release writes it.
    public static Answer computed(DomainCapabilities document, Release release) {
        return new Answer(Optional.empty(), new ReadDocument(document, release));
    }

    /// A document that another program wrote. It is read when its values are asked for.
    public static Answer received(byte[] text) {
        return new Answer(Optional.of(text.clone()), null);
    }

    /// The text: the bytes that came, or else those that the release writes.
    public byte[] text() {
        return received.map(byte[]::clone)
                .orElseGet(() -> DocumentWriter.write(read.capabilities(), read.form()));
    }

    /// The values.
    ///
    /// @throws org.domcaps.xml.XmlException if the bytes that came are no domain capabilities
    public DomainCapabilities document() {
        return read().capabilities();
    }

    /// The values, and a release whose form the text has.
    ///
    /// @throws org.domcaps.xml.XmlException if the bytes that came are no domain capabilities
    public ReadDocument read() {
        ReadDocument known = read;
        if (known == null) {
            known = Objects.requireNonNull(DocumentReader.readWithForm(received.orElseThrow()));
            read = known;
        }
        return known;
    }

    /// Whether the text is another program's and not written here.
    public boolean isReceived() {
        return received.isPresent();
    }
}
