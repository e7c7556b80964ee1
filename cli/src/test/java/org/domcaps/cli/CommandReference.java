package org.domcaps.cli;

/// The page `docs/reference/command.md`, made of the same tables as the help pages.
final class CommandReference {

    private final StringBuilder out = new StringBuilder();

    static String page() {
        CommandReference reference = new CommandReference();
        reference.head();
        for (CommandEntry entry : CommandTable.all()) {
            reference.command(entry);
        }
        return reference.out.toString();
    }

    private void head() {
        out.append(
                """
                <!-- Made from the tables of the command; do not edit. A test of module cli rewrites it with
                     -Dgolden=update. -->

                # The command `domcaps`

                | command | what it does |
                |---|---|
                """);
        for (CommandSpec spec : CommandTable.specs()) {
            out.append("| [`")
                    .append(spec.name())
                    .append("`](#domcaps-")
                    .append(spec.name())
                    .append(") | ");
            out.append(spec.summary()).append(" |\n");
        }
        out.append(
                """

                Options are written `--name value` or `--name=value`, before or after other words; `--` ends them.
                `domcaps --version` prints the version, `domcaps --help` an overview.

                ## Exit codes and errors

                | code | meaning |
                |---|---|
                """);
        for (Manual.Exit exit : Manual.OVERVIEW.exits()) {
            exit(exit);
        }
        exit(
                new Manual.Exit(
                        ExitCode.BROKEN_PIPE,
                        "whoever read the output went away (`domcaps get \\| head -1`)"));
        out.append(
                """

                An error is one line on standard error that begins with the command. Where libvirt has an error for
                the same case, the line has libvirt's words. A line on standard error together with exit code 0 is
                a notice, such as a damaged cache file that was rebuilt.

                Schemas of everything that `--format json` prints are in [docs/schema](../schema).

                ## Environment

                | variable | meaning |
                |---|---|
                | `COLUMNS` | width of help pages and of `get --format text`; 100 if unset |
                | `NO_COLOR` | set to anything: no colours, unless `--color always` asks for them |
                | `DOMCAPS_DEBUG` | `1`: errors come with a stack trace |
                | `DOMCAPS_NO_BUILD` | set to anything: `./domcaps` does not look whether sources changed |
                | `PATH` | where emulators, swtpm and qemu-rdp are looked for |
                | `XDG_CACHE_HOME`, `HOME` | the cache is in `$XDG_CACHE_HOME/domcaps`, else in `~/.cache/domcaps` |
                | `XDG_CONFIG_HOME`, `HOME` | where users but root have firmware descriptors and a `qemu.conf` of their own |
                """);
    }

    private void command(CommandEntry entry) {
        CommandSpec spec = entry.spec();
        Manual manual = entry.manual();
        out.append("\n## domcaps ").append(spec.name()).append("\n\n");
        out.append("Usage: `").append(HelpPage.synopsis(spec)).append("`\n\n");
        out.append(Character.toUpperCase(spec.summary().charAt(0)))
                .append(spec.summary().substring(1))
                .append(".\n");
        for (String paragraph : manual.paragraphs()) {
            out.append('\n').append(paragraph).append('\n');
        }
        for (OptionGroup group : spec.groups()) {
            out.append("\n| ").append(group.title()).append(" | |\n|---|---|\n");
            for (OptionSpec option : group.options()) {
                out.append("| `")
                        .append(option.usage())
                        .append("` | ")
                        .append(cell(option.text()))
                        .append(" |\n");
            }
        }
        out.append("\n```sh\n");
        for (Manual.Example example : manual.examples()) {
            out.append("# ")
                    .append(example.what())
                    .append('\n')
                    .append(example.line())
                    .append('\n');
        }
        out.append("```\n\n| exit code | meaning |\n|---|---|\n");
        for (Manual.Exit exit : manual.exits()) {
            exit(exit);
        }
    }

    private void exit(Manual.Exit exit) {
        out.append("| ")
                .append(exit.code().number())
                .append(" | ")
                .append(exit.meaning())
                .append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
    }
}
