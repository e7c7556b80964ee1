import java.io.IOException;
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

    private Format() {}

    public static void main(String[] arguments) throws IOException {
        boolean fix = "fix".equals(System.getenv("FORMAT"));
        List<String> command = new ArrayList<>(List.of("--aosp"));
        command.addAll(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        for (Path source : sources(Path.of(arguments[0]).toRealPath())) {
            command.add(source.toString());
        }
        int exit =
                ToolProvider.findFirst("google-java-format")
                        .orElseThrow()
                        .run(System.out, System.err, command.toArray(String[]::new));
        if (exit != 0 && !fix) {
            System.err.println(
                    "These sources are not laid out as the formatter would; run: ./build fix");
        }
        System.exit(exit);
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
