package org.domcaps.decide.suggest;

import org.domcaps.document.Element;

import java.util.Optional;

/// Ways of hiding a guest's memory from its host.
public enum Confidential {
    /// AMD SEV.
    SEV("sev", "sev", Element.SEV, true),
    /// AMD SEV with encrypted registers.
    SEV_ES("sev-es", "sev", Element.SEV, true),
    /// AMD SEV-SNP.
    SEV_SNP("snp", "sev-snp", Element.SEV, true),
    /// Intel TDX.
    TDX("tdx", "tdx", Element.TDX, true),
    /// Protected virtualisation of s390.
    S390_PV("s390-pv", "s390-pv", Element.S390_PV, false);

    private final String word;
    private final String sectype;
    private final Element element;
    private final boolean uefi;

    Confidential(String word, String sectype, Element element, boolean uefi) {
        this.word = word;
        this.sectype = sectype;
        this.element = element;
        this.uefi = uefi;
    }

    /// The word for it on the command line.
    public String word() {
        return word;
    }

    /// The type of `<launchSecurity>`.
    String sectype() {
        return sectype;
    }

    /// The element of the document that must be supported.
    Element element() {
        return element;
    }

    /// Whether the guest needs UEFI firmware, and with it a machine of its own kind.
    boolean needsUefi() {
        return uefi;
    }

    /// The way of that word.
    public static Optional<Confidential> find(String word) {
        for (Confidential way : values()) {
            if (way.word.equals(word)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }
}
