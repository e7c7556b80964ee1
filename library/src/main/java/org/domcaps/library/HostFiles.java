package org.domcaps.library;

import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.host.system.FileFault;
import org.domcaps.qemu.driver.Bundle;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The files of many hosts, found from what a person named, before any is read.
///
/// Of a folder these are the files below it, at any depth, whose names end in `.xml`, `.json` or
/// `.replies`, and the folders that are facts bundles; what begins with a dot is passed over. They
/// come ordered by path. A host is called as it was named, else as its file without the ending,
/// below a folder with the path from there; where two would be called the same, both have their
/// whole path.
///
/// @param files in the order of the operands
/// @param unread operands and folders in which nothing could be looked for or found
public record HostFiles(List<HostFile> files, List<UnreadHost> unread) {

    private static final List<String> TEXTS = List.of(".xml", ".json");
    private static final String RECORDING = ".replies";

    /// Copies.
    public HostFiles {
        files = List.copyOf(files);
        unread = List.copyOf(unread);
    }

    /// Looks for the files of some operands. Never fails; what cannot be looked into is in
    /// [#unread].
    public static HostFiles find(List<HostOperand> operands) {
        List<HostFile> files = new ArrayList<>();
        List<UnreadHost> unread = new ArrayList<>();
        for (HostOperand operand : operands) {
            find(operand, files, unread);
        }
        return new HostFiles(withUniqueNames(files), unread);
    }

    private static void find(HostOperand operand, List<HostFile> files, List<UnreadHost> unread) {
        if (operand.isDaemon()) {
            String uri = operand.place();
            files.add(new HostFile(operand.name().orElse(uri), uri, HostFile.Form.DAEMON));
            return;
        }
        Path path = operand.path();
        if (operand.isStandardInput()) {
            files.add(new HostFile(operand.name().orElse("-"), path, HostFile.Form.STANDARD_INPUT));
        } else if (!Files.isDirectory(path)) {
            String name = operand.name().orElseGet(() -> ownName(path));
            files.add(new HostFile(name, path, formOf(path)));
        } else if (isBundle(path)) {
            String name = operand.name().orElseGet(() -> lastName(path));
            files.add(new HostFile(name, path, HostFile.Form.FACTS));
        } else {
            walk(operand, files, unread);
        }
    }

    private static void walk(HostOperand folder, List<HostFile> files, List<UnreadHost> unread) {
        List<HostFile> found = new ArrayList<>();
        int faults = unread.size();
        Walk walk = new Walk(folder, found, unread);
        try {
            Files.walkFileTree(
                    folder.path(),
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    walk);
        } catch (IOException e) {
            unread.add(fault(folder.path(), e));
        }
        if (found.isEmpty() && faults == unread.size()) {
            unread.add(
                    new UnreadHost(
                            folder.name().orElse(folder.path().toString()),
                            folder.path().toString(),
                            folder.path()
                                    + " holds no file that ends in .xml, .json or .replies, and no"
                                    + " facts bundle"));
        }
        found.sort((one, other) -> one.path().compareTo(other.path()));
        files.addAll(found);
    }

    private static List<HostFile> withUniqueNames(List<HostFile> files) {
        Map<String, Integer> counts = new HashMap<>();
        for (HostFile file : files) {
            counts.merge(file.host(), 1, Integer::sum);
        }
        List<HostFile> unique = new ArrayList<>(files.size());
        for (HostFile file : files) {
            boolean alone = counts.get(file.host()) == 1;
            unique.add(alone ? file : new HostFile(file.place(), file.address(), file.form()));
        }
        return unique;
    }

    private static UnreadHost fault(Path path, IOException fault) {
        return new UnreadHost(
                path.toString(),
                path.toString(),
                "cannot read " + path + ": " + FileFault.reason(fault));
    }

    private static boolean isBundle(Path folder) {
        return Files.isRegularFile(folder.resolve(Bundle.MANIFEST));
    }

    private static HostFile.Form formOf(Path file) {
        return lastName(file).endsWith(RECORDING) ? HostFile.Form.FACTS : HostFile.Form.TEXT;
    }

    private static String lastName(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private static String ownName(Path file) {
        return withoutEnding(lastName(file));
    }

    private static String withoutEnding(String name) {
        String ending = ending(name);
        return name.substring(0, name.length() - ending.length());
    }

    /// The ending that makes a file count; empty if it has none of them, or nothing else.
    private static String ending(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        for (String ending : TEXTS) {
            if (small.endsWith(ending) && small.length() > ending.length()) {
                return name.substring(name.length() - ending.length());
            }
        }
        return name.endsWith(RECORDING) && name.length() > RECORDING.length() ? RECORDING : "";
    }

    /// Collects the files below one folder.
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final HostOperand folder;
        private final List<HostFile> found;
        private final List<UnreadHost> unread;

        private Walk(HostOperand folder, List<HostFile> found, List<UnreadHost> unread) {
            this.folder = folder;
            this.found = found;
            this.unread = unread;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            if (at.equals(folder.path())) {
                return FileVisitResult.CONTINUE;
            }
            if (lastName(at).startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (isBundle(at)) {
                found.add(new HostFile(name(at, ""), at, HostFile.Form.FACTS));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String last = lastName(file);
            String ending = ending(last);
            if (!last.startsWith(".") && !ending.isEmpty() && !attributes.isDirectory()) {
                found.add(new HostFile(name(file, ending), file, formOf(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            unread.add(fault(file, fault));
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path, String ending) {
            String below = folder.path().relativize(path).toString();
            String name = below.substring(0, below.length() - ending.length());
            return folder.name().map(first -> first + "/" + name).orElse(name);
        }
    }
}
