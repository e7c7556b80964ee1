package org.domcaps.cpu;

import java.util.Optional;
import java.util.OptionalInt;

/// Writes CPU definitions as libvirt does: two blanks a level, single quotes, LF line ends.
public final class CpuDefinitionWriter {

    private final StringBuilder text = new StringBuilder(1024);

    private CpuDefinitionWriter() {}

    /// The text of a definition, from column 0, with a final line end.
    public static String write(CpuDefinition cpu) {
        CpuDefinitionWriter writer = new CpuDefinitionWriter();
        switch (cpu) {
            case HostCpu host -> writer.host(host);
            case GuestCpu guest -> writer.guest(guest);
        }
        return writer.text.toString();
    }

    private void host(HostCpu cpu) {
        text.append("<cpu>\n");
        element("arch", cpu.arch().xmlName());
        cpu.modelName().ifPresent(model -> element("model", model));
        cpu.vendor().ifPresent(vendor -> element("vendor", vendor));
        cpu.signature()
                .ifPresent(signature -> {
                    text.append("  <signature");
                    attribute("family", signature.family());
                    attribute("model", signature.model());
                    attribute("stepping", signature.stepping());
                    text.append("/>\n");
                });
        cpu.topology().ifPresent(this::topology);
        cpu.features().forEach(this::feature);
        text.append("</cpu>\n");
    }

    private void guest(GuestCpu cpu) {
        text.append("<cpu");
        attribute("mode", cpu.mode().xmlName());
        if (cpu.mode() == CpuMode.CUSTOM) {
            attribute("match", cpu.effectiveMatch().xmlName());
        }
        cpu.check().ifPresent(check -> attribute("check", check.xmlName()));
        int start = text.length();
        text.append(">\n");
        model(cpu);
        cpu.vendor().ifPresent(vendor -> element("vendor", vendor));
        cpu.topology().ifPresent(this::topology);
        cpu.maxPhysAddr().ifPresent(this::maxPhysAddr);
        cpu.features().forEach(this::feature);
        if (text.length() == start + 2) {
            text.setLength(start);
            text.append("/>\n");
        } else {
            text.append("</cpu>\n");
        }
    }

    private void model(GuestCpu cpu) {
        ModelChoice model = cpu.model();
        boolean named = cpu.mode() == CpuMode.CUSTOM || cpu.mode() == CpuMode.HOST_MODEL;
        if (!named || model.equals(ModelChoice.NONE)) {
            return;
        }
        text.append("  <model");
        attribute("fallback", model.fallback().xmlName());
        model.vendorId().ifPresent(id -> attribute("vendor_id", id));
        Optional<String> name = model.name();
        if (name.isPresent()) {
            text.append('>');
            escape(name.get());
            text.append("</model>\n");
        } else {
            text.append("/>\n");
        }
    }

    private void topology(Topology topology) {
        text.append("  <topology");
        attribute("sockets", topology.sockets());
        attribute("dies", topology.dies());
        attribute("clusters", topology.clusters());
        attribute("cores", topology.cores());
        attribute("threads", topology.threads());
        text.append("/>\n");
    }

    private void maxPhysAddr(MaxPhysAddr size) {
        text.append("  <maxphysaddr");
        attribute("mode", size.mode().xmlName());
        OptionalInt bits = size.bits();
        if (bits.isPresent()) {
            attribute("bits", bits.getAsInt());
        }
        OptionalInt limit = size.limit();
        if (limit.isPresent()) {
            attribute("limit", limit.getAsInt());
        }
        text.append("/>\n");
    }

    private void feature(CpuFeature feature) {
        text.append("  <feature");
        feature.policy().ifPresent(policy -> attribute("policy", policy.xmlName()));
        attribute("name", feature.name());
        text.append("/>\n");
    }

    private void element(String name, String content) {
        text.append("  <").append(name).append('>');
        escape(content);
        text.append("</").append(name).append(">\n");
    }

    private void attribute(String name, int value) {
        text.append(' ').append(name).append("='").append(value).append('\'');
    }

    private void attribute(String name, String value) {
        text.append(' ').append(name).append("='");
        escape(value);
        text.append('\'');
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&apos;");
                default -> text.append(c);
            }
        }
    }
}
