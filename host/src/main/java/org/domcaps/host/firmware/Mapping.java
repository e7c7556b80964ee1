package org.domcaps.host.firmware;

import java.util.Objects;
import java.util.Optional;

/// How a firmware image gets into the guest; `mapping` in a descriptor.
public sealed interface Mapping {

    /// The pair this mapping adds to the loader list, if any.
    Optional<LoaderPair> loaderPair();

    /// A file with its format, which is kept as it is.
    record Image(String filename, String format) {
        /// Checks that nothing is null.
        public Image {
            Objects.requireNonNull(filename, "filename");
            Objects.requireNonNull(format, "format");
        }
    }

    /// Flash memory.
    ///
    /// @param nvramTemplate the template of the variables; present in split mode and only there
    record Flash(FlashMode mode, Image executable, Optional<Image> nvramTemplate)
            implements Mapping {
        /// Checks that a template is there in split mode and in no other.
        public Flash {
            Objects.requireNonNull(executable, "executable");
            if ((mode == FlashMode.SPLIT) != nvramTemplate.isPresent()) {
                throw new IllegalArgumentException("NVRAM template in mode " + mode.wireName());
            }
        }

        @Override
        public Optional<LoaderPair> loaderPair() {
            return Optional.of(
                    new LoaderPair(executable.filename(), nvramTemplate.map(Image::filename)));
        }
    }

    /// Loaded into memory, as with `-bios`.
    ///
    /// @param variableStore the template of the variable store (`uefi-vars.template`)
    record Memory(String filename, Optional<String> variableStore) implements Mapping {
        /// Checks that nothing is null.
        public Memory {
            Objects.requireNonNull(filename, "filename");
            Objects.requireNonNull(variableStore, "variableStore");
        }

        @Override
        public Optional<LoaderPair> loaderPair() {
            return Optional.of(new LoaderPair(filename, variableStore));
        }
    }

    /// Loaded as with `-kernel`; no loader.
    record Kernel(String filename) implements Mapping {
        /// Checks that the name is given.
        public Kernel {
            Objects.requireNonNull(filename, "filename");
        }

        @Override
        public Optional<LoaderPair> loaderPair() {
            return Optional.empty();
        }
    }
}
