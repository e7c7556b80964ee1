import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Compiles tables in: writes for each package with tables a class `TableTexts` that holds their
/// text.
///
/// To look a resource up, every jar of the class path before its own is opened, and the JDK's
/// modules are searched, at each start of the command. A constant of a class comes from the archive
/// of classes.
final class TableTexts {

    /// What one constant of a class file can hold.
    private static final int MOST_BYTES = 65_535;

    private TableTexts() {}

    /// Arguments: the folder of tables, which has packages as folders, and the folder to write to.
    public static void main(String[] arguments) throws IOException {
        Path tables = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        for (Path folder : folders(tables)) {
            TreeMap<String, String> texts = new TreeMap<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(file.getFileName().toString(), text(file));
                }
            }
            if (!texts.isEmpty()) {
                Path relative = tables.relativize(folder);
                write(
                        target.resolve(relative).resolve("TableTexts.java"),
                        source(relative.toString().replace('/', '.'), texts));
            }
        }
    }

    private static List<Path> folders(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        if (text.length() > MOST_BYTES) {
            throw new IOException(file + " is longer than " + MOST_BYTES + " bytes; split it");
        }
        return text;
    }

    private static String source(String packageName, TreeMap<String, String> texts) {
        StringBuilder source = new StringBuilder();
        source.append("package ").append(packageName).append(";\n\n");
        source.append("/// The tables of this package, written by the build.\n");
        source.append("final class TableTexts {\n\n    private TableTexts() {}\n\n");
        source.append("    /// The text of a table.\n");
        source.append("    static String of(String table) {\n        return switch (table) {\n");
        texts.forEach((name, text) ->
                source.append("            case ")
                        .append(literal(name))
                        .append(" -> ")
                        .append(literal(text))
                        .append(";\n"));
        source.append("            default -> throw new IllegalArgumentException(table);\n");
        return source.append("        };\n    }\n}\n").toString();
    }

    private static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }

    /// Leaves a file alone that says the same already, so that nothing is compiled for it.
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
