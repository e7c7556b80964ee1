package org.domcaps.cli;

/// One command line that was run.
///
/// @param code the exit code
/// @param out standard output
/// @param err standard error
record Run(int code, String out, String err) {

    static Run of(FakeShell shell, Backend backend, String... words) {
        int code = CommandRunner.run(words, shell, backend);
        return new Run(code, shell.printed(), shell.complained());
    }

    static Run of(String... words) {
        return of(new FakeShell(), new FakeBackend(), words);
    }
}
