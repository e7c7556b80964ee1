package org.domcaps.cli;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Generations;
import org.domcaps.document.ReadDocument;
import org.domcaps.document.Release;
import org.domcaps.driver.Answer;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.library.Source;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `domcaps get`: prints one document.
final class GetCommand implements Command {

    /// What a document that exists already leaves to choose.
    private static final Set<String> WITH_DOCUMENT =
            Set.of("document", "format", "generation", "xpath", "wrap", "color", "output");

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        Optional<Release> generation = OptionValues.generation(arguments);
        Rendering rendering = Rendering.of(arguments, context.shell());
        Answer document =
                arguments.has("document")
                        ? read(arguments, generation, context)
                        : ask(arguments, generation, context);
        Output.of(arguments, context.shell()).write(rendering.render(document));
        return ExitCode.DONE;
    }

    private static Answer ask(Arguments arguments, Optional<Release> generation, Context context) {
        Request request = request(arguments, generation.orElse(Release.NEWEST));
        Source source = OptionValues.source(arguments, List.of());
        try (Driver driver = context.backend().sources().open(source, context.notices())) {
            Answer answer = driver.answer(request);
            return generation.isPresent() && answer.isReceived()
                    ? as(generation.get(), answer.document())
                    : answer;
        }
    }

    /// What the options of a command ask for.
    static Request request(Arguments arguments, Release release) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (arguments.has("disable-deprecated-features")) {
            flags.add(Flag.DISABLE_DEPRECATED_FEATURES);
        }
        if (arguments.has("expand-cpu-features")) {
            flags.add(Flag.EXPAND_CPU_FEATURES);
        }
        if (arguments.has("supported-cpu-features")) {
            flags.add(Flag.SUPPORTED_CPU_FEATURES);
        }
        return new Request(
                arguments.find("emulatorbin"),
                arguments.find("arch"),
                arguments.find("machine"),
                arguments.find("virttype"),
                flags,
                release);
    }

    /// Without what a release does not know.
    private static Answer as(Release release, DomainCapabilities document) {
        return Answer.computed(Generations.strip(document, release), release);
    }

    private static Answer read(Arguments arguments, Optional<Release> generation, Context context) {
        for (String option : arguments.given()) {
            if (!WITH_DOCUMENT.contains(option)) {
                throw new UsageException(
                        "--document already is the answer, so --"
                                + option
                                + " has no effect; leave "
                                + "one of them out");
            }
        }
        ReadDocument document =
                DocumentInput.of(arguments.find("document").orElseThrow(), context.shell()).read();
        if (generation.isEmpty()) {
            return Answer.computed(document.capabilities(), document.form());
        }
        return as(generation.get(), document.capabilities());
    }
}
