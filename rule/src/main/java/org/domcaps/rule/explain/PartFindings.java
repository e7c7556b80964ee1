package org.domcaps.rule.explain;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;
import org.domcaps.rule.Subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The findings about elements, enums and values: all that [Element] and [EnumKey] know, each with
/// the rows that decide it.
///
/// @param <F> what the hypervisor's facts are read from
final class PartFindings<F> {

    private final RuleTable<F> table;
    private final Release release;
    private final Prover<F> prover;
    private final ReleaseProofs proofs;

    PartFindings(String hypervisor, RuleTable<F> table, Release release, Witness<F> witness) {
        this.table = table;
        this.release = release;
        this.proofs = new ReleaseProofs(hypervisor, release);
        this.prover = new Prover<>(table, release, witness);
    }

    /// The findings about one element, itself first.
    List<Finding> of(Element element) {
        List<Finding> findings = new ArrayList<>();
        List<Decision> decisions = element(element);
        findings.add(Finding.of(element.path(), Kind.ELEMENT, decisions, List.of()));
        for (EnumKey key : EnumKey.of(element)) {
            List<Decision> ofEnum = new ArrayList<>(decisions);
            ofEnum.addAll(enumeration(key));
            findings.add(Finding.of(key.path(), Kind.ENUM, ofEnum, List.of()));
            for (EnumValue value : key.possibleValues()) {
                List<Decision> ofValue = new ArrayList<>(ofEnum);
                ofValue.addAll(value(key, value));
                findings.add(
                        Finding.of(
                                key.path() + "." + value.name(), Kind.VALUE, ofValue, List.of()));
            }
        }
        return findings;
    }

    private List<Decision> element(Element element) {
        List<Decision> decisions = new ArrayList<>();
        String reported = element.path() + " is in the document";
        proofs.hindered(reported, element.since(), Optional.empty()).ifPresent(decisions::add);
        prover.decision(new Subject.Reported(element), reported).ifPresent(decisions::add);
        Subject supported = new Subject.Supported(element);
        decisions.add(decision(supported, element.path() + " is supported"));
        return decisions;
    }

    private List<Decision> enumeration(EnumKey key) {
        List<Decision> decisions = new ArrayList<>();
        String about = key.path() + " is in the document";
        proofs.hindered(about, key.since(), Optional.empty()).ifPresent(decisions::add);
        Subject reported = new Subject.EnumReported(key);
        if (!table.about(reported).isEmpty()) {
            decisions.add(decision(reported, about));
        } else if (!table.speaksOfValues(key, release)) {
            decisions.add(unsaid(about, ofValues(key)));
        }
        return decisions;
    }

    private List<Rule<F>> ofValues(EnumKey key) {
        List<Rule<F>> rows = new ArrayList<>();
        for (EnumValue value : key.possibleValues()) {
            rows.addAll(table.about(new Subject.Value(key, value.name())));
        }
        return rows;
    }

    private List<Decision> value(EnumKey key, EnumValue value) {
        String about = key.path() + " has the value " + value.name();
        Optional<Decision> unknown = proofs.hindered(about, value.since(), value.until());
        if (unknown.isPresent()) {
            return List.of(unknown.get());
        }
        return List.of(decision(new Subject.Value(key, value.name()), about));
    }

    private Decision decision(Subject subject, String about) {
        return prover.decision(subject, about).orElseGet(() -> unsaid(about, table.about(subject)));
    }

    /// What no row of the release says: rows of other releases may, else nobody ever does.
    private Decision unsaid(String about, List<Rule<F>> ofOtherReleases) {
        for (Rule<F> other : ofOtherReleases) {
            Optional<Decision> tooEarly = proofs.hindered(about, other.since(), other.until());
            if (tooEarly.isPresent()) {
                return tooEarly.get();
            }
        }
        return proofs.never(about);
    }
}
