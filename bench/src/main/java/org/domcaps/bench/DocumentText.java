package org.domcaps.bench;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;

import org.domcaps.document.DocumentReader;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Reading and writing one document, by our own code and by a binding library (Jackson's for XML),
/// for JMH.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DocumentText {

    /// The system property that names the file.
    static final String FILE = "domcaps.bench.document";

    private final byte[] text = bytes(Path.of(System.getProperty(FILE)));
    private final DomainCapabilities document = DocumentReader.read(text);
    private final ObjectReader binding = new XmlMapper().readerFor(BoundDocument.class);
    private final ObjectWriter unbinding = new XmlMapper().writerFor(BoundDocument.class);
    private final BoundDocument bound = bound();

    /// JMH makes one.
    public DocumentText() {}

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The document in the peer's classes; makes sure that nothing of weight got lost on the way
    /// into them.
    private BoundDocument bound() {
        try {
            BoundDocument read = binding.readValue(text);
            String original = new String(text, StandardCharsets.UTF_8);
            String written = unbinding.writeValueAsString(read);
            for (String element : List.of("<model ", "<feature ", "<value>", "<enum ")) {
                if (count(original, element) != count(written, element)) {
                    throw new BenchException(
                            "the binding library lost some of the elements " + element.strip());
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    /// Bytes to values.
    ///
    /// @return the document, so that the JVM cannot leave out the work
    @Benchmark
    public DomainCapabilities read() {
        return DocumentReader.read(text);
    }

    /// Values to bytes.
    ///
    /// @return the bytes, so that the JVM cannot leave out the work
    @Benchmark
    public byte[] write() {
        return DocumentWriter.write(document, Release.NEWEST);
    }

    /// Bytes to objects by the binding library.
    ///
    /// @return the object, so that the JVM cannot leave out the work
    /// @throws IOException if the library cannot read it
    @Benchmark
    public Object bindingRead() throws IOException {
        return binding.readValue(text);
    }

    /// Objects to bytes by the binding library, without line ends and indentation.
    ///
    /// @return the bytes, so that the JVM cannot leave out the work
    /// @throws IOException if the library cannot write it
    @Benchmark
    public byte[] bindingWrite() throws IOException {
        return unbinding.writeValueAsBytes(bound);
    }
}
