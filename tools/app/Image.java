import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Puts together what is shipped: a folder with its own Java, the jars, archives of classes and a
/// launcher, which needs nothing but the C library. It can be moved anywhere.
final class Image {

    /// What the JDK tool that looks for dependencies cannot see, because it is found by name at run
    /// time: authentication mechanisms, and signals.
    private static final List<String> BY_NAME =
            List.of("java.security.sasl", "java.security.jgss", "jdk.unsupported");

    private final Path jdk;
    private final Path image;
    private final Path lib;

    private Image(Path image) {
        this.jdk = Path.of(System.getProperty("java.home"));
        this.image = image;
        this.lib = image.resolve("lib");
    }

    /// Arguments: the class path of the command, the jar that stands for a folder of classes in it,
    /// the folder to make, the file with the training commands, the launcher.
    public static void main(String[] arguments) throws Exception {
        Image image = new Image(Path.of(arguments[2]).toAbsolutePath().normalize());
        image.make(
                Assemble.jars(arguments[0], Path.of(arguments[1])),
                Path.of(arguments[3]),
                Path.of(arguments[4]));
    }

    private void make(List<Path> jars, Path training, Path launcher) throws Exception {
        if (Files.exists(image)) {
            delete(image);
        }
        Files.createDirectories(lib);
        List<Path> copies = new ArrayList<>();
        for (Path jar : jars) {
            copies.add(Files.copy(jar, lib.resolve(jar.getFileName())));
        }
        Path runtime = image.resolve("runtime");
        run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules(copies)),
                        "--output",
                        runtime.toString(),
                        "--strip-native-commands",
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-6"));
        // Stripping takes the starter of Java as well; this one is all that is needed.
        Files.createDirectories(runtime.resolve("bin"));
        Path java = runtime.resolve("bin").resolve("java");
        Files.copy(jdk.resolve("bin").resolve("java"), java, StandardCopyOption.COPY_ATTRIBUTES);
        // Without the archive of the JDK's own classes an image starts slower than a JDK.
        run(java, List.of("-Xshare:dump"));
        new Assemble(image, training, java).makeArchives(lib, copies);
        start(launcher, copies);
    }

    private void start(Path launcher, List<Path> copies) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Path copy : copies) {
            entries.add("$lib/" + copy.getFileName());
        }
        String text =
                Files.readString(launcher)
                        .replace("@RUN@\n", Assemble.shellRun("$lib"))
                        .replace("@CLASS_PATH@", String.join(":", entries))
                        .replace("@MAIN@", Assemble.MAIN);
        Path bin = Files.createDirectories(image.resolve("bin")).resolve("domcaps");
        Files.writeString(bin, text);
        if (!bin.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + bin + " executable");
        }
    }

    private List<String> modules(List<Path> jars) throws Exception {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--ignore-missing-deps",
                                "--print-module-deps",
                                "--multi-release",
                                "25",
                                "--class-path",
                                String.join(":", jars.stream().map(Path::toString).toList())));
        jars.forEach(jar -> options.add(jar.toString()));
        String last = run("jdeps", options).strip();
        List<String> modules =
                new ArrayList<>(List.of(last.substring(last.lastIndexOf('\n') + 1).split(",")));
        modules.addAll(BY_NAME);
        return modules;
    }

    private String run(String tool, List<String> options) throws Exception {
        return run(jdk.resolve("bin").resolve(tool), options);
    }

    private static String run(Path program, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output.strip());
        }
        return output;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
