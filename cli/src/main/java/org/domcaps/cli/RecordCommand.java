package org.domcaps.cli;

import org.domcaps.json.JsonWriter;
import org.domcaps.library.RecordedBundle;
import org.domcaps.library.RecordedFile;
import org.domcaps.library.Source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// `domcaps record`: writes a facts bundle.
final class RecordCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        Path folder = OptionValues.path("DIR", arguments.operands().get(0));
        requireRoom(folder, arguments.has("force"));
        Source source = OptionValues.source(arguments, arguments.all("emulatorbin"));
        RecordedBundle bundle =
                context.backend().recorder().record(source, folder, context.notices());
        context.print(json ? JsonWriter.pretty(RecordJson.of(bundle)) + "\n" : lines(bundle));
        return Faults.tell(bundle.faults(), context);
    }

    private static String lines(RecordedBundle bundle) {
        Columns columns = new Columns();
        for (RecordedFile file : bundle.files()) {
            columns.row("wrote " + file.file(), file.what());
        }
        return String.join("\n", columns.lines()) + "\n";
    }

    private static void requireRoom(Path folder, boolean force) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is no folder");
        }
        if (force) {
            return;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            if (content.iterator().hasNext()) {
                throw new UsageException(
                        folder + " is not empty; name another folder, or add --force");
            }
        } catch (IOException e) {
            throw new FileException("read", folder.toString(), e);
        }
    }
}
