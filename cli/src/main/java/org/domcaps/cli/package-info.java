/// The `domcaps` command: parsing, output forms and exit codes, and nothing else.
///
/// [Main] hands the words of the command line, the process around it ([Shell]) and the things that
/// answer ([Backend]) to [CommandRunner]. That one finds the command's row in [CommandTable], lets
/// [ArgumentParser] read the words after it, and runs the [Command]. Everything that goes wrong
/// arrives there as an exception and leaves as one line on standard error and an [ExitCode].
///
/// One table drives four things, so that they cannot disagree: what is parsed, what `--help`
/// prints, what the page `docs/reference/command.md` says, and what a shell completes.
///
/// Start-up counts: what a command does not need it must not load. The path of a plain `get`
/// therefore has no lambda, stream, pattern or format; texts that only help pages show are in
/// [Manual].
package org.domcaps.cli;
