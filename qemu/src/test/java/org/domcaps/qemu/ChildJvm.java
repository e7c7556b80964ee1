package org.domcaps.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A Java virtual machine of its own that runs a class of the tests.
public final class ChildJvm {

    private ChildJvm() {}

    /// Starts the main method of a class; standard error is passed on.
    public static Process start(
            Class<?> main, Map<String, String> environment, String... arguments) {
        return start("-Xmx512m", main, environment, arguments);
    }

    /// Starts the main method of a class with an option for the virtual machine.
    public static Process start(
            String option, Class<?> main, Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                option,
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
