package org.domcaps.cli;

import org.domcaps.library.RecordedFile;
import org.domcaps.library.Source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `domcaps record`: writes a facts bundle.
final class RecordCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        Path folder = OptionValues.path("DIR", arguments.operands().get(0));
        requireRoom(folder, arguments.has("force"));
        Source source = OptionValues.source(arguments, arguments.all("emulatorbin"));
        List<RecordedFile> written =
                context.backend().recorder().record(source, folder, context.notices());
        Columns columns = new Columns();
        for (RecordedFile file : written) {
            columns.row("wrote " + file.file(), file.what());
        }
        context.print(String.join("\n", columns.lines()) + "\n");
        return ExitCode.DONE;
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
