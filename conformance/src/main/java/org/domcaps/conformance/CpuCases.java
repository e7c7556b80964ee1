package org.domcaps.conformance;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.error.DomcapsException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The CPU cases of a folder laid out like libvirt's `tests/`, in the order of their names. How
/// each kind is found is told in the package page.
final class CpuCases {

    /// The folder below the given one.
    static final String FOLDER = "cputestdata";

    private final CaseFolder folder;
    private final Release release;
    private final Predicate<String> only;

    /// Cases below `tests`, replayed with the rules of a release.
    ///
    /// @param only which case names to replay
    /// @throws ConformanceException if the folder cannot be listed
    CpuCases(Path tests, Release release, Predicate<String> only) {
        this.folder = new CaseFolder(tests.resolve(FOLDER));
        this.release = release;
        this.only = only;
    }

    /// One case that has been found and not yet been replayed.
    interface Case {
        /// Replays it.
        ///
        /// @throws DomcapsException if a file cannot be read or nothing can be computed, which
        ///   breaks the case
        CaseResult run();
    }

    /// A case under its name.
    record Named(String name, Case body) {
        CaseResult run() {
            try {
                return body.run();
            } catch (DomcapsException e) {
                return new CaseResult.Broken(name, e.libvirtMessage());
            }
        }
    }

    /// Replays every case and hands on each result as it comes.
    void run(Consumer<CaseResult> results) {
        List<Named> cases = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            String prefix = arch.xmlName() + "-";
            String first = folder.files().ceiling(prefix);
            if (first != null && first.startsWith(prefix)) {
                find(arch, cases);
            }
        }
        cases.sort(Comparator.comparing(Named::name));
        for (Named found : cases) {
            if (only.test(found.name())) {
                results.accept(found.run());
            }
        }
    }

    /// Passed if the texts are equal.
    static CaseResult compare(String name, String expected, String computed) {
        return expected.equals(computed)
                ? new CaseResult.Passed(name, computed)
                : new CaseResult.Failed(name, expected, computed);
    }

    private void find(Arch arch, List<Named> cases) {
        if (arch.family() == Arch.Family.X86) {
            new CpuidCases(folder, arch, release).find(cases);
        }
        new DefinitionCases(folder, arch, release).find(cases);
    }

    /// The part of a file name between a prefix and a suffix; empty if it has not both.
    static Optional<String> between(String file, String prefix, String suffix) {
        boolean fits =
                file.startsWith(prefix)
                        && file.endsWith(suffix)
                        && file.length() > prefix.length() + suffix.length();
        return fits
                ? Optional.of(file.substring(prefix.length(), file.length() - suffix.length()))
                : Optional.empty();
    }
}
