package org.domcaps.decide.check;

import org.domcaps.decide.Offered;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// A host that is known by documents.
///
/// Documents name canonical machine types only, and say nothing of those that they are not about.
/// So `q35` is taken for any `pc-q35-...`, the last one in the list; and of a machine type without
/// a document it cannot be known whether the host has it. The rest of the definition is then held
/// against a document of the same kind of machine.
///
/// @param name what the host is called
/// @param documents what it said
public record DocumentsHost(String name, List<DomainCapabilities> documents)
        implements HostCapabilities {

    /// Checks and copies.
    public DocumentsHost {
        Objects.requireNonNull(name, "name");
        documents = List.copyOf(documents);
    }

    @Override
    public Answer answer(DomainDefinition definition) {
        Findings findings = new Findings(definition);
        Node domain = Node.root(definition.domain());
        Node type = TargetNodes.osType(domain);
        List<DomainCapabilities> left = documents;
        left = ofArch(definition, left);
        if (left.isEmpty()) {
            findings.unknown(
                    "target.arch",
                    type,
                    "no document is about the architecture '"
                            + definition.archName().orElse("")
                            + "'",
                    offered("arch", documents, DomainCapabilities::arch));
            return new Answer.Nothing(findings.inOrder());
        }
        List<DomainCapabilities> ofArch = left;
        left = with(definition.virtTypeName(), left, DomainCapabilities::domain);
        if (left.isEmpty()) {
            findings.unknown(
                    "target.virt-type",
                    domain,
                    "no document is about the virt type '"
                            + definition.virtTypeName().orElse("")
                            + "'",
                    offered("domain", ofArch, DomainCapabilities::domain));
            return new Answer.Nothing(findings.inOrder());
        }
        left = ofEmulator(definition, domain, left, findings);
        return ofMachine(definition, type, left, findings);
    }

    private static List<DomainCapabilities> ofArch(
            DomainDefinition definition, List<DomainCapabilities> documents) {
        return with(definition.archName(), documents, DomainCapabilities::arch);
    }

    /// Prefers documents about the definition's emulator; documents about another one still tell
    /// most of it.
    private static List<DomainCapabilities> ofEmulator(
            DomainDefinition definition,
            Node domain,
            List<DomainCapabilities> documents,
            Findings findings) {
        List<DomainCapabilities> same =
                with(definition.emulator(), documents, DomainCapabilities::path);
        if (!same.isEmpty()) {
            return same;
        }
        findings.unknown(
                "target.emulator",
                domain.first("devices/emulator").orElse(domain),
                "no document is about the emulator '" + definition.emulator().orElse("") + "'",
                offered("path", documents, DomainCapabilities::path));
        return documents;
    }

    private static Answer ofMachine(
            DomainDefinition definition,
            Node type,
            List<DomainCapabilities> documents,
            Findings findings) {
        Optional<String> wanted = definition.machine();
        if (wanted.isEmpty()) {
            return found(documents.getFirst(), findings);
        }
        List<DomainCapabilities> same = with(wanted, documents, DomainCapabilities::machine);
        if (!same.isEmpty()) {
            return found(same.getLast(), findings);
        }
        Optional<Arch> arch = documents.getFirst().arch().flatMap(Arch::find);
        MachineKind kind = MachineKind.of(arch, wanted.get());
        List<DomainCapabilities> alike = new ArrayList<>();
        for (DomainCapabilities document : documents) {
            MachineKind other = MachineKind.of(arch, document.machine().orElse(""));
            if (kind != MachineKind.OTHER && other == kind) {
                alike.add(document);
            }
        }
        if (!alike.isEmpty() && MachineAlias.isAlias(wanted.get())) {
            return found(alike.getLast(), findings);
        }
        findings.unknown(
                "target.machine",
                type,
                "no document is about the machine type '" + wanted.get() + "'",
                offered("machine", documents, DomainCapabilities::machine));
        return alike.isEmpty()
                ? new Answer.Nothing(findings.inOrder())
                : found(alike.getLast(), findings);
    }

    private static Answer found(DomainCapabilities document, Findings findings) {
        return new Answer.Found(document, Optional.empty(), findings.inOrder());
    }

    /// Documents with a value, or all if none is wanted.
    private static List<DomainCapabilities> with(
            Optional<String> wanted,
            List<DomainCapabilities> documents,
            java.util.function.Function<DomainCapabilities, Optional<String>> value) {
        if (wanted.isEmpty()) {
            return documents;
        }
        return documents.stream().filter(document -> value.apply(document).equals(wanted)).toList();
    }

    private static Offered offered(
            String what,
            List<DomainCapabilities> documents,
            java.util.function.Function<DomainCapabilities, Optional<String>> value) {
        SequencedSet<String> values = new LinkedHashSet<>();
        documents.forEach(document -> value.apply(document).ifPresent(values::add));
        return new Offered(what, List.copyOf(values));
    }
}
