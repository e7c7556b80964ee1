package org.domcaps.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Every public type, method and constructor, and every package, has a comment. What the compiler's
/// own check of comments calls missing is too much: it wants a tag for each parameter and result as
/// well.
class PublicApiIsDocumentedTest {

    @Test
    void everyPublicTypeMethodAndPackageHasAComment() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).isNotEmpty();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> missing = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(comments, missing).scan(unit, true);
            }
        }
        assertThat(missing).as("public, and without a comment").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("").toAbsolutePath().getParent())) {
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }

    /// Walks one source. The parameter says whether everything around is public.
    private static final class Scanner extends TreePathScanner<Void, Boolean> {

        private final DocTrees comments;
        private final List<String> missing;

        Scanner(DocTrees comments, List<String> missing) {
            this.comments = comments;
            this.missing = missing;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, Boolean visible) {
            if (unit.getPackage() != null && unit.getTypeDecls().isEmpty()) {
                check(new TreePath(getCurrentPath(), unit.getPackage()), "package");
            }
            return super.visitCompilationUnit(unit, visible);
        }

        @Override
        public Void visitClass(ClassTree type, Boolean visible) {
            boolean publicHere = visible && isPublic(type.getModifiers());
            if (publicHere) {
                check(getCurrentPath(), type.getSimpleName().toString());
            }
            return super.visitClass(type, publicHere);
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean visible) {
            if (visible && isPublic(method.getModifiers()) && !isOverride(method)) {
                check(getCurrentPath(), method.getName() + "()");
            }
            return null;
        }

        private boolean isPublic(ModifiersTree modifiers) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || (parent.getKind() == Tree.Kind.INTERFACE
                            && !modifiers.getFlags().contains(Modifier.PRIVATE));
        }

        private static boolean isOverride(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        private void check(TreePath path, String what) {
            DocCommentTree comment = comments.getDocCommentTree(path);
            if (comment == null || comment.getFullBody().isEmpty()) {
                CompilationUnitTree unit = path.getCompilationUnit();
                long start = comments.getSourcePositions().getStartPosition(unit, path.getLeaf());
                missing.add(
                        Path.of(unit.getSourceFile().toUri())
                                + ":"
                                + unit.getLineMap().getLineNumber(start)
                                + " "
                                + what);
            }
        }
    }
}
