package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.suggest.Choice;
import org.domcaps.decide.suggest.Confidential;
import org.domcaps.decide.suggest.DomainSuggester;
import org.domcaps.decide.suggest.GuestFamily;
import org.domcaps.decide.suggest.OfferedHost;
import org.domcaps.decide.suggest.Suggestion;
import org.domcaps.decide.suggest.Wish;
import org.domcaps.document.Arch;
import org.domcaps.document.Palette;
import org.domcaps.document.VirtType;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonWriter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `domcaps suggest`: makes a domain definition.
final class SuggestCommand implements Command {

    private static final int MOST_VCPUS = 1 << 16;
    private static final int MOST_MEMORY_MIB = 1 << 30;

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.XML_OR_JSON, "xml")
                        .equals("json");
        Palette palette = Terminal.palette(arguments, context.shell());
        Wish wish = wish(arguments);
        try (HostInput input = new HostInput(arguments, context)) {
            HostSet<HostAnswer> hosts =
                    input.answers("--capabilities", arguments.all("capabilities"));
            Suggestion suggestion =
                    new DomainSuggester(offered(hosts)).suggest(wish, arguments.has("comments"));
            if (json) {
                write(JsonWriter.pretty(json(suggestion)) + "\n", arguments, context);
            }
            return switch (suggestion) {
                case Suggestion.Made made -> {
                    if (!json) {
                        write(made.definition(), arguments, context);
                    }
                    yield HostInput.end(hosts, ExitCode.DONE);
                }
                case Suggestion.Refused(List<Judgement> judgements) -> {
                    if (!json) {
                        complain(judgements, palette, context);
                    }
                    yield JudgementGroup.exit(Judgement.together(judgements), true);
                }
            };
        }
    }

    private static List<OfferedHost> offered(HostSet<HostAnswer> hosts) {
        List<OfferedHost> offered = new ArrayList<>();
        for (HostGroup<HostAnswer> group : hosts.groups()) {
            offered.add(group.content().offers(group.label()));
        }
        return offered;
    }

    private static void write(String text, Arguments arguments, Context context) {
        Output.of(arguments, context.shell()).write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void complain(List<Judgement> judgements, Palette palette, Context context) {
        try {
            context.shell()
                    .err()
                    .write(
                            JudgementPage.lines(judgements, palette)
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // There is no place left to tell it; the exit code still does.
        }
    }

    /// `docs/schema/suggest.schema.json` describes it.
    private static JsonValue json(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.Made(
                            String definition,
                            List<Choice> choices,
                            List<Judgement> judgements) -> {
                List<JsonValue> items = new ArrayList<>();
                for (Choice choice : choices) {
                    items.add(
                            JsonValue.object()
                                    .put("what", choice.what())
                                    .put("why", choice.why())
                                    .build());
                }
                yield JsonValue.object()
                        .put("outcome", Outcome.YES.jsonName())
                        .put("definition", definition)
                        .put("choices", new JsonArray(items))
                        .put("judgements", JudgementJson.all(judgements))
                        .build();
            }
            case Suggestion.Refused(List<Judgement> judgements) ->
                    JsonValue.object()
                            .put("outcome", Judgement.together(judgements).jsonName())
                            .put("judgements", JudgementJson.all(judgements))
                            .build();
        };
    }

    private static Wish wish(Arguments arguments) {
        Optional<String> arch = arguments.find("arch");
        if (arch.isPresent() && Arch.find(arch.get()).isEmpty()) {
            throw new UsageException(
                    "unknown architecture '"
                            + arch.get()
                            + "'"
                            + org.domcaps.cli.Suggestion.of(arch.get(), ValueKind.ARCH.words()));
        }
        return new Wish(
                GuestFamily.find(
                                OptionValues.choice(
                                        arguments, "os", ValueKind.GUEST_FAMILY, "linux"))
                        .orElseThrow(),
                arch.flatMap(Arch::find),
                virtType(arguments),
                arguments.find("machine"),
                arguments.has("uefi"),
                arguments.has("secure-boot"),
                arguments.has("tpm"),
                confidential(arguments),
                arguments.has("migratable"),
                number(arguments, "vcpus", 2, MOST_VCPUS),
                number(arguments, "memory", 4096, MOST_MEMORY_MIB),
                name(arguments));
    }

    private static Optional<VirtType> virtType(Arguments arguments) {
        Optional<String> name = arguments.find("virttype");
        if (name.isPresent() && VirtType.find(name.get()).isEmpty()) {
            throw new UsageException("unknown virt type '" + name.get() + "'");
        }
        return name.flatMap(VirtType::find);
    }

    private static Optional<Confidential> confidential(Arguments arguments) {
        Optional<String> word = arguments.find("confidential");
        word.ifPresent(text ->
                OptionValues.requireOneOf("--confidential", ValueKind.CONFIDENTIAL.words(), text));
        return word.flatMap(Confidential::find);
    }

    /// A name that libvirt takes: not empty, without slashes and line ends.
    private static String name(Arguments arguments) {
        String name = arguments.find("name").orElse("guest");
        boolean odd =
                name.isBlank() || name.indexOf('/') >= 0 || name.chars().anyMatch(c -> c < ' ');
        if (odd) {
            throw new UsageException("--name cannot be empty or have a / or a control character");
        }
        return name;
    }

    private static int number(Arguments arguments, String option, int usual, int most) {
        Optional<String> text = arguments.find(option);
        if (text.isEmpty()) {
            return usual;
        }
        int number = 0;
        try {
            number = Integer.parseInt(text.get());
        } catch (NumberFormatException _) {
            // Refused below, as zero is.
        }
        if (number < 1 || number > most) {
            throw new UsageException(
                    "--"
                            + option
                            + " must be a number from 1 to "
                            + most
                            + ", not '"
                            + text.get()
                            + "'");
        }
        return number;
    }
}
