package org.domcaps.qemu.driver;

import org.domcaps.host.system.FileFault;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Puts a bundle in the place of an older one. A disk that is full costs neither of them: the new
/// one is written beside the older one first.
public final class BundleReplacement {

    private static final String DRAFT = ".domcaps-";

    private final Path folder;
    private final Path draft;

    private BundleReplacement(Path folder) {
        this.folder = folder;
        this.draft = folder.resolve(DRAFT + ProcessHandle.current().pid());
    }

    /// Writes a bundle in place of the one that a folder holds, if it holds one. The folder is made
    /// if it is missing; other files stay. If the bundle cannot be written, all is as it was.
    ///
    /// @return the names of the files in the order they were written
    /// @throws BundleException if a file cannot be written, or one of the older bundle not be
    ///   removed
    public static List<String> write(Bundle bundle, Path folder) {
        return new BundleReplacement(folder).write(bundle);
    }

    private List<String> write(Bundle bundle) {
        boolean made = Files.notExists(folder);
        try {
            List<String> names = bundle.write(draft);
            Bundle.remove(folder);
            made = false;
            for (String name : names) {
                Files.move(
                        draft.resolve(name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return names;
        } catch (IOException e) {
            throw new BundleException("cannot write " + folder + ": " + FileFault.reason(e), e);
        } finally {
            discard(made);
        }
    }

    /// Removes the draft as far as that can be done; what is left harms nobody.
    private void discard(boolean withFolder) {
        try {
            if (Files.isDirectory(draft)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(draft)) {
                    for (Path file : files) {
                        Files.delete(file);
                    }
                }
                Files.delete(draft);
            }
            if (withFolder) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException _) {
            // The failure to write is what has to be told.
        }
    }
}
