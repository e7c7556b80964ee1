package org.domcaps.decide.check;

import org.domcaps.decide.check.Capabilities.Answer;
import org.domcaps.document.Detail;
import org.domcaps.document.Element;
import org.domcaps.document.Support;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Confidential computing beyond the list of types: SEV and its policies, TDX, s390.
final class LaunchSecurityRules {

    /// Bit 2 of a SEV policy asks for encrypted registers (SEV-ES).
    private static final long SEV_ES = 1 << 2;

    /// Bit 17 of an SNP policy is reserved and must be one.
    private static final long SNP_RESERVED = 1 << 17;

    private LaunchSecurityRules() {}

    /// Each type needs its own element of the document, whatever the others say.
    static void element(Node domain, Capabilities capabilities, Findings findings) {
        if (capabilities.document().support(Element.LAUNCH_SECURITY) == Support.NO) {
            return;
        }
        for (Node security : domain.children("launchSecurity")) {
            Optional<Element> element =
                    switch (security.attribute("type").orElse("")) {
                        case "sev", "sev-snp" -> Optional.of(Element.SEV);
                        case "tdx" -> Optional.of(Element.TDX);
                        case "s390-pv" -> Optional.of(Element.S390_PV);
                        default -> Optional.empty();
                    };
            element.ifPresent(needed ->
                    findings.answer(
                            "launch-security." + security.attribute("type").orElseThrow(),
                            security,
                            "the host's part of launch security '"
                                    + security.attribute("type").orElseThrow()
                                    + "'",
                            capabilities.element(needed)));
        }
    }

    /// The policy of SEV, and how many guests there may be.
    static void sev(Node domain, Capabilities capabilities, Findings findings) {
        Optional<Detail.Sev> sev = capabilities.document().detail(Element.SEV, Detail.Sev.class);
        for (Node security : domain.children("launchSecurity")) {
            if (sev.isPresent() && security.has("type", "sev")) {
                policy(security, findings)
                        .ifPresent(policy -> slots(security, policy, sev.get(), findings));
                sameNumber(security, "cbitpos", sev.get().cbitpos(), findings);
                sameNumber(security, "reducedPhysBits", sev.get().reducedPhysBits(), findings);
            }
        }
    }

    /// The policy of SEV-SNP.
    static void snp(Node domain, Capabilities capabilities, Findings findings) {
        for (Node security : domain.children("launchSecurity")) {
            if (security.has("type", "sev-snp") && security.child("policy").isPresent()) {
                Optional<Long> policy = policy(security, findings);
                if (policy.isPresent() && (policy.get() & SNP_RESERVED) == 0) {
                    findings.error(
                            "launch-security.sev-snp.policy",
                            security.child("policy").get(),
                            "bit 17 of an SNP policy must be set",
                            new Needs("a policy such as 0x30000"));
                }
            }
        }
    }

    /// Guests whose memory is encrypted from the start need UEFI.
    static void firmware(Node domain, Capabilities capabilities, Findings findings) {
        for (Node security : domain.children("launchSecurity")) {
            boolean needsUefi =
                    List.of("sev", "sev-snp", "tdx")
                            .contains(security.attribute("type").orElse(""));
            boolean hasLoader =
                    domain.first("os/loader").isPresent()
                            || domain.first("os")
                                    .filter(os -> os.has("firmware", "efi"))
                                    .isPresent();
            if (needsUefi && !hasLoader) {
                findings.error(
                        "launch-security.firmware",
                        security,
                        "launch security needs UEFI firmware",
                        new Needs("firmware='efi' in <os>, or a <loader>"));
            }
        }
    }

    private static Optional<Long> policy(Node security, Findings findings) {
        Optional<Node> element = security.child("policy");
        if (element.isEmpty()) {
            findings.error(
                    "launch-security.policy",
                    security,
                    "launch security '"
                            + security.attribute("type").orElse("")
                            + "' needs a policy",
                    new Needs("<policy>"));
            return Optional.empty();
        }
        OptionalLong number = Numbers.parse(element.get().text());
        if (number.isEmpty()) {
            findings.error(
                    "launch-security.policy",
                    element.get(),
                    "the policy '" + element.get().text() + "' is no number");
            return Optional.empty();
        }
        return Optional.of(number.getAsLong());
    }

    private static void slots(Node security, long policy, Detail.Sev sev, Findings findings) {
        boolean es = (policy & SEV_ES) != 0;
        String kind = es ? "SEV-ES" : "SEV";
        OptionalLong most = es ? sev.maxEsGuests() : sev.maxGuests();
        Node at = es ? security.child("policy").orElse(security) : security;
        String id = es ? "launch-security.sev.es" : "launch-security.sev.guests";
        if (most.isEmpty()) {
            findings.answer(
                    id,
                    at,
                    kind,
                    Answer.unknown(
                            new NotReported(
                                    es ? "features.sev.maxESGuests" : "features.sev.maxGuests",
                                    Optional.empty())));
        } else if (most.getAsLong() == 0) {
            findings.error(id, at, "the host has no room for " + kind + " guests");
        }
    }

    private static void sameNumber(Node security, String child, long host, Findings findings) {
        Optional<Node> element = security.child(child);
        OptionalLong number =
                element.map(node -> Numbers.parse(node.text())).orElse(OptionalLong.empty());
        if (number.isPresent() && number.getAsLong() != host) {
            findings.error(
                    "launch-security.sev." + child,
                    element.get(),
                    child + " is " + number.getAsLong() + ", but the host's is " + host,
                    new Needs("<" + child + ">" + host + "</" + child + ">"));
        }
    }
}
