import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Runs the formatter over every Java source below a folder. The environment says what for:
/// `FORMAT=check` fails and names the files that are laid out differently, `FORMAT=fix` rewrites
/// them.
final class Format {

    private static final int MOST_PASSES = 5;

    private Format() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> sources = sources(Path.of(arguments[0]).toRealPath());
        int exit;
        if ("fix".equals(System.getenv("FORMAT"))) {
            exit = fix(sources);
        } else {
            exit = format(System.out, sources, "--dry-run", "--set-exit-if-changed");
            if (exit != 0) {
                System.err.println("Not laid out as the formatter would; run: ./build fix");
            }
        }
        System.exit(exit);
    }

    /// One pass of the formatter may leave something for the next: a line that it broke can make it
    /// break another.
    private static int fix(List<Path> sources) {
        int exit = 0;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            exit = format(System.out, sources, "--replace");
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            if (exit != 0 || format(nowhere, sources, "--dry-run", "--set-exit-if-changed") == 0) {
                break;
            }
        }
        return exit;
    }

    private static int format(PrintStream out, List<Path> sources, String... options) {
        List<String> command = new ArrayList<>(List.of("--aosp"));
        command.addAll(List.of(options));
        for (Path source : sources) {
            command.add(source.toString());
        }
        return ToolProvider.findFirst("google-java-format")
                .orElseThrow()
                .run(out, System.err, command.toArray(String[]::new));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> modules = Files.walk(root, 2)) {
            List<Path> sources = new ArrayList<>();
            for (Path folder : modules.filter(Files::isDirectory).sorted().toList()) {
                if (folder.endsWith("src")) {
                    sources.addAll(javaFiles(folder));
                }
            }
            sources.addAll(javaFiles(root.resolve("tools")));
            return sources;
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
