package org.domcaps.cli;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.decide.cpu.CpuExpander;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.document.Arch;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;

/// `domcaps expand`: every feature of a CPU.
final class ExpandCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        String form = OptionValues.choice(arguments, "format", ValueKind.DOCUMENT_FORM, "xml");
        Arch arch = CpuOptions.usualArch(arguments);
        CpuExpander expander =
                new CpuExpander(
                        arch, OptionValues.generation(arguments).orElse(CpuOffer.mapRelease()));
        CpuDefinition cpu = CompareCommand.cpu(arguments.operands().getFirst(), arch, context);
        if (!expander.knowsModels()) {
            throw new DomcapsException(
                    ErrorCode.NO_SUPPORT,
                    "only the emulator knows what CPU models of architecture "
                            + arch.xmlName()
                            + " have");
        }
        GuestCpu expanded = expander.expand(cpu, arguments.has("migratable"));
        String text =
                switch (form) {
                    case "json" -> JsonWriter.pretty(BaselineJson.cpu(expanded)) + "\n";
                    case "text" -> names(expanded);
                    default -> CpuDefinitionWriter.write(expanded);
                };
        Output.of(arguments, context.shell()).write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    private static String names(GuestCpu cpu) {
        StringBuilder out = new StringBuilder();
        for (CpuFeature feature : cpu.features()) {
            if (feature.effectivePolicy().isShown()) {
                out.append(feature.name()).append('\n');
            }
        }
        return out.toString();
    }
}
