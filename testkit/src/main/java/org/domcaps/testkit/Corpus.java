package org.domcaps.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The corpus of recordings and expected documents that may lie beside the checkout, in
/// `../shared`.
///
/// No test needs it: a test that uses it is skipped where it is missing, with [#MISSING] as the
/// reason.
public final class Corpus {

    /// Why a test that needs the corpus was skipped.
    public static final String MISSING =
            "the shared corpus (../shared beside the checkout) is not here";

    private Corpus() {}

    /// The folder `shared`, found from the working directory upwards.
    public static Optional<Path> shared() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared.resolve("corpus"))
                    && Files.isDirectory(shared.resolve("spec"))) {
                return Optional.of(shared);
            }
        }
        return Optional.empty();
    }

    /// A file or folder of the corpus, if the corpus is here.
    public static Optional<Path> find(String relative) {
        return shared().map(shared -> shared.resolve(relative)).filter(Files::exists);
    }
}
