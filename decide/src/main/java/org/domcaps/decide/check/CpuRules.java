package org.domcaps.decide.check;

import org.domcaps.decide.Offered;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.Element;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The guest's CPU: mode, model, features, address bits.
final class CpuRules {

    private CpuRules() {}

    /// The mode must be supported.
    static void mode(Node domain, Capabilities capabilities, Findings findings) {
        for (Node cpu : domain.children("cpu")) {
            Optional<Element> mode = modeElement(cpu);
            if (mode.isPresent()) {
                findings.answer(
                        "cpu.mode",
                        cpu,
                        "CPU mode '" + mode.get().xmlName() + "'",
                        withOthers(capabilities, mode.get()));
            } else if (!cpu.attribute("mode").orElse("custom").equals("custom")) {
                findings.error(
                        "cpu.mode",
                        cpu,
                        "'" + cpu.attribute("mode").orElseThrow() + "' is no CPU mode",
                        new Offered("cpu.mode", supported(capabilities)));
            }
        }
    }

    /// A named model must be known, and the host must be able to run it.
    static void model(Node domain, Capabilities capabilities, Findings findings) {
        if (capabilities.document().support(Element.CUSTOM) != Support.YES) {
            return;
        }
        for (Node cpu : domain.children("cpu")) {
            Optional<Node> model = cpu.child("model").filter(node -> !node.text().isEmpty());
            if (model.isPresent() && isCustom(cpu)) {
                Optional<CpuModel> known = find(capabilities, model.get().text());
                if (known.isEmpty()) {
                    unknownModel(model.get(), capabilities, findings);
                } else {
                    usable(cpu, model.get(), known.get(), capabilities, findings);
                    deprecated(model.get(), known.get(), findings);
                }
            }
        }
    }

    /// A definition that asks for more address bits than the host has.
    static void addressBits(Node domain, Capabilities capabilities, Findings findings) {
        Optional<Detail.MaxPhysAddr> host =
                capabilities.document().hostModel().flatMap(Detail.HostModel::maxPhysAddr);
        for (Node size : domain.find("cpu/maxphysaddr")) {
            OptionalLong bits =
                    size.attribute("bits").map(Numbers::parse).orElse(OptionalLong.empty());
            if (host.isPresent() && bits.isPresent() && bits.getAsLong() > host.get().limit()) {
                findings.error(
                        "cpu.maxphysaddr",
                        size,
                        bits.getAsLong()
                                + " bits of physical address are more than the "
                                + host.get().limit()
                                + " of the host");
            }
        }
    }

    private static void unknownModel(Node model, Capabilities capabilities, Findings findings) {
        boolean replaceable = !model.has("fallback", "forbid");
        Offered offered = new Offered("cpu.custom", usableNames(capabilities));
        if (replaceable && FeatureCheck.knows(capabilities, model.text())) {
            findings.warning(
                    "cpu.model.replaced",
                    model,
                    "the emulator does not know the CPU model '"
                            + model.text()
                            + "'; libvirt takes a similar one",
                    offered);
        } else {
            findings.error(
                    "cpu.model", model, "CPU model '" + model.text() + "' is not offered", offered);
        }
    }

    private static void usable(
            Node cpu, Node model, CpuModel known, Capabilities capabilities, Findings findings) {
        switch (known.usable()) {
            case YES -> {}
            case NO -> blocked(cpu, model, known, capabilities, findings);
            case UNKNOWN -> FeatureCheck.compareModel(cpu, model, capabilities, findings);
        }
    }

    /// A model is usable after all if the definition takes away what blocks it.
    private static void blocked(
            Node cpu, Node model, CpuModel known, Capabilities capabilities, Findings findings) {
        if (known.blockers().isEmpty()) {
            FeatureCheck.compareModel(cpu, model, capabilities, findings);
            return;
        }
        List<String> left = new ArrayList<>(known.blockers());
        left.removeAll(FeatureCheck.switchedOff(cpu));
        if (left.isEmpty()) {
            return;
        }
        MissingFeatures missing = new MissingFeatures(MissingFeatures.Source.BLOCKERS, left);
        Offered offered = new Offered("cpu.custom", usableNames(capabilities));
        tell(
                capabilities,
                cpu,
                "cpu.model.blocked",
                model,
                "the host cannot run the CPU model '" + model.text() + "'",
                findings,
                missing,
                offered);
    }

    /// Without KVM the emulator leaves away what it cannot do, unless everything is checked.
    static void tell(
            Capabilities capabilities,
            Node cpu,
            String id,
            Node at,
            String message,
            Findings findings,
            org.domcaps.decide.Reason... reasons) {
        boolean translated = capabilities.virtType().equals(Optional.of(VirtType.QEMU));
        boolean lenient =
                isCustom(cpu) && translated && !cpu.has("check", "full")
                        || cpu.has("check", "none");
        if (lenient) {
            findings.warning(id, at, message + "; the guest starts without", reasons);
        } else {
            findings.error(id, at, message, reasons);
        }
    }

    private static void deprecated(Node model, CpuModel known, Findings findings) {
        if (known.deprecated() == Support.YES) {
            findings.warning(
                    "cpu.model.deprecated",
                    model,
                    "the emulator advises against the CPU model '" + model.text() + "'");
        }
    }

    static boolean isCustom(Node cpu) {
        return cpu.attribute("mode").orElse("custom").equals("custom");
    }

    private static Optional<CpuModel> find(Capabilities capabilities, String name) {
        return capabilities.document().customModels().stream()
                .filter(model -> model.name().equals(name))
                .findFirst();
    }

    private static List<String> usableNames(Capabilities capabilities) {
        return capabilities.document().customModels().stream()
                .filter(model -> model.usable() == CpuModel.Usable.YES)
                .map(CpuModel::name)
                .toList();
    }

    /// The element of a mode; empty for a definition that names no model, which is a topology only,
    /// and for modes that do not exist.
    private static Optional<Element> modeElement(Node cpu) {
        return switch (cpu.attribute("mode").orElse("custom")) {
            case "host-passthrough" -> Optional.of(Element.HOST_PASSTHROUGH);
            case "maximum" -> Optional.of(Element.MAXIMUM);
            case "host-model" -> Optional.of(Element.HOST_MODEL);
            case "custom" ->
                    cpu.child("model").isPresent() ? Optional.of(Element.CUSTOM) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Capabilities.Answer withOthers(Capabilities capabilities, Element mode) {
        Capabilities.Answer answer = capabilities.element(mode);
        return answer.outcome() == org.domcaps.decide.Outcome.NO
                ? Capabilities.Answer.no(new Offered("cpu.mode", supported(capabilities)))
                : answer;
    }

    private static List<String> supported(Capabilities capabilities) {
        List<String> names = new ArrayList<>();
        for (Element mode :
                List.of(
                        Element.HOST_PASSTHROUGH,
                        Element.MAXIMUM,
                        Element.HOST_MODEL,
                        Element.CUSTOM)) {
            if (capabilities.document().support(mode) == Support.YES) {
                names.add(mode.xmlName());
            }
        }
        return names;
    }
}
