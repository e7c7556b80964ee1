package org.domcaps.cli;

/// How the process ends.
public enum ExitCode {
    /// The answer was printed, and it is not a "no".
    DONE(0),
    /// The answer was printed, and it is "no".
    NO(1),
    /// The command line, or an argument as the hypervisor driver sees it, is wrong.
    USAGE(2),
    /// The answer could not be found out, or only in part: what was found out is printed then, and
    /// what is missing is told on standard error.
    UNKNOWN(3),
    /// The reader of standard output went away: what a process gets that SIGPIPE ends.
    BROKEN_PIPE(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// The status of the process.
    public int number() {
        return number;
    }
}
