package org.domcaps.cli;

import org.domcaps.decide.diff.DiffImpact;
import org.domcaps.decide.diff.FleetDiff;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Palette;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `domcaps diff`: what changed.
final class DiffCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        Palette palette = Terminal.palette(arguments, context.shell());
        List<String> words = arguments.operands();
        if (words.stream().filter(word -> word.equals("-")).count() > 1) {
            throw new UsageException("standard input can be read only once, so give - only once");
        }
        HostSet<DomainCapabilities> before;
        HostSet<DomainCapabilities> after;
        try (HostInput input = new HostInput(arguments, context)) {
            before = input.other(words.getFirst());
            after = input.documents("AFTER", words.subList(1, words.size()));
        }
        FleetDiff diff = FleetDiff.of(before, after);
        List<DiffImpact> impacts = new ArrayList<>();
        for (String domain : arguments.all("domain")) {
            impacts.add(
                    DiffImpact.of(
                            MigrateCommand.domain(domain, context),
                            before,
                            after,
                            arguments.has("newest-machines")));
        }
        List<UnreadHost> unread = new ArrayList<>(before.unread());
        unread.addAll(after.unread());
        String text =
                json
                        ? JsonWriter.pretty(DiffOutput.json(diff, impacts, unread)) + "\n"
                        : new DiffOutput(palette, Terminal.width(context.shell()))
                                .page(diff, impacts);
        Output.of(arguments, context.shell()).write(text.getBytes(StandardCharsets.UTF_8));
        if (!unread.isEmpty()) {
            return ExitCode.UNKNOWN;
        }
        return diff.differs() ? ExitCode.NO : ExitCode.DONE;
    }
}
