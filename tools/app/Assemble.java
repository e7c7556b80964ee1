import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Puts the command together as `./domcaps` starts it: all jars in one folder, and beside them
/// archives of the classes that a run loads, which halves the start-up time. Every class of an
/// archive costs each start a little, so there are several: for `serve`, for a `get` that has facts
/// in the cache, and for everything else.
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

    /// How the archive is made: of all classes loaded, and linked with one another ahead of the
    /// run.
    private static final List<String> DUMP = List.of("-Xshare:dump", "-XX:+AOTClassLinking");

    /// The archive of most commands.
    private static final String COMMANDS = "classes";

    /// That of a `get` that most likely finds its facts in the cache.
    private static final String KEPT = "kept";

    /// That of the daemon, the last one to be made.
    private static final String DAEMON = "serve";

    /// What only a command can do without that ends at once: to ask how much of the machine its
    /// container may use, where there are containers, takes a millisecond.
    private static final String SHORT_RUN =
            "-XX:+IgnoreUnrecognizedVMOptions -XX:-UseContainerSupport";

    /// Commands that are not run as `get` is, because they run long and hold more at once. The
    /// daemon is asked for its first answer soon; the others work on many documents, which the
    /// better compiler pays for.
    private static final List<LongRun> LONG_RUNS =
            List.of(
                    new LongRun("-Xmx512m", DAEMON, "serve"),
                    new LongRun(
                            "-XX:TieredStopAtLevel=4 -Xmx2g",
                            COMMANDS,
                            "check",
                            "suggest",
                            "compare",
                            "baseline",
                            "diff",
                            "migrate"));

    /// How some commands are run.
    ///
    /// @param flags what they are given on top of [#FLAGS], of which the last one of a kind counts;
    ///   nothing that matters to the archive
    /// @param archive the name of their archive
    private record LongRun(String flags, String archive, List<String> commands) {

        private LongRun(String flags, String archive, String... commands) {
            this(flags, archive, List.of(commands));
        }

        private String branch(String folder) {
            return "    "
                    + String.join(" | ", commands)
                    + ") flags=\"$flags "
                    + flags
                    + "\" archive=\""
                    + path(folder, archive)
                    + "\" ;;\n";
        }
    }

    /// Where the training runs keep facts, below their home.
    private static final String CACHE = "cache";

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

    /// Lines of a shell that set `flags` and `archive` for the command in `$1`.
    ///
    /// @param folder where the archives lie, as the shell knows it
    static String shellRun(String folder) {
        StringBuilder lines =
                new StringBuilder("flags='").append(String.join(" ", FLAGS)).append("'\n");
        lines.append("archive=\"").append(path(folder, COMMANDS)).append("\"\n");
        lines.append("case ${1-} in\n");
        lines.append("    get) flags=\"$flags ").append(SHORT_RUN).append("\"\n");
        // With the wrong one of the two archives it works all the same, and starts slower.
        lines.append("        case \"$*\" in *--no-cache*) ;; *)\n")
                .append("            [ ! -d \"${XDG_CACHE_HOME:-${HOME-}/.cache}/domcaps\" ] ||\n")
                .append("                archive=\"")
                .append(path(folder, KEPT))
                .append("\" ;;\n        esac ;;\n");
        LONG_RUNS.forEach(run -> lines.append(run.branch(folder)));
        return lines.append("esac\n").toString();
    }

    /// Where an archive lies.
    private static String path(String folder, String archive) {
        return folder + "/" + archive + ".jsa";
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
        List<Path> copies = new ArrayList<>();
        for (Path jar : jars) {
            copies.add(folder.resolve("lib").resolve(jar.getFileName()));
        }
        if (!Files.exists(Path.of(path(folder.toString(), DAEMON)))) {
            Files.createDirectories(folder.resolve("lib"));
            for (int i = 0; i < jars.size(); i++) {
                Files.copy(jars.get(i), copies.get(i), StandardCopyOption.REPLACE_EXISTING);
            }
            makeArchives(folder, copies);
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
        digest.update(Files.readAllBytes(training.resolveSibling("Assemble.java")));
        for (Path jar : jars) {
            digest.update(jar.getFileName().toString().getBytes(UTF_8));
            digest.update(Files.readAllBytes(jar));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /// Runs the training commands and makes archives of what they load.
    void makeArchives(Path folder, List<Path> jars) throws Exception {
        String classPath =
                String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
        // Not below the folder: a path of a socket may only be so long.
        Path home = Files.createTempDirectory("domcaps");
        try {
            SequencedMap<String, SequencedSet<Seen>> archives = new LinkedHashMap<>();
            for (String line : Files.readAllLines(training)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.split(" +");
                    String[] command = Arrays.copyOfRange(words, 1, words.length);
                    await(start(home, recording(home), classPath, command));
                    addAll(archives.computeIfAbsent(words[0], _ -> new LinkedHashSet<>()), home);
                }
            }
            archives.put(DAEMON, served(home, classPath));
            for (Map.Entry<String, SequencedSet<Seen>> archive : archives.entrySet()) {
                Path file = Path.of(path(folder.toString(), archive.getKey()));
                dump(home, classPath, archive.getValue(), file);
            }
        } finally {
            delete(home);
        }
    }

    /// What a daemon loads while it starts, answers what clients ask, and ends.
    private SequencedSet<Seen> served(Path home, String classPath) throws Exception {
        // The first answer of a daemon that knows nothing yet takes the longest way.
        delete(home.resolve(CACHE));
        Path socket = home.resolve("socket");
        SequencedSet<Seen> classes = new LinkedHashSet<>();
        Process daemon =
                start(home, recording(home), classPath, "serve", "--socket", socket.toString());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TRAINING_SECONDS);
        while (!Files.exists(socket) && daemon.isAlive() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        if (!daemon.isAlive()) {
            System.err.println("domcaps serve does not start; its archive holds little.");
        }
        String uri = "qemu+unix:///system?socket=" + socket;
        await(start(home, List.of(), classPath, "serve", "--check", uri));
        daemon.destroy();
        await(daemon);
        addAll(classes, home);
        return classes;
    }

    private static Path list(Path home) {
        return home.resolve("classes");
    }

    private static List<String> recording(Path home) {
        return List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list(home));
    }

    private void dump(Path home, String classPath, SequencedSet<Seen> classes, Path archive)
            throws Exception {
        Files.write(list(home), classes.stream().map(Seen::line).toList());
        // Beside its place, so that it can be moved there in one step.
        Path made = archive.resolveSibling(archive.getFileName() + ".new");
        List<String> dump = new ArrayList<>(DUMP);
        dump.add("-XX:SharedClassListFile=" + list(home));
        dump.add("-XX:SharedArchiveFile=" + made);
        await(start(home, dump, classPath));
        Files.delete(list(home));
        if (Files.exists(made)) {
            Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
        } else {
            System.err.println(
                    "The archive of classes "
                            + archive.getFileName()
                            + " could not be made; domcaps will work, and start slower.");
        }
    }

    /// Adds what one run loaded. The number of a class only means something within one run; a class
    /// with a source is none of the class path.
    private static void addAll(SequencedSet<Seen> classes, Path home) throws IOException {
        if (!Files.exists(list(home))) {
            return;
        }
        Map<String, Integer> occurrences = new HashMap<>();
        for (String line : Files.readAllLines(list(home))) {
            if (!line.contains(" source: ")) {
                String bare = line.split(" id: ", 2)[0];
                classes.add(new Seen(bare, occurrences.merge(bare, 1, Integer::sum)));
            }
        }
        Files.delete(list(home));
    }

    private Process start(Path home, List<String> options, String classPath, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, MAIN));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve(CACHE).toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /// Waits for the end, which comes by force if it takes too long.
    private static void await(Process process) throws InterruptedException {
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
                        + shellRun("$app/" + folder.getFileName())
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
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
