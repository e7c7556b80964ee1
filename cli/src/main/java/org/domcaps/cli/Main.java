package org.domcaps.cli;

/// The command.
public final class Main {

    private Main() {}

    /// Prints how the command is used.
    public static void main(String[] arguments) {
        System.out.println("usage: domcaps get");
    }
}
