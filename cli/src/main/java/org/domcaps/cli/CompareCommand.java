package org.domcaps.cli;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.cpu.CpuComparer;
import org.domcaps.decide.cpu.CpuComparison;
import org.domcaps.decide.cpu.CpuExpander;
import org.domcaps.decide.cpu.CpuInputs;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.Arch;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `domcaps compare`: sets hosts beside a CPU.
final class CompareCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        String form = OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text");
        Palette palette = Terminal.palette(arguments, context.shell());
        Arch arch = CpuOptions.usualArch(arguments);
        List<String> words = arguments.operands();
        CpuDefinition cpu = cpu(words.getFirst(), arch, context);
        HostSet<CpuOffer> hosts =
                CpuOptions.offers(words.subList(1, words.size()), arguments, context);
        CpuComparer comparer = new CpuComparer(arguments.has("migratable"), arch);
        List<Row> rows = new ArrayList<>();
        for (HostGroup<CpuOffer> group : hosts.groups()) {
            rows.add(new Row(group.hosts(), comparer.compare(group.content(), cpu)));
        }
        Outcome outcome = Outcome.all(rows.stream().map(Row::outcome).toList());
        String text =
                form.equals("json")
                        ? json(words.getFirst(), rows, outcome, hosts)
                        : page(rows, palette, Terminal.width(context.shell()));
        Output.of(arguments, context.shell()).write(text.getBytes(StandardCharsets.UTF_8));
        return HostInput.end(hosts, JudgementGroup.exit(outcome, true));
    }

    /// One kind of hosts and how it compares.
    private record Row(List<String> hosts, CpuComparison comparison) {
        Outcome outcome() {
            return comparison.relation().runs();
        }
    }

    /// The definition that a word names: the only one of a file, or a model by its name.
    static CpuDefinition cpu(String word, Arch arch, Context context) {
        if (!word.equals("-") && !Files.exists(OptionValues.path("CPU", word))) {
            return model(word, arch);
        }
        List<CpuOffer> found;
        DocumentInput input = DocumentInput.of(word, context.shell());
        try {
            found = new CpuInputs().read(input.bytes());
        } catch (DomcapsException e) {
            throw input.fault(e);
        }
        if (found.size() > 1) {
            throw new UsageException(
                    word + " holds " + found.size() + " CPU definitions, and one is needed");
        }
        return found.getFirst()
                .cpu()
                .orElseThrow(() ->
                        new DomcapsException(
                                ErrorCode.SYSTEM,
                                word + ": the document has no host-model, so it names no CPU"));
    }

    private static CpuDefinition model(String word, Arch arch) {
        boolean file = word.indexOf('/') >= 0 || word.endsWith(".xml") || word.endsWith(".json");
        if (file) {
            throw new UsageException("there is no file " + Path.of(word));
        }
        boolean checked = new CpuExpander(arch, CpuOffer.mapRelease()).knowsModels();
        if (checked && !CpuFamilies.of(arch, CpuOffer.mapRelease()).orElseThrow().lists(word)) {
            throw new UsageException(
                    "'" + word + "' is no file and no CPU model of " + arch.xmlName());
        }
        return CpuExpander.ofModel(word);
    }

    private static String page(List<Row> rows, Palette palette, int width) {
        StringBuilder out = new StringBuilder();
        TextLines lines = new TextLines(out, width);
        for (Row row : rows) {
            CpuComparison found = row.comparison;
            Tone tone =
                    switch (row.outcome()) {
                        case YES -> Tone.GOOD;
                        case NO -> Tone.BAD;
                        case UNKNOWN -> Tone.DOUBTFUL;
                    };
            out.append(new HostGroup<>(found, row.hosts).label())
                    .append(": ")
                    .append(palette.paint(tone, found.relation().word()))
                    .append('\n');
            boolean listed = !found.missing().isEmpty() || !found.forbidden().isEmpty();
            if (!found.reason().isEmpty() && !listed) {
                out.append("  ").append(found.reason()).append('\n');
            }
            lines.list("  ", "lacks", found.missing());
            lines.list("  ", "has, and must not have", found.forbidden());
            lines.list("  ", "has beyond it", found.extra());
            lines.list("  ", "passed over, not known", found.unknown());
        }
        return out.toString();
    }

    private static String json(
            String cpu, List<Row> rows, Outcome outcome, HostSet<CpuOffer> hosts) {
        List<JsonValue> items = new ArrayList<>();
        for (Row row : rows) {
            CpuComparison found = row.comparison;
            items.add(
                    JsonValue.object()
                            .put("hosts", JsonValue.ofStrings(row.hosts))
                            .put("relation", found.relation().word())
                            .put("judgement", JudgementJson.one(found.judgement(cpu)))
                            .build());
        }
        return JsonWriter.pretty(
                        JsonValue.object()
                                .put("cpu", cpu)
                                .put("outcome", outcome.jsonName())
                                .put("groups", new JsonArray(items))
                                .put("unread", HostJson.unread(hosts.unread()))
                                .build())
                + "\n";
    }
}
