package org.domcaps.host.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ties the life of a program to that of whoever starts it: if the Java virtual machine dies, even
/// by SIGKILL, the kernel kills the program (`setpriv --pdeathsig`).
///
/// Between the fork and that arrangement the parent might already be gone, so a shell looks once
/// more who its parent is before it becomes the program. The kernel ties the signal to the thread
/// that started the program, so that thread must live as long as the program, and must not be a
/// virtual one. Without `setpriv`, which is in util-linux, there is no leash.
public final class Leash {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String ONLY_UNDER_PARENT = "[ \"$PPID\" = \"$0\" ] && exec \"$@\"";

    private Leash() {}

    /// Whether this machine has what a leash is made of.
    public static boolean isAvailable() {
        return Files.isExecutable(SETPRIV);
    }

    /// A command line that runs another one on the leash; that one itself where there is none.
    public static List<String> before(List<String> command) {
        List<String> leashed = new ArrayList<>();
        if (isAvailable()) {
            leashed.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
            if (Files.isExecutable(SHELL)) {
                leashed.addAll(List.of(SHELL.toString(), "-c", ONLY_UNDER_PARENT));
                leashed.add(Long.toString(ProcessHandle.current().pid()));
            }
        }
        leashed.addAll(command);
        return leashed;
    }
}
