package org.domcaps.cli;

/// The process `domcaps`.
public final class Main {

    private Main() {}

    /// Runs the command that the arguments name and ends the process with its exit code.
    ///
    /// Everything is written and closed by then, so nothing is left for shutdown hooks to do;
    /// `System.exit` would also load the logging of the JDK to ask whether the exit should be
    /// logged, which costs 4 ms.
    public static void main(String[] args) {
        Runtime.getRuntime()
                .halt(CommandRunner.run(args, new ProcessShell(), HostBackend.ofThisProcess()));
    }
}
