package org.domcaps.decide.suggest;

import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.check.NotReported;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Chooses `<launchSecurity>` for a guest that hides from its host.
final class SecurityChoice {

    /// No debugging, no sharing of keys.
    private static final String SEV_POLICY = "0x0003";

    /// The same with encrypted registers.
    private static final String SEV_ES_POLICY = "0x0007";

    /// The reserved bit that must be one, and threads that share a core.
    private static final String SNP_POLICY = "0x00030000";

    private final Candidate candidate;
    private final Common common;
    private final Draft draft;

    SecurityChoice(Candidate candidate, Common common, Draft draft) {
        this.candidate = candidate;
        this.common = common;
        this.draft = draft;
    }

    void write(Confidential way) {
        if (!isPossible(way)) {
            return;
        }
        draft.because(
                "launch security", "the guest's memory is hidden from the host by " + way.word());
        switch (way) {
            case SEV -> sev(SEV_POLICY);
            case SEV_ES -> sev(SEV_ES_POLICY);
            case SEV_SNP -> {
                draft.open("launchSecurity type='sev-snp'");
                position();
                draft.element("policy", SNP_POLICY);
                draft.close("launchSecurity");
            }
            case TDX -> draft.empty("launchSecurity type='tdx'");
            case S390_PV -> draft.empty("launchSecurity type='s390-pv'");
        }
    }

    private boolean isPossible(Confidential way) {
        if (!common.offers(EnumKey.LAUNCH_SECURITY_SECTYPE, way.sectype())) {
            boolean silent = common.isSilent(Element.LAUNCH_SECURITY);
            draft.fail(
                    "confidential",
                    silent ? Outcome.UNKNOWN : Outcome.NO,
                    "launch security '"
                            + way.sectype()
                            + "' is not offered for "
                            + candidate.label(),
                    silent
                            ? new NotReported(Element.LAUNCH_SECURITY.path(), Optional.empty())
                            : new Offered(EnumKey.LAUNCH_SECURITY_SECTYPE.path(), types()));
            return false;
        }
        if (!common.supports(way.element())) {
            boolean silent = common.isSilent(way.element());
            draft.fail(
                    "confidential",
                    silent ? Outcome.UNKNOWN : Outcome.NO,
                    "a host cannot do " + way.word(),
                    new NotReported(way.element().path(), Optional.empty()));
            return false;
        }
        return hasRoom(way);
    }

    /// SEV guests have a limited number of keys.
    private boolean hasRoom(Confidential way) {
        if (way != Confidential.SEV && way != Confidential.SEV_ES) {
            return true;
        }
        for (DomainCapabilities document : common.documents()) {
            Optional<Detail.Sev> sev = document.detail(Element.SEV, Detail.Sev.class);
            OptionalLong room =
                    sev.isEmpty()
                            ? OptionalLong.empty()
                            : way == Confidential.SEV
                                    ? sev.get().maxGuests()
                                    : sev.get().maxEsGuests();
            if (room.isEmpty() || room.getAsLong() == 0) {
                draft.fail(
                        "confidential",
                        room.isEmpty() ? Outcome.UNKNOWN : Outcome.NO,
                        "a host has no room for " + way.word() + " guests");
                return false;
            }
        }
        return true;
    }

    private List<String> types() {
        return common.documents().getFirst().values(EnumKey.LAUNCH_SECURITY_SECTYPE).stream()
                .flatMap(List::stream)
                .filter(type -> common.offers(EnumKey.LAUNCH_SECURITY_SECTYPE, type))
                .toList();
    }

    private void sev(String policy) {
        draft.open("launchSecurity type='sev'");
        position();
        draft.element("policy", policy);
        draft.close("launchSecurity");
    }

    /// The place of the encryption bit, if it is the same on all hosts; else libvirt finds it.
    private void position() {
        List<Detail.Sev> details =
                common.documents().stream()
                        .flatMap(
                                document -> document.detail(Element.SEV, Detail.Sev.class).stream())
                        .toList();
        boolean same =
                details.stream().mapToLong(Detail.Sev::cbitpos).distinct().count() == 1
                        && details.stream()
                                        .mapToLong(Detail.Sev::reducedPhysBits)
                                        .distinct()
                                        .count()
                                == 1;
        if (same) {
            draft.element("cbitpos", Long.toString(details.getFirst().cbitpos()));
            draft.element("reducedPhysBits", Long.toString(details.getFirst().reducedPhysBits()));
        }
    }
}
