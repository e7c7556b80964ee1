package org.domcaps.host;

import org.domcaps.host.system.Command;
import org.domcaps.host.system.CommandResult;
import org.domcaps.host.system.Programs;
import org.domcaps.json.JsonException;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the programs of the TPM emulator and asks `swtpm_setup`.
///
/// @param programs where to look
/// @param deadline how long the program may take to answer
record SwtpmPrograms(Programs programs, Duration deadline) {

    private static final String SETUP = "swtpm_setup";
    static final List<String> NAMES = List.of("swtpm", SETUP, "swtpm_ioctl");
    private static final int QUOTED = 200;

    /// The state of the programs, without running any.
    SwtpmFingerprint fingerprint() {
        List<SwtpmFingerprint.Program> found = new ArrayList<>();
        for (String name : NAMES) {
            found.add(program(name));
        }
        return new SwtpmFingerprint(found);
    }

    private SwtpmFingerprint.Program program(String name) {
        Optional<String> path = programs.find(name);
        if (path.isPresent()) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(
                                programs.root().resolve(path.get()), BasicFileAttributes.class);
                long modified = attributes.lastModifiedTime().toMillis();
                return new SwtpmFingerprint.Program(name, path, modified, attributes.size());
            } catch (IOException _) {
                // Gone since it was found.
            }
        }
        return new SwtpmFingerprint.Program(name, Optional.empty(), 0, 0);
    }

    /// Asks, if all programs are there.
    Swtpm ask() {
        List<String> missing = new ArrayList<>();
        for (String name : NAMES) {
            if (programs.find(name).isEmpty()) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            return new Swtpm.Absent(missing);
        }
        Optional<String> setup = programs.find(SETUP);
        if (setup.isEmpty()) {
            return new Swtpm.Absent(List.of(SETUP));
        }
        String program = programs.root().resolve(setup.get()).toString();
        return judge(
                new Command(List.of(program, "--print-capabilities"), variables(), deadline).run());
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LC_ALL", "C");
        variables.put("PATH", programs.environment().path());
        programs.environment().home().ifPresent(home -> variables.put("HOME", home));
        return variables;
    }

    /// What a run of `swtpm_setup --print-capabilities` means.
    static Swtpm judge(CommandResult result) {
        return switch (result) {
            case CommandResult.NotStarted(String reason) ->
                    new Swtpm.Unclear(SETUP + " could not be started: " + reason);
            case CommandResult.Killed(int signal, String errors) ->
                    new Swtpm.Unclear(SETUP + " was killed by signal " + signal + quote(errors));
            case CommandResult.TimedOut(Duration deadline, String errors) ->
                    new Swtpm.Unclear(
                            SETUP
                                    + " gave no answer within "
                                    + deadline.toMillis()
                                    + " ms"
                                    + quote(errors));
            case CommandResult.Exited(int status, byte[] output, String errors, _) ->
                    status == 0
                            ? parse(output)
                            : silent(SETUP + " failed with status " + status + quote(errors));
        };
    }

    private static Swtpm parse(byte[] output) {
        JsonValue answer;
        try {
            answer = JsonReader.read(output);
        } catch (JsonException e) {
            return silent(SETUP + " answered with something other than JSON: " + e.getMessage());
        }
        if (!(answer instanceof JsonObject object)
                || !(object.find("features").orElse(null)
                        instanceof JsonArray(List<JsonValue> items))) {
            return silent(SETUP + " answered without an array of features");
        }
        Set<SwtpmFeature> features = EnumSet.noneOf(SwtpmFeature.class);
        for (JsonValue item : items) {
            if (!(item instanceof JsonString(String name))) {
                // What stands before counts, the rest is lost.
                return new Swtpm.Present(
                        features, Optional.of(SETUP + " listed a feature that is not a string"));
            }
            SwtpmFeature.find(name).ifPresent(features::add);
        }
        return new Swtpm.Present(features, Optional.empty());
    }

    private static Swtpm silent(String complaint) {
        return new Swtpm.Present(Set.of(), Optional.of(complaint));
    }

    /// The start of what the program said on standard error, on one line.
    private static String quote(String errors) {
        String line = errors.replace('\n', ' ').strip();
        if (line.isEmpty()) {
            return "";
        }
        return ": " + (line.length() > QUOTED ? line.substring(0, QUOTED) + "..." : line);
    }
}
