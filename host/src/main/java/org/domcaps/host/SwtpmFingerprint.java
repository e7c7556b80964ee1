package org.domcaps.host;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the answer of `swtpm_setup` depends on: where its programs lie, how large they are and when
/// they changed. While it stays the same, an answer that was given once still holds, unless it was
/// [Swtpm.Unclear].
///
/// @param programs `swtpm`, `swtpm_setup`, `swtpm_ioctl`, in this order
public record SwtpmFingerprint(List<Program> programs) {

    /// Copies the list.
    public SwtpmFingerprint {
        programs = List.copyOf(programs);
    }

    /// One of the programs.
    ///
    /// @param name what was looked for
    /// @param path where it was found; empty if it was not
    /// @param modified when the file was written, in milliseconds since 1970
    /// @param size of the file in bytes
    public record Program(String name, Optional<String> path, long modified, long size) {
        /// Checks that nothing is null.
        public Program {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(path, "path");
        }
    }

    /// All of it as one line of text, to be stored and compared.
    public String text() {
        StringBuilder text = new StringBuilder("swtpm");
        for (Program program : programs) {
            text.append(';').append(program.name).append('=');
            if (program.path.isPresent()) {
                text.append(program.path.get())
                        .append(',')
                        .append(program.modified)
                        .append(',')
                        .append(program.size);
            }
        }
        return text.toString();
    }
}
