import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Puts the command together as `./domcaps` starts it: all jars in one folder, and beside them an
/// archive of the classes that a run loads, which halves the start-up time.
///
/// The folder is named after a hash of what is in it and never changes afterwards, so an archive
/// cannot outlive the jars it was made from, and a running command does not lose its jars to a
/// build. The file `current` names the folder in use and holds the rest of the command line, as
/// lines of a shell; it is replaced in one step.
final class Assemble {

    /// What is run.
    static final String MAIN = "org.domcaps.cli.Main";

    /// Flags of every run. The archive only counts where it was made with the same ones.
    static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-Xmx128m",
                    // An archive that does not fit is passed over without a word; the JVM would say
                    // so on stdout.
                    "-Xlog:disable",
                    "--enable-native-access=ALL-UNNAMED");

    /// Commands that run long enough for the better compiler to pay, and hold more at once.
    private static final List<LongRun> LONG_RUNS =
            List.of(
                    new LongRun("512m", "serve"),
                    new LongRun(
                            "2g", "check", "suggest", "compare", "baseline", "diff", "migrate"));

    /// What long-running commands are given on top of [#FLAGS], of which the last one of a kind
    /// counts. Such flags do not matter to the archive.
    ///
    /// @param heap the largest heap
    private record LongRun(String heap, List<String> commands) {

        private LongRun(String heap, String... commands) {
            this(heap, List.of(commands));
        }

        private String branch() {
            return "    "
                    + String.join(" | ", commands)
                    + ") flags=\"$flags -XX:TieredStopAtLevel=4 -Xmx"
                    + heap
                    + "\" ;;\n";
        }
    }

    /// How the archive is made: of all classes loaded, and linked with one another ahead of the
    /// run.
    private static final List<String> DUMP = List.of("-Xshare:dump", "-XX:+AOTClassLinking");

    private static final int TRAINING_SECONDS = 30;

    /// A line of a class list, counted from 1 where one run has it more than once: two lambdas of
    /// one shape are two equal lines, and both count.
    private record Seen(String line, int occurrence) {}

    private final Path app;
    private final Path training;
    private final Path java;

    /// @param app the folder to fill
    /// @param training the file with the training commands
    /// @param java the Java that the command is run with
    Assemble(Path app, Path training, Path java) {
        this.app = app;
        this.training = training;
        this.java = java;
    }

    /// Arguments: the class path of the command, the jar that stands for a folder of classes in it,
    /// the folder to fill, and the file with the training commands.
    public static void main(String[] arguments) throws Exception {
        List<Path> jars = jars(arguments[0], Path.of(arguments[1]));
        new Assemble(
                        Path.of(arguments[2]).toAbsolutePath().normalize(),
                        Path.of(arguments[3]),
                        Path.of(System.getProperty("java.home"), "bin", "java"))
                .run(jars);
    }

    /// Lines of a shell that hold the flags of a run in `flags`, for the command in `$1`.
    static String shellFlags() {
        StringBuilder lines =
                new StringBuilder("flags='").append(String.join(" ", FLAGS)).append("'\n");
        lines.append("case ${1-} in\n");
        LONG_RUNS.forEach(run -> lines.append(run.branch()));
        return lines.append("esac\n").toString();
    }

    /// The jars of a class path.
    static List<Path> jars(String classPath, Path ownJar) {
        List<Path> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? ownJar : path);
        }
        if (jars.size() != new LinkedHashSet<>(jars).size()) {
            throw new IllegalStateException(
                    "modules are not packaged; build all of them up to the phase package");
        }
        return jars;
    }

    private void run(List<Path> jars) throws Exception {
        Path folder = app.resolve(hash(jars));
        Path archive = folder.resolve("classes.jsa");
        List<Path> copies = new ArrayList<>();
        for (Path jar : jars) {
            copies.add(folder.resolve("lib").resolve(jar.getFileName()));
        }
        if (!Files.exists(archive)) {
            Files.createDirectories(folder.resolve("lib"));
            for (int i = 0; i < jars.size(); i++) {
                Files.copy(jars.get(i), copies.get(i), StandardCopyOption.REPLACE_EXISTING);
            }
            makeArchive(folder, archive, copies);
        }
        String before = publish(folder, copies);
        for (Path old : foldersOf(app)) {
            if (!old.equals(folder) && !before.contains(old.getFileName().toString())) {
                delete(old);
            }
        }
    }

    /// A name for these jars on this JVM, run in this way.
    private String hash(List<Path> jars) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(
                (java + System.getProperty("java.vm.version") + FLAGS + DUMP).getBytes(UTF_8));
        digest.update(Files.readAllBytes(training));
        for (Path jar : jars) {
            digest.update(jar.getFileName().toString().getBytes(UTF_8));
            digest.update(Files.readAllBytes(jar));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /// Runs the training commands and makes an archive of what they load.
    void makeArchive(Path folder, Path archive, List<Path> jars) throws Exception {
        String classPath =
                String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
        SequencedSet<Seen> classes = new LinkedHashSet<>();
        Path home = Files.createDirectories(folder.resolve("training"));
        Path list = home.resolve("classes");
        for (String command : Files.readAllLines(training)) {
            if (!command.isBlank() && !command.startsWith("#")) {
                Files.deleteIfExists(list);
                List<String> record = List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list);
                start(home, record, classPath, command.split(" +"));
                if (Files.exists(list)) {
                    addAll(classes, Files.readAllLines(list));
                }
            }
        }
        Files.write(list, classes.stream().map(Seen::line).toList());
        Path made = home.resolve("archive");
        List<String> dump = new ArrayList<>(DUMP);
        dump.add("-XX:SharedClassListFile=" + list);
        dump.add("-XX:SharedArchiveFile=" + made);
        start(home, dump, classPath, new String[0]);
        if (Files.exists(made)) {
            Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
        } else {
            System.err.println(
                    "No archive of classes could be made; domcaps will work, and start slower.");
        }
        delete(home);
    }

    /// Adds what one run loaded. The number of a class only means something within one run; a class
    /// with a source is none of the class path.
    private static void addAll(SequencedSet<Seen> classes, List<String> lines) {
        Map<String, Integer> occurrences = new HashMap<>();
        for (String line : lines) {
            if (!line.contains(" source: ")) {
                String bare = line.split(" id: ", 2)[0];
                classes.add(new Seen(bare, occurrences.merge(bare, 1, Integer::sum)));
            }
        }
    }

    private void start(Path home, List<String> options, String classPath, String[] arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, MAIN));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /// Replaces the file `current`; returns what it held before.
    private String publish(Path folder, List<Path> copies) throws IOException {
        Path current = app.resolve("current");
        List<String> entries = new ArrayList<>();
        for (Path copy : copies) {
            entries.add("$app/" + app.relativize(copy));
        }
        String text =
                "java='"
                        + java
                        + "'\n"
                        + shellFlags()
                        + "archive=\"$app/"
                        + folder.getFileName()
                        + "/classes.jsa\"\n"
                        + "class_path=\""
                        + String.join(File.pathSeparator, entries)
                        + "\"\n"
                        + "main='"
                        + MAIN
                        + "'\n";
        String before = Files.exists(current) ? Files.readString(current) : "";
        Path fresh = app.resolve("current.new");
        Files.writeString(fresh, text);
        Files.move(fresh, current, StandardCopyOption.ATOMIC_MOVE);
        return before;
    }

    private static List<Path> foldersOf(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
