package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.check.DomainCheck;
import org.domcaps.decide.check.HostCapabilities;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.Palette;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// `domcaps check`: holds domain definitions against what hosts can do.
final class CheckCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        Palette palette = Terminal.palette(arguments, context.shell());
        List<String> words = arguments.operands();
        if (words.stream().filter("-"::equals).count() > 1) {
            throw new UsageException("standard input can be read only once, so give - only once");
        }
        try (HostInput input = new HostInput(arguments, context)) {
            HostSet<HostAnswer> hosts =
                    input.answers("--capabilities", arguments.all("capabilities"));
            List<JudgementGroup> groups = groups(words, hosts, context);
            String page =
                    json
                            ? JsonWriter.pretty(JudgementJson.of(groups)) + "\n"
                            : JudgementPage.of(groups, palette);
            Output.of(arguments, context.shell()).write(page.getBytes(StandardCharsets.UTF_8));
            return end(JudgementGroup.together(groups), hosts, arguments);
        }
    }

    private static ExitCode end(Outcome outcome, HostSet<?> hosts, Arguments arguments) {
        ExitCode code = JudgementGroup.exit(outcome, !arguments.has("ignore-unknown"));
        return code == ExitCode.DONE ? HostInput.end(hosts, code) : code;
    }

    private static List<JudgementGroup> groups(
            List<String> words, HostSet<HostAnswer> answers, Context context) {
        List<HostCapabilities> hosts = new ArrayList<>();
        for (HostGroup<HostAnswer> group : answers.groups()) {
            hosts.add(group.content().capabilities(group.label()));
        }
        List<JudgementGroup> groups = new ArrayList<>();
        int done = 0;
        try (Progress progress = new Progress(context, "checking domains")) {
            for (String word : words) {
                DomainInput input = DomainInput.of(word, context.shell());
                switch (input) {
                    case DomainInput.Unreadable(String name, Judgement reason) -> {
                        SequencedMap<String, String> about = new LinkedHashMap<>();
                        about.put("domain", name);
                        groups.add(new JudgementGroup(name, about, List.of(reason)));
                    }
                    case DomainInput.Read read -> {
                        for (HostCapabilities host : hosts) {
                            groups.add(group(read, host));
                        }
                    }
                }
                progress.read(++done, words.size());
            }
        }
        return groups;
    }

    private static JudgementGroup group(DomainInput.Read input, HostCapabilities host) {
        SequencedMap<String, String> about = new LinkedHashMap<>();
        about.put("domain", input.name());
        about.put("host", host.name());
        return new JudgementGroup(
                input.name() + " on " + host.name(),
                about,
                DomainCheck.check(input.definition(), host));
    }
}
