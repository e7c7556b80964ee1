package org.domcaps.cli;

/// The process `domcaps`.
public final class Main {

    private Main() {}

    /// Runs the command that the arguments name and ends the process with its exit code.
    public static void main(String[] args) {
        System.exit(Domcaps.run(args, new ProcessShell(), HostBackend.ofThisProcess()));
    }
}
