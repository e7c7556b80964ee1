package org.domcaps.bhyve;

import org.domcaps.document.Arch;
import org.domcaps.host.LibvirtConf;
import org.domcaps.host.system.Command;
import org.domcaps.host.system.CommandResult;
import org.domcaps.host.system.FileFault;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the program `bhyve` in `PATH` and lists the firmware images. Each call asks anew.
///
/// @param programs where the program is looked for, and the machine's root
/// @param arch the architecture of the host's kernel
/// @param system name and release of the operating system
/// @param deadline how long all runs of the program may take together
/// @param notices takes one line for each thing that is missing although nothing failed
public record BhyveProbe(
        Programs programs, Arch arch, String system, Duration deadline, Consumer<String> notices)
        implements BhyveSource {

    /// How long all runs may take if nobody says otherwise; bhyve answers within milliseconds.
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

    private static final String PROGRAM = "bhyve";
    private static final String CONFIGURATION = "/usr/local/etc/libvirt/bhyve.conf";
    private static final String FIRMWARE = "/usr/local/share/uefi-firmware";
    private static final String FIRMWARE_SETTING = "firmware_dir";
    private static final int CONFIGURATION_LIMIT = 1 << 20;
    private static final int QUOTED = 200;

    /// Checks.
    public BhyveProbe {
        Objects.requireNonNull(programs, "programs");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(notices, "notices");
    }

    @Override
    public boolean isActive() {
        return BhyveFacts.isHomeSystem(system) || programs.find(PROGRAM).isPresent();
    }

    /// Runs the program, once per question. What cannot be found out is a fact too.
    @Override
    public BhyveFacts read() {
        Map<BhyveQuestion, String> answers = new EnumMap<>(BhyveQuestion.class);
        Optional<String> program = programs.find(PROGRAM);
        if (program.isEmpty() && !BhyveFacts.isHomeSystem(system)) {
            return new BhyveFacts(arch, system, program, answers, Optional.empty(), List.of());
        }
        Optional<String> fault = Optional.empty();
        List<String> firmware = List.of();
        try {
            if (program.isPresent()) {
                ask(program.get(), answers);
            } else {
                notices.accept("no program bhyve in PATH; the document says what can be without");
            }
            firmware = firmware();
        } catch (Unclear unclear) {
            fault = Optional.of(unclear.getMessage());
        }
        return new BhyveFacts(arch, system, program, answers, fault, firmware);
    }

    private void ask(String program, Map<BhyveQuestion, String> answers) {
        long start = System.nanoTime();
        for (BhyveQuestion question : BhyveQuestion.values()) {
            Duration left = deadline.minusNanos(System.nanoTime() - start);
            answers.put(question, answer(program, question, left));
        }
    }

    private String answer(String program, BhyveQuestion question, Duration left) {
        List<String> line = new ArrayList<>();
        line.add(programs.root().resolve(program).toString());
        line.addAll(question.arguments());
        return switch (new Command(line, variables(), left).run()) {
            case CommandResult.NotStarted(String reason) ->
                    throw unclear(program, question, "could not be started: " + reason, "");
            case CommandResult.Killed(int signal, String errors) ->
                    throw unclear(program, question, "was killed by signal " + signal, errors);
            case CommandResult.TimedOut(_, String errors) ->
                    throw unclear(
                            program, question, "did not end within " + seconds(deadline), errors);
            case CommandResult.Exited(_, _, String errors, boolean cut) -> {
                if (cut) {
                    throw unclear(program, question, "says more than bhyve ever does", errors);
                }
                // Its exit status tells nothing: no run can succeed without a guest.
                if (question == BhyveQuestion.USAGE && !errors.contains("sage:")) {
                    throw unclear(
                            program,
                            question,
                            "does not tell its usage, so it is no bhyve",
                            errors);
                }
                yield errors;
            }
        };
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LC_ALL", "C");
        variables.put("PATH", programs.environment().path());
        return variables;
    }

    private static String seconds(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static Unclear unclear(
            String program, BhyveQuestion question, String what, String errors) {
        String line = errors.replace('\n', ' ').strip();
        String quote = line.length() > QUOTED ? line.substring(0, QUOTED) + "..." : line;
        return new Unclear(
                "cannot find out what "
                        + program
                        + " can do: with '"
                        + question.options()
                        + "' it "
                        + what
                        + (quote.isEmpty() ? "" : ": " + quote));
    }

    /// Every entry of the firmware folder, whatever it is; libvirt takes them in the order of the
    /// file system, here they are sorted, so that a host gives the same document twice.
    private List<String> firmware() {
        HostRoot root = programs.root();
        String folder = firmwareFolder();
        List<String> images = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path entry : entries) {
                images.add(folder + "/" + entry.getFileName());
            }
        } catch (DirectoryIteratorException e) {
            notices.accept(
                    "cannot list firmware in " + folder + ": " + FileFault.reason(e.getCause()));
            return List.of();
        } catch (IOException e) {
            notices.accept("cannot list firmware in " + folder + ": " + FileFault.reason(e));
            return List.of();
        } catch (InvalidPathException e) {
            notices.accept("cannot list firmware: " + e.getMessage());
            return List.of();
        }
        Collections.sort(images);
        return images;
    }

    private String firmwareFolder() {
        return switch (LibvirtConf.of(
                programs.root().readText(CONFIGURATION, CONFIGURATION_LIMIT))) {
            case LibvirtConf.Parsed.Settings settings ->
                    settings.string(FIRMWARE_SETTING).orElse(FIRMWARE);
            case LibvirtConf.Parsed.Malformed(int line, String detail) ->
                    throw new Unclear(CONFIGURATION + ":" + line + ": " + detail);
            case LibvirtConf.Parsed.Unreadable(String reason) -> {
                notices.accept("settings of " + CONFIGURATION + " do not count: " + reason);
                yield FIRMWARE;
            }
        };
    }

    /// Something that documents depend on could not be found out; never leaves this class.
    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String message) {
            super(message, null, false, false);
        }
    }
}
