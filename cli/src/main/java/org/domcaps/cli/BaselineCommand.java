package org.domcaps.cli;

import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.decide.cpu.Baseline;
import org.domcaps.decide.cpu.BaselineFinder;
import org.domcaps.decide.cpu.CpuExpander;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.Arch;
import org.domcaps.document.Palette;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.json.JsonWriter;

import java.nio.charset.StandardCharsets;

/// `domcaps baseline`: the largest CPU that all hosts have.
final class BaselineCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        String form = OptionValues.choice(arguments, "format", ValueKind.DOCUMENT_FORM, "xml");
        Palette palette = Terminal.palette(arguments, context.shell());
        Arch arch = CpuOptions.usualArch(arguments);
        BaselineFinder finder = new BaselineFinder(arguments.has("migratable"), arch);
        HostSet<CpuOffer> read = CpuOptions.offers(arguments.operands(), arguments, context);
        HostSet<CpuOffer> hosts = read;
        Output output = Output.of(arguments, context.shell());
        Baseline baseline;
        try {
            hosts = usable(finder, read, context);
            baseline = finder.find(hosts);
        } catch (IncompatibleCpuException e) {
            if (form.equals("json")) {
                output.write(bytes(JsonWriter.pretty(BaselineJson.none(e, hosts)) + "\n"));
            } else {
                context.notices().accept(BaselinePage.why(e, hosts));
            }
            return HostInput.end(hosts, ExitCode.NO);
        }
        if (form.equals("xml")) {
            // The other forms say it themselves.
            baseline.passedOver().ifPresent(found -> context.notices().accept(found.message()));
        }
        GuestCpu cpu = baseline.cpu();
        if (arguments.has("features")) {
            cpu =
                    new CpuExpander(baseline.arch(), CpuOffer.mapRelease())
                            .expand(cpu, arguments.has("migratable"));
        }
        String text =
                switch (form) {
                    case "json" -> JsonWriter.pretty(BaselineJson.of(baseline, cpu, hosts)) + "\n";
                    case "text" ->
                            new BaselinePage(palette, Terminal.width(context.shell()))
                                    .of(baseline, cpu, hosts);
                    default -> CpuDefinitionWriter.write(cpu);
                };
        output.write(bytes(text));
        return HostInput.end(hosts, ExitCode.DONE);
    }

    /// Hosts that a baseline can count on; the others get a line each, once.
    private static HostSet<CpuOffer> usable(
            BaselineFinder finder, HostSet<CpuOffer> read, Context context) {
        HostSet<CpuOffer> hosts = finder.usable(read);
        for (UnreadHost unread : hosts.unread()) {
            if (!read.unread().contains(unread)) {
                context.notices().accept(unread.reason());
            }
        }
        if (hosts.isEmpty()) {
            throw new DomcapsException(ErrorCode.SYSTEM, "no host tells its CPU");
        }
        return hosts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
