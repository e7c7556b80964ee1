package org.domcaps.conformance;

import org.domcaps.document.Release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Runs every case that can be derived from a folder laid out like libvirt's `tests/`.
///
/// No list of cases is built in: `domaincapsdata` says by its file names what is expected of which
/// recording in `qemucapabilitiesdata`, `cputestdata` likewise for CPU data. Recordings may be
/// packed by gzip (`.replies.gz`).
///
/// One tree of libvirt's is of one release. Documents that several releases print of the same
/// recordings can lie in folders named after the releases, `domaincapsdata/11.3/`; the names of
/// their cases begin with the release.
public final class Conformance {

    /// The folders that cases are derived from; each may be missing.
    public static final List<String> FOLDERS =
            List.of("domaincapsdata", "qemucapabilitiesdata", "qemufirmwaredata", "cputestdata");

    private final Path root;
    private final Optional<Release> release;
    private final Predicate<String> only;

    /// The cases of a folder.
    ///
    /// @param release the libvirt release that the expected files belong to; empty: the oldest that
    ///   explains what the expected documents hold
    /// @param only which case names to run
    public Conformance(Path root, Optional<Release> release, Predicate<String> only) {
        this.root = root;
        this.release = release;
        this.only = only;
    }

    /// Runs the cases, documents first and then CPUs, each in the order of their names, and hands
    /// on each result as it comes.
    ///
    /// @throws ConformanceException if the folder is none of this kind or cannot be read
    public void run(Consumer<CaseResult> results) {
        boolean any = false;
        for (String folder : FOLDERS) {
            any |= Files.isDirectory(root.resolve(folder));
        }
        if (!any) {
            throw new ConformanceException(
                    root + " holds none of the folders " + String.join(", ", FOLDERS));
        }
        Path folder = root.resolve("domaincapsdata");
        List<Path> files = Files.isDirectory(folder) ? files(folder) : List.of();
        // All folders of one tree are of one release, and the documents show it best.
        Release level = release.orElseGet(() -> DocumentCases.detect(files));
        documents(files, level, "", results);
        for (Path file : files) {
            Optional<Release> told = Release.parse(file.getFileName().toString());
            if (Files.isDirectory(file)
                    && told.filter(Release::isWritable).isPresent()
                    && (release.isEmpty() || release.equals(told))) {
                documents(files(file), told.get(), told.get() + "-", results);
            }
        }
        if (Files.isDirectory(root.resolve(CpuCases.FOLDER))) {
            new CpuCases(root, level, only).run(results);
        }
    }

    private void documents(
            List<Path> files, Release level, String prefix, Consumer<CaseResult> results) {
        DocumentCases cases = new DocumentCases(root, level);
        for (Path file : files) {
            String fileName = file.getFileName().toString();
            if (fileName.endsWith(".xml")) {
                String name = prefix + fileName.substring(0, fileName.length() - ".xml".length());
                if (only.test(name)) {
                    results.accept(cases.run(file).named(name));
                }
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        } catch (IOException e) {
            throw new ConformanceException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
