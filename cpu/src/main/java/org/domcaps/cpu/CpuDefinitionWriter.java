package org.domcaps.cpu;

import org.domcaps.xml.XmlOutput;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/// Writes CPU definitions as libvirt does: two blanks a level, single quotes, LF line ends.
public final class CpuDefinitionWriter {

    private static final int USUAL_SIZE = 8 * 1024;
    private static final String CPU = "cpu";

    private final XmlOutput out = new XmlOutput(USUAL_SIZE);

    private CpuDefinitionWriter() {}

    /// The text of a definition, from column 0, with a final line end.
    public static String write(CpuDefinition cpu) {
        CpuDefinitionWriter writer = new CpuDefinitionWriter();
        switch (cpu) {
            case HostCpu host -> writer.host(host);
            case GuestCpu guest -> writer.guest(guest);
        }
        return new String(writer.out.toBytes(), StandardCharsets.UTF_8);
    }

    private void host(HostCpu cpu) {
        out.begin(0, CPU);
        out.endOpen();
        out.leaf(1, "arch", cpu.arch().xmlName());
        cpu.modelName().ifPresent(model -> out.leaf(1, "model", model));
        cpu.vendor().ifPresent(vendor -> out.leaf(1, "vendor", vendor));
        cpu.signature()
                .ifPresent(signature -> {
                    out.begin(1, "signature");
                    attribute("family", signature.family());
                    attribute("model", signature.model());
                    attribute("stepping", signature.stepping());
                    out.endEmpty();
                });
        cpu.topology().ifPresent(this::topology);
        cpu.features().forEach(this::feature);
        out.close(0, CPU, false);
    }

    private void guest(GuestCpu cpu) {
        out.begin(0, CPU);
        out.attribute("mode", cpu.mode().xmlName());
        if (cpu.mode() == CpuMode.CUSTOM) {
            out.attribute("match", cpu.effectiveMatch().xmlName());
        }
        cpu.check().ifPresent(check -> out.attribute("check", check.xmlName()));
        out.endOpen();
        model(cpu);
        cpu.vendor().ifPresent(vendor -> out.leaf(1, "vendor", vendor));
        cpu.topology().ifPresent(this::topology);
        cpu.maxPhysAddr().ifPresent(this::maxPhysAddr);
        cpu.features().forEach(this::feature);
        out.close(0, CPU, true);
    }

    private void model(GuestCpu cpu) {
        ModelChoice model = cpu.model();
        boolean named = cpu.mode() == CpuMode.CUSTOM || cpu.mode() == CpuMode.HOST_MODEL;
        if (!named || model.equals(ModelChoice.NONE)) {
            return;
        }
        out.begin(1, "model");
        out.attribute("fallback", model.fallback().xmlName());
        model.vendorId().ifPresent(id -> out.attribute("vendor_id", id));
        Optional<String> name = model.name();
        if (name.isPresent()) {
            out.endText("model", name.get());
        } else {
            out.endEmpty();
        }
    }

    private void topology(Topology topology) {
        out.begin(1, "topology");
        attribute("sockets", topology.sockets());
        attribute("dies", topology.dies());
        attribute("clusters", topology.clusters());
        attribute("cores", topology.cores());
        attribute("threads", topology.threads());
        out.endEmpty();
    }

    private void maxPhysAddr(MaxPhysAddr size) {
        out.begin(1, "maxphysaddr");
        out.attribute("mode", size.mode().xmlName());
        OptionalInt bits = size.bits();
        if (bits.isPresent()) {
            attribute("bits", bits.getAsInt());
        }
        OptionalInt limit = size.limit();
        if (limit.isPresent()) {
            attribute("limit", limit.getAsInt());
        }
        out.endEmpty();
    }

    private void feature(CpuFeature feature) {
        out.begin(1, "feature");
        feature.policy().ifPresent(policy -> out.attribute("policy", policy.xmlName()));
        out.attribute("name", feature.name());
        out.endEmpty();
    }

    private void attribute(String name, int value) {
        out.attribute(name, Integer.toString(value));
    }
}
