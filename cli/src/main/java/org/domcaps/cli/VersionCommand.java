package org.domcaps.cli;

import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonWriter;
import org.domcaps.library.Source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `domcaps version`: prints what is running here. `docs/schema/version.schema.json` describes its
/// JSON.
final class VersionCommand implements Command {

    /// The one line of `domcaps --version`.
    static String line() {
        return "domcaps " + own() + "\n";
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        boolean verbose = arguments.has("verbose");
        EmulatorList emulators = verbose ? emulators(context) : EmulatorList.complete(List.of());
        if (json) {
            context.print(JsonWriter.pretty(json(emulators, verbose)) + "\n");
            return Faults.tell(emulators.faults(), context);
        }
        context.print(
                line()
                        + "writes the format of libvirt "
                        + Release.OLDEST
                        + " to "
                        + Release.NEWEST
                        + "\n"
                        + "runs on Java "
                        + java()
                        + "\n");
        if (verbose) {
            context.print(emulatorLines(emulators));
        }
        return Faults.tell(emulators.faults(), context);
    }

    private static String emulatorLines(EmulatorList list) {
        if (list.offers().isEmpty()) {
            return list.isComplete() ? "no emulator found\n" : "";
        }
        Columns columns = new Columns();
        for (EmulatorOffer offer : list.offers()) {
            columns.row("emulator " + offer.path(), offer.version().orElse("not told"));
        }
        return String.join("\n", columns.lines()) + "\n";
    }

    private static EmulatorList emulators(Context context) {
        try (Driver driver =
                context.backend().sources().open(Source.thisHost(), context.notices())) {
            return driver.emulators();
        }
    }

    private static JsonValue json(EmulatorList list, boolean verbose) {
        JsonValue.ObjectBuilder object =
                JsonValue.object()
                        .put("domcaps", own())
                        .put("oldestGeneration", Release.OLDEST.toString())
                        .put("newestGeneration", Release.NEWEST.toString())
                        .put("java", java());
        if (verbose) {
            List<JsonValue> emulators = new ArrayList<>();
            for (EmulatorOffer offer : list.offers()) {
                JsonValue.ObjectBuilder emulator = JsonValue.object().put("path", offer.path());
                if (offer.version().isPresent()) {
                    emulator.put("version", offer.version().get());
                }
                emulators.add(emulator.build());
            }
            object.put("emulators", new JsonValue.JsonArray(emulators));
            object.put("broken", Faults.json(list.faults()));
        }
        return object.build();
    }

    private static String java() {
        return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    }

    /// The version of this build, which the build writes into a resource.
    private static String own() {
        try (InputStream in = VersionCommand.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("this build has no version.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
