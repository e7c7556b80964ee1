package org.domcaps.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The direction inside this module, which the module system cannot check: every use of one package
/// by another, as the compiled classes show it, must stand in `allowed-edges.txt`.
class PackageEdgesTest {

    private static final String ROOT = "org/domcaps/qemu/";
    private static final Path CLASSES = Path.of("target", "classes");

    /// A class of this module, in a descriptor, a signature or a name.
    private static final Pattern REFERENCE = Pattern.compile("L?(" + ROOT + "[\\w/$]+)");

    /// One package uses another; names below the root, `.` for the root itself.
    private record Edge(String from, String to) implements Comparable<Edge> {

        static Edge parse(String line) {
            String[] ends = line.split(" -> ", -1);
            assertThat(ends).as("a line of allowed-edges.txt: %s", line).hasSize(2);
            return new Edge(ends[0], ends[1]);
        }

        @Override
        public int compareTo(Edge other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    private final Set<Edge> allowed = allowedEdges();
    private final Set<String> packages = new TreeSet<>();
    private final Set<Edge> found = foundEdges();

    @Test
    void everyUseOfOnePackageByAnotherIsAllowed() {
        List<Edge> others = new ArrayList<>(found);
        others.removeIf(edge -> allowed.contains(edge) || allowed.contains(new Edge("*", edge.to)));
        assertThat(others).as("edges that are not in allowed-edges.txt").isEmpty();
    }

    @Test
    void everyAllowedEdgeBetweenPackagesThatExistIsUsed() {
        List<Edge> unused = new ArrayList<>(allowed);
        unused.removeIf(edge -> edge.from.equals("*") || found.contains(edge));
        unused.removeIf(edge -> !packages.contains(edge.from) || !packages.contains(edge.to));
        assertThat(unused).as("rows of allowed-edges.txt that nothing uses").isEmpty();
    }

    @Test
    void noPackageUsesItselfThroughOthers() {
        for (String start : packages) {
            assertThat(reachable(start))
                    .as("packages that %s uses, in the end", start)
                    .doesNotContain(start);
        }
    }

    private Set<String> reachable(String start) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String from = open.removeLast();
            for (Edge edge : found) {
                if (edge.from.equals(from) && reached.add(edge.to)) {
                    open.add(edge.to);
                }
            }
        }
        return reached;
    }

    private static Set<Edge> allowedEdges() {
        try (var in = PackageEdgesTest.class.getResourceAsStream("allowed-edges.txt")) {
            Set<Edge> edges = new TreeSet<>();
            String text = new String(in.readAllBytes(), UTF_8);
            for (String line : text.split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    edges.add(Edge.parse(line));
                }
            }
            return edges;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<Edge> foundEdges() {
        Set<Edge> edges = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve(ROOT))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                String from = packageOf(model.thisClass().asInternalName());
                packages.add(from);
                for (PoolEntry entry : model.constantPool()) {
                    for (String to : packagesIn(entry)) {
                        if (!to.equals(from)) {
                            edges.add(new Edge(from, to));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return edges;
    }

    /// Names, descriptors and signatures are all text in the constant pool; so is a string literal,
    /// which may name a class too and then counts as a use.
    private static List<String> packagesIn(PoolEntry entry) {
        String text =
                switch (entry) {
                    case ClassEntry type -> type.asInternalName();
                    case Utf8Entry utf8 -> utf8.stringValue();
                    default -> "";
                };
        List<String> packages = new ArrayList<>();
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            packages.add(packageOf(references.group(1)));
        }
        return packages;
    }

    private static String packageOf(String internalName) {
        String below = internalName.substring(ROOT.length());
        int end = below.lastIndexOf('/');
        return end < 0 ? "." : below.substring(0, end).replace('/', '.');
    }
}
