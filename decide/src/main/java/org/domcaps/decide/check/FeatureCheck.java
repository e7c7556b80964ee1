package org.domcaps.decide.check;

import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Detail;
import org.domcaps.document.Element;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Features of the guest's CPU against those of the document's host-model, which is all that the
/// emulator can give on this host.
final class FeatureCheck {

    private FeatureCheck() {}

    /// Features that the definition asks for, one by one. Those of a named model are the business
    /// of [CpuRules#model].
    static void features(Node domain, Capabilities capabilities, Findings findings) {
        for (Node cpu : domain.children("cpu")) {
            readable(cpu, findings);
            List<Node> features = cpu.children("feature");
            if (!features.isEmpty()) {
                policies(cpu, features, capabilities, findings);
            }
        }
    }

    private static void policies(
            Node cpu, List<Node> features, Capabilities capabilities, Findings findings) {
        HostFeatures host = HostFeatures.of(capabilities);
        for (Node feature : features) {
            String name = feature.attribute("name").orElse("");
            FeaturePolicy policy =
                    feature.attribute("policy")
                            .flatMap(FeaturePolicy::find)
                            .orElse(FeaturePolicy.REQUIRE);
            boolean matters = policy == FeaturePolicy.REQUIRE || policy == FeaturePolicy.FORBID;
            if (matters && !name.isEmpty()) {
                judge(cpu, feature, name, policy, host.has(name), capabilities, findings);
            }
        }
    }

    private static void judge(
            Node cpu,
            Node feature,
            String name,
            FeaturePolicy policy,
            HostFeatures.Answer host,
            Capabilities capabilities,
            Findings findings) {
        boolean required = policy == FeaturePolicy.REQUIRE;
        switch (host) {
            case YES -> {
                if (!required) {
                    findings.error(
                            "cpu.feature.forbidden",
                            feature,
                            "the host has the CPU feature '" + name + "', which it must not");
                }
            }
            case NO -> {
                if (required) {
                    CpuRules.tell(
                            capabilities,
                            cpu,
                            "cpu.feature",
                            feature,
                            "the host has no CPU feature '" + name + "'",
                            findings,
                            new MissingFeatures(MissingFeatures.Source.HOST_MODEL, List.of(name)));
                }
            }
            case NO_SUCH_FEATURE ->
                    findings.error(
                            "cpu.feature.name", feature, "there is no CPU feature '" + name + "'");
            case UNKNOWN ->
                    findings.unknown(
                            "cpu.feature",
                            feature,
                            "it is not known whether the host has the CPU feature '" + name + "'",
                            new NotReported("cpu.host-model", Optional.empty()));
        }
    }

    /// Compares a whole definition where the document does not say whether the model is usable, or
    /// not why it is not.
    static void compareModel(Node cpu, Node model, Capabilities capabilities, Findings findings) {
        Optional<CpuOperations> operations = operations(capabilities);
        Optional<GuestCpu> host = host(capabilities);
        if (operations.isEmpty() || host.isEmpty()) {
            findings.unknown(
                    "cpu.model.usable",
                    model,
                    "it is not known whether the host can run the CPU model '" + model.text() + "'",
                    new NotReported("cpu.custom usable", Optional.empty()));
            return;
        }
        GuestCpu bare =
                GuestCpu.exact(
                        ModelChoice.of(model.text(), Fallback.FORBID),
                        Optional.empty(),
                        disabled(cpu));
        try {
            Comparison comparison = operations.get().compare(host.get(), bare);
            if (!comparison.isCompatible()) {
                CpuRules.tell(
                        capabilities,
                        cpu,
                        "cpu.model.blocked",
                        model,
                        "the host cannot run the CPU model '" + model.text() + "'",
                        findings,
                        new MissingFeatures(
                                MissingFeatures.Source.HOST_MODEL, comparison.missing()));
            }
        } catch (UnknownCpuNameException | IncompatibleCpuException e) {
            findings.unknown(
                    "cpu.model.usable",
                    model,
                    "it is not known whether the host can run the CPU model '" + model.text() + "'",
                    new Explanation(e.getMessage()));
        }
    }

