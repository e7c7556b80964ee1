package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.migrate.DomainMigration;
import org.domcaps.decide.migrate.HostProfile;
import org.domcaps.decide.migrate.MigrationMatrix;
import org.domcaps.decide.migrate.ProfileIndex;
import org.domcaps.decide.migrate.ProfileJudge;
import org.domcaps.document.DocumentBytes;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Palette;
import org.domcaps.error.DomcapsException;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// `domcaps migrate`: who can move where.
final class MigrateCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        Palette palette = Terminal.palette(arguments, context.shell());
        boolean newest = arguments.has("newest-machines");
        if (!arguments.all("domain").isEmpty()) {
            return domains(arguments, context, newest, json, palette);
        }
        ProfileJudge judge = new ProfileJudge(new ProfileIndex(), newest);
        return arguments.has("from")
                ? profile(arguments, context, judge, json, palette)
                : matrix(arguments, context, judge, json, palette);
    }

    private static HostInput input(Arguments arguments, Context context) {
        return new HostInput(arguments, context);
    }

    private static ExitCode domains(
            Arguments arguments, Context context, boolean newest, boolean json, Palette palette) {
        List<DomainDefinition> domains = new ArrayList<>();
        for (String word : arguments.all("domain")) {
            domains.add(domain(word, context));
        }
        Optional<DomainCapabilities> source =
                arguments.has("from") ? Optional.of(one(arguments, context)) : Optional.empty();
        HostSet<DomainCapabilities> targets =
                input(arguments, context).documents("HOST", arguments.operands());
        List<JudgementGroup> groups = new ArrayList<>();
        for (DomainDefinition domain : domains) {
            DomainMigration migration = new DomainMigration(domain, source, newest);
            for (HostGroup<DomainCapabilities> target : targets.groups()) {
                SequencedMap<String, String> about = new LinkedHashMap<>();
                about.put("domain", domain.source());
                about.put("host", target.name());
                groups.add(
                        new JudgementGroup(
                                domain.source() + " to " + target.label(),
                                about,
                                migration.judge(target.name(), target.content())));
            }
        }
        return print(groups, targets, arguments, context, json, palette);
    }

    /// Reads a domain definition.
    static DomainDefinition domain(String word, Context context) {
        byte[] text = DocumentInput.of(word, context.shell()).bytes();
        String name = word.equals("-") ? "standard input" : word;
        try {
            return DomainDefinition.read(name, text);
        } catch (DomcapsException e) {
            throw new DomcapsException(e.code(), name + ": " + e.getMessage(), e);
        }
    }

    /// The document of the host of `--from`.
    private static DomainCapabilities one(Arguments arguments, Context context) {
        String word = arguments.find("from").orElseThrow();
        HostSet<DomainCapabilities> hosts = input(arguments, context).other(word);
        if (hosts.groups().size() > 1) {
            throw new UsageException(
                    "--from names "
                            + hosts.groups().size()
                            + " different hosts, and one is needed");
        }
        return hosts.groups().getFirst().content();
    }

    private static ExitCode profile(
            Arguments arguments,
            Context context,
            ProfileJudge judge,
            boolean json,
            Palette palette) {
        HostProfile source = judge.index().profile(one(arguments, context));
        HostSet<HostProfile> targets = profiles(arguments, context, judge);
        String from = arguments.find("from").orElseThrow();
        List<JudgementGroup> groups = new ArrayList<>();
        for (HostGroup<HostProfile> target : targets.groups()) {
            SequencedMap<String, String> about = new LinkedHashMap<>();
            about.put("from", from);
            about.put("host", target.name());
            List<Judgement> judgements = judge.judge(source, target.content());
            groups.add(
                    new JudgementGroup(
                            "guests of " + from + " to " + target.label(), about, judgements));
        }
        return print(groups, targets, arguments, context, json, palette);
    }

    private static HostSet<HostProfile> profiles(
            Arguments arguments, Context context, ProfileJudge judge) {
        // Straight to profiles, so that no document is kept.
        return input(arguments, context)
                .read(
                        "HOST",
                        arguments.operands(),
                        bytes -> judge.index().profile(DocumentBytes.read(bytes).capabilities()),
                        judge.index()::profile);
    }

    private static ExitCode print(
            List<JudgementGroup> groups,
            HostSet<?> targets,
            Arguments arguments,
            Context context,
            boolean json,
            Palette palette) {
        String text = json ? json(groups, targets) : JudgementPage.of(groups, palette);
        Output.of(arguments, context.shell()).write(text.getBytes(StandardCharsets.UTF_8));
        Outcome together = JudgementGroup.together(groups);
        return HostInput.end(targets, JudgementGroup.exit(together, true));
    }

    private static String json(List<JudgementGroup> groups, HostSet<?> targets) {
        JsonObject plain = JudgementJson.of(groups);
        JsonObject all =
                JsonValue.object()
                        .putAll(plain.members())
                        .put("unread", HostJson.unread(targets.unread()))
                        .build();
        return JsonWriter.pretty(all) + "\n";
    }

    private static ExitCode matrix(
            Arguments arguments,
            Context context,
            ProfileJudge judge,
            boolean json,
            Palette palette) {
        MigrationMatrix matrix = MigrationMatrix.of(profiles(arguments, context, judge), judge);
        String text =
                json
                        ? JsonWriter.pretty(MatrixOutput.json(matrix)) + "\n"
                        : MatrixOutput.page(matrix, palette);
        Output.of(arguments, context.shell()).write(text.getBytes(StandardCharsets.UTF_8));
        return HostInput.end(matrix.hosts(), JudgementGroup.exit(matrix.together(), true));
    }
}
