package org.domcaps.cli;

import java.util.List;

/// `domcaps help`: prints help pages.
final class HelpCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        int width = Terminal.width(context.shell());
        List<String> operands = arguments.operands();
        if (operands.isEmpty()) {
            context.print(HelpPage.overview(width));
            return ExitCode.DONE;
        }
        String name = operands.get(0);
        CommandEntry entry =
                CommandTable.find(name)
                        .orElseThrow(() ->
                                new UsageException(
                                        "unknown command '"
                                                + name
                                                + "'"
                                                + Suggestion.of(name, CommandTable.names())));
        context.print(HelpPage.of(entry, width));
        return ExitCode.DONE;
    }
}