    /// A vendor that the definition demands must be the host's.
    static void vendor(Node domain, Capabilities capabilities, Findings findings) {
        Optional<String> host =
                capabilities.document().hostModel().flatMap(Detail.HostModel::vendor);
        for (Node vendor : domain.find("cpu/vendor")) {
            if (host.isPresent() && !vendor.text().equals(host.get())) {
                findings.error(
                        "cpu.vendor",
                        vendor,
                        "the host's CPU is of " + host.get() + " and not of " + vendor.text());
            } else if (host.isEmpty()) {
                findings.unknown(
                        "cpu.vendor",
                        vendor,
                        "it is not known whether the host's CPU is of " + vendor.text(),
                        new NotReported("cpu.host-model.vendor", Optional.empty()));
            }
        }
    }

    /// Names of features that a definition switches off.
    static Set<String> switchedOff(Node cpu) {
        Set<String> names = new HashSet<>();
        disabled(cpu).forEach(feature -> names.add(feature.name()));
        return names;
    }

    /// Whether libvirt's CPU map has a model, so that it could find a similar one.
    static boolean knows(Capabilities capabilities, String model) {
        Optional<CpuOperations> operations = operations(capabilities);
        if (operations.isEmpty()) {
            return false;
        }
        try {
            operations
                    .get()
                    .expand(
                            GuestCpu.exact(
                                    ModelChoice.of(model, Fallback.ALLOW),
                                    Optional.empty(),
                                    List.of()));
            return true;
        } catch (UnknownCpuNameException _) {
            return false;
        }
    }

    /// A mode that does not exist is told by [CpuRules#mode].
    private static void readable(Node cpu, Findings findings) {
        if (CpuMode.find(cpu.attribute("mode").orElse("custom")).isEmpty()) {
            return;
        }
        try {
            CpuDefinitionReader.read(cpu.element());
        } catch (XmlException e) {
            String message = e.getMessage();
            int place = message.indexOf(" at line ");
            findings.error(
                    "cpu.definition",
                    at(cpu, e),
                    place < 0 ? message : message.substring(0, place));
        }
    }

    /// The element that a fault is about, or the whole definition.
    private static Node at(Node cpu, XmlException fault) {
        for (XmlElement child : cpu.element().children()) {
            if (child.line() == fault.line() && child.column() == fault.column()) {
                return new Node(child, Optional.of(cpu));
            }
        }
        return cpu;
    }

    private static List<CpuFeature> disabled(Node cpu) {
        List<CpuFeature> features = new ArrayList<>();
        for (Node feature : cpu.children("feature")) {
            boolean off = feature.has("policy", "disable") || feature.has("policy", "forbid");
            if (off && feature.attribute("name").isPresent()) {
                features.add(CpuFeature.of(feature.attribute("name").get(), FeaturePolicy.DISABLE));
            }
        }
        return features;
    }

    static Optional<CpuOperations> operations(Capabilities capabilities) {
        return capabilities
                .arch()
                .flatMap(arch -> CpuFamilies.of(arch, Release.NEWEST))
                .map(family -> family.operations());
    }

    /// The CPU of the document's host-model as a definition.
    static Optional<GuestCpu> host(Capabilities capabilities) {
        return capabilities
                .document()
                .hostModel()
                .filter(_ -> capabilities.document().block(Element.HOST_MODEL).isPresent())
                .map(model ->
                        GuestCpu.exact(
                                ModelChoice.of(model.model(), Fallback.FORBID),
                                model.vendor(),
                                model.features().stream()
                                        .map(it -> CpuFeature.of(it.name(), it.policy()))
                                        .toList()));
    }
}
