package org.domcaps.decide.check;

import org.domcaps.decide.Judgement;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.EmulatorOffer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds a domain definition against what a host can do.
public final class DomainCheck {

    /// What the tables cannot say, in the order of the format.
    private static final List<Rule> RULES =
            List.of(
                    VcpuRules::limit,
                    VcpuRules::current,
                    BootRules::featuresWithoutChoice,
                    BootRules::loaderPath,
                    BootRules::secureBoot,
                    BootRules::enrolledKeys,
                    VcpuRules::topology,
                    CpuRules::mode,
                    CpuRules::model,
                    CpuRules::addressBits,
                    FeatureCheck::vendor,
                    FeatureCheck::features,
                    DeviceRules::diskBus,
                    DeviceRules::pciRoot,
                    DeviceRules::ioThread,
                    DeviceRules::spice,
                    DeviceRules::sharedMemory,
                    DeviceRules::tpm,
                    DeviceRules::sgxSize,
                    HypervRules::arch,
                    HypervRules::offered,
                    HypervRules::closure,
                    LaunchSecurityRules::element,
                    LaunchSecurityRules::sev,
                    LaunchSecurityRules::snp,
                    LaunchSecurityRules::firmware);

    private DomainCheck() {}

    /// Everything that is to be said about a definition on a host, in the order of its text.
    /// Nothing to say means that the host can run it as far as its capabilities tell.
    public static List<Judgement> check(DomainDefinition definition, HostCapabilities host) {
        return switch (host.answer(definition)) {
            case HostCapabilities.Answer.Nothing(List<Judgement> judgements) -> judgements;
            case HostCapabilities.Answer.Found(
                            DomainCapabilities document,
                            Optional<EmulatorOffer.Machine> machine,
                            List<Judgement> judgements) -> {
                List<Judgement> all = new ArrayList<>(judgements);
                all.addAll(check(definition, document, machine));
                yield all;
            }
        };
    }

    /// Everything that is to be said about a definition under one document.
    ///
    /// @param document about the definition's architecture, virt type and kind of machine
    /// @param machine what the emulator says of the machine type; absent if that is not known
    public static List<Judgement> check(
            DomainDefinition definition,
            DomainCapabilities document,
            Optional<EmulatorOffer.Machine> machine) {
        Findings findings = new Findings(definition);
        Node domain = Node.root(definition.domain());
        Capabilities capabilities = new Capabilities(document);
        machine(definition, domain, document, machine, findings);
        ElementRules.ALL.forEach(rule -> rule.check(domain, capabilities, findings));
        ValueRules.all().forEach(rule -> rule.check(domain, capabilities, findings));
        RULES.forEach(rule -> rule.check(domain, capabilities, findings));
        return findings.inOrder();
    }

    private static void machine(
            DomainDefinition definition,
            Node domain,
            DomainCapabilities document,
            Optional<EmulatorOffer.Machine> machine,
            Findings findings) {
        Node type = TargetNodes.osType(domain);
        if (machine.isPresent() && machine.get().deprecated()) {
            findings.warning(
                    "target.machine.deprecated",
                    type,
                    "the emulator advises against the machine type '" + machine.get().name() + "'");
        }
        Optional<String> written = definition.machine();
        Optional<String> canonical = document.machine();
        boolean alias =
                written.isPresent()
                        && canonical.isPresent()
                        && (MachineAlias.isAlias(written.get())
                                || machine.flatMap(EmulatorOffer.Machine::alias).equals(written));
        if (alias && !written.equals(canonical)) {
            findings.info(
                    "target.machine.alias",
                    type,
                    "'"
                            + written.get()
                            + "' stands for '"
                            + canonical.get()
                            + "' here, and for another machine type after an upgrade");
        }
    }
}
