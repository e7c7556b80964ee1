package org.domcaps.decide.check;

import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Generations;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One document as the rules ask it: every question has three answers.
///
/// A value that an enum does not list is a "no", unless the document is of a release that did not
/// know the value yet.
final class Capabilities {

    private final DomainCapabilities document;
    private final Release form;

    Capabilities(DomainCapabilities document) {
        this.document = document;
        this.form = Generations.detect(document);
    }

    /// An answer with its reasons.
    ///
    /// @param outcome the answer
    /// @param reasons why it is no "yes", and what is allowed instead
    record Answer(Outcome outcome, List<Reason> reasons) {
        static final Answer YES = new Answer(Outcome.YES, List.of());

        static Answer no(Reason... reasons) {
            return new Answer(Outcome.NO, List.of(reasons));
        }

        static Answer unknown(Reason... reasons) {
            return new Answer(Outcome.UNKNOWN, List.of(reasons));
        }
    }

    DomainCapabilities document() {
        return document;
    }

    Optional<Arch> arch() {
        return document.arch().flatMap(Arch::find);
    }

    Optional<VirtType> virtType() {
        return document.domain().flatMap(VirtType::find);
    }

    /// The kind of machine that the document is about.
    MachineKind machineKind() {
        return MachineKind.of(arch(), document.machine().orElse(""));
    }

    /// Whether an element works.
    Answer element(Element element) {
        return switch (document.support(element)) {
            case YES -> Answer.YES;
            case NO -> Answer.no();
            case NOT_REPORTED -> Answer.unknown(notReported(element.path(), element.since()));
        };
    }

    /// Whether an enum lists a value.
    ///
    /// @param open values that may work although no document ever lists them
    Answer value(EnumKey key, String value, Set<String> open) {
        if (document.support(key.element()) != Support.YES) {
            return element(key.element());
        }
        Optional<List<String>> values = document.values(key);
        if (values.isEmpty()) {
            return Answer.unknown(notReported(key.path(), key.since()));
        }
        if (values.get().contains(value)) {
            return Answer.YES;
        }
        if (open.contains(value)) {
            return Answer.unknown(
                    new NotReported(key.path() + " '" + value + "'", Optional.empty()));
        }
        Optional<EnumValue> known = key.value(value);
        if (known.isPresent() && !known.get().isKnownTo(form)) {
            return Answer.unknown(
                    notReported(key.path() + " '" + value + "'", known.get().since()));
        }
        return Answer.no(new Offered(key.path(), values.get()));
    }

    /// Names the release only where the document may be of an older one.
    private NotReported notReported(String what, Release since) {
        boolean explains = since.compareTo(Release.OLDEST) > 0 && !form.isAtLeast(since);
        return new NotReported(what, explains ? Optional.of(since) : Optional.empty());
    }
}
