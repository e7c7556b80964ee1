package org.domcaps.cli;

import org.domcaps.decide.explain.Overview;
import org.domcaps.decide.explain.PathQuery;
import org.domcaps.decide.explain.PathQuery.Match;
import org.domcaps.document.Generations;
import org.domcaps.document.Palette;
import org.domcaps.document.ReadDocument;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Truth;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonWriter;
import org.domcaps.library.Domcaps;
import org.domcaps.library.Source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `domcaps explain`: tells why something is there or not.
final class ExplainCommand implements Command {

    /// What a document that exists already leaves to choose.
    private static final Set<String> WITH_DOCUMENT =
            Set.of("document", "format", "generation", "color", "output");

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        Palette palette = Terminal.palette(arguments, context.shell());
        Explanation explanation = explanation(arguments, context);
        int width = Terminal.width(context.shell());
        ExitCode exit = ExitCode.DONE;
        String page;
        if (arguments.operands().isEmpty()) {
            Overview overview = Overview.of(explanation);
            page =
                    json
                            ? text(ExplainJson.overview(explanation, overview))
                            : OverviewPage.of(explanation, overview, width, palette);
        } else {
            List<Match.Found> found = matches(arguments.operands(), explanation);
            exit = exit(found);
            page =
                    json
                            ? text(ExplainJson.found(explanation, found))
                            : FindingPage.of(explanation, found, width, palette);
        }
        Output.of(arguments, context.shell()).write(page.getBytes(StandardCharsets.UTF_8));
        return exit;
    }

    private static String text(JsonValue json) {
        return JsonWriter.pretty(json) + "\n";
    }

    private static Explanation explanation(Arguments arguments, Context context) {
        Optional<Release> generation = OptionValues.generation(arguments);
        if (arguments.has("document")) {
            return document(arguments, generation, context);
        }
        Source source = OptionValues.source(arguments, List.of());
        try (Driver driver = context.backend().sources().open(source, context.notices())) {
            return Domcaps.explain(
                    driver, GetCommand.request(arguments, generation.orElse(Release.NEWEST)));
        }
    }

    private static Explanation document(
            Arguments arguments, Optional<Release> generation, Context context) {
        for (String option : arguments.given()) {
            if (!WITH_DOCUMENT.contains(option)) {
                throw new UsageException(
                        "--document already is the answer, so --"
                                + option
                                + " has no effect; leave one of them out");
            }
        }
        ReadDocument document =
                DocumentInput.of(arguments.find("document").orElseThrow(), context.shell()).read();
        return generation
                .map(release ->
                        Domcaps.explain(
                                Generations.strip(document.capabilities(), release), release))
                .orElseGet(() -> Domcaps.explain(document.capabilities(), document.form()));
    }

    private static List<Match.Found> matches(List<String> paths, Explanation explanation) {
        PathQuery query = new PathQuery(explanation);
        List<Match.Found> found = new ArrayList<>();
        for (String path : paths) {
            switch (query.find(path)) {
                case Match.Found match -> found.add(match);
                case Match.Nothing _ -> throw unknown(path, query);
            }
        }
        return found;
    }

    private static UsageException unknown(String path, PathQuery query) {
        String similar = Suggestion.of(path, query.paths());
        if (similar.isEmpty()) {
            similar = Suggestion.of(path, ends(query.paths()));
        }
        return new UsageException(
                "nothing that a document can say is called '"
                        + path
                        + "'"
                        + (similar.isEmpty()
                                ? "; 'domcaps list --names paths' prints what is"
                                : similar));
    }

    /// What paths end with, from each dot on; the ends of short paths first.
    private static List<String> ends(List<String> paths) {
        Set<String> ends = new LinkedHashSet<>();
        List<String> shortestFirst = new ArrayList<>(paths);
        shortestFirst.sort(Comparator.comparingLong(ExplainCommand::dots));
        for (String path : shortestFirst) {
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                ends.add(path.substring(dot + 1));
            }
        }
        return List.copyOf(ends);
    }

    private static long dots(String path) {
        return path.chars().filter(c -> c == '.').count();
    }

    private static ExitCode exit(List<Match.Found> found) {
        return switch (Truth.all(found.stream().map(Match.Found::truth).toList())) {
            case YES -> ExitCode.DONE;
            case NO -> ExitCode.NO;
            case UNKNOWN -> ExitCode.UNKNOWN;
        };
    }
}
