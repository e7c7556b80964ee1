package org.domcaps.conformance;

import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The files of one folder of cases, by name.
final class CaseFolder {

    private final Path folder;
    private final NavigableSet<String> files = new TreeSet<>();

    /// Lists a folder.
    ///
    /// @throws ConformanceException if it cannot be listed
    CaseFolder(Path folder) {
        this.folder = folder;
        try (DirectoryStream<Path> list = Files.newDirectoryStream(folder)) {
            for (Path file : list) {
                files.add(file.getFileName().toString());
            }
        } catch (IOException e) {
            throw new ConformanceException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /// All names, in byte order.
    NavigableSet<String> files() {
        return files;
    }

    boolean has(String file) {
        return files.contains(file);
    }

    /// The bytes of a file.
    ///
    /// @throws ConformanceException if it cannot be read
    byte[] bytes(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new ConformanceException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /// The text of a file.
    ///
    /// @throws ConformanceException as [#bytes]
    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /// The root element of a file.
    ///
    /// @throws ConformanceException as [#bytes], and if it is not XML
    XmlElement xml(String file) {
        return XmlReader.read(bytes(file));
    }
}
