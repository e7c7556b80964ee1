package org.domcaps.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.error.DomcapsException;

/// The CPU cases of a folder laid out like libvirt's `tests/`, in the order of their names. How each kind is found is
/// told in the package page.
public final class CpuCases {

    /// The folder below the given one.
    public static final String FOLDER = "cputestdata";

    static final String NOT_BUILT = "architecture not built yet";

    private final CaseFolder folder;
    private final Release release;

    /// Cases below `tests`, replayed with the rules of a release.
    ///
    /// @throws DomcapsException if the folder cannot be listed
    public CpuCases(Path tests, Release release) {
        this.folder = new CaseFolder(tests.resolve(FOLDER));
        this.release = release;
    }

    /// One case that has been found and not yet been replayed.
    interface Case {
        /// Replays it.
        ///
        /// @throws DomcapsException if a file cannot be read, which counts as a failure of the case
        CaseResult run();
    }

    /// A case under its name.
    record Named(String name, Case body) {
        CaseResult run() {
            try {
                return body.run();
            } catch (DomcapsException e) {
                return new CaseResult.Fail(name, "a result", "failure: " + e.getMessage());
            }
        }
    }

    /// Replays every case.
    public List<CaseResult> run() {
        List<Named> cases = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            String prefix = arch.xmlName() + "-";
            String first = folder.files().ceiling(prefix);
            if (first != null && first.startsWith(prefix)) {
                find(arch, cases);
            }
        }
        cases.sort(Comparator.comparing(Named::name));
        List<CaseResult> results = new ArrayList<>(cases.size());
        for (Named found : cases) {
            results.add(found.run());
        }
        return results;
    }

    private void find(Arch arch, List<Named> cases) {
        List<Named> found = new ArrayList<>();
        if (arch == Arch.X86_64) {
            new CpuidCases(folder, arch, release).find(found);
        }
        new DefinitionCases(folder, arch, release).find(found);
        cases.addAll(found);
    }

    /// The part of a file name between a prefix and a suffix; empty if it has not both.
    static Optional<String> between(String file, String prefix, String suffix) {
        boolean fits = file.startsWith(prefix)
                && file.endsWith(suffix)
                && file.length() > prefix.length() + suffix.length();
        return fits
                ? Optional.of(file.substring(prefix.length(), file.length() - suffix.length()))
                : Optional.empty();
    }
}
