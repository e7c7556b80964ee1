package org.domcaps.cli;

import org.domcaps.document.Palette;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/// `domcaps conformance`: replays recorded cases and tells how each came out.
final class ConformanceCommand implements Command {

    /// The folders of libvirt's `tests/` that hold cases.
    private static final List<String> PARTS =
            List.of("qemucapabilitiesdata", "domaincapsdata", "qemufirmwaredata", "cputestdata");

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        Path folder = OptionValues.path("DIR", arguments.operands().get(0));
        requireCases(folder);
        Optional<Path> out = OptionValues.path(arguments, "out");
        if (out.isPresent()) {
            createFolder(out.get());
        }
        ConformanceRun.Order order =
                new ConformanceRun.Order(
                        folder, OptionValues.generation(arguments), names(arguments));
        Palette palette = Terminal.palette(arguments, context.shell());
        ConformanceReport report =
                new ConformanceReport(
                        json ? new CaseJson(context) : new CaseLines(context, palette), out);
        context.backend().conformance().run(order, report);
        if (arguments.has("only") && report.isEmpty()) {
            throw new UsageException(
                    "no case has a name like '" + arguments.find("only").orElse("") + "'");
        }
        return report.close();
    }

    private static void requireCases(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    folder + (Files.exists(folder) ? " is no folder" : " does not exist"));
        }
        for (String part : PARTS) {
            if (Files.isDirectory(folder.resolve(part))) {
                return;
            }
        }
        throw new UsageException(
                folder
                        + " holds none of "
                        + String.join(", ", PARTS)
                        + "; name a folder like libvirt's tests/");
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FileException("create", folder.toString(), e);
        }
    }

    private static Predicate<String> names(Arguments arguments) {
        Optional<String> glob = arguments.find("only");
        if (glob.isEmpty()) {
            return _ -> true;
        }
        Path here = Path.of("");
        try {
            PathMatcher matcher = here.getFileSystem().getPathMatcher("glob:" + glob.get());
            return name -> matcher.matches(here.resolve(name));
        } catch (PatternSyntaxException e) {
            throw new UsageException(
                    "--only '" + glob.get() + "' is no glob: " + e.getDescription());
        }
    }
}
