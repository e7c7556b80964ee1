package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.DomainCapabilities;
import org.junit.jupiter.api.Test;

/// Confidential guests against hosts that have it, made of a real document by hand since hosts like
/// that are rare.
class LaunchSecurityTest {

    private static final String NONE = "<launchSecurity supported='no'/>";
    private static final String SOME =
            "<launchSecurity supported='yes'><enum name='sectype'><value>sev</value>"
                    + "<value>sev-snp</value><value>tdx</value></enum></launchSecurity>";
    private static final String GOOD = CheckCases.text("check/good.xml");

    @Test
    void aPolicyWithEncryptedRegistersNeedsRoomForSuchGuests() {
        String definition =
                with("<launchSecurity type='sev'><policy>0x7</policy></launchSecurity>");
        assertThat(CheckCases.found(definition, amd(15, 0)))
                .containsExactly(
                        CheckCases.place(definition, "<policy>")
                                + " no error launch-security.sev.es");
        assertThat(CheckCases.found(definition, amd(15, 5))).isEmpty();
    }

    @Test
    void aPlainPolicyNeedsRoomForPlainGuests() {
        String definition =
                with("<launchSecurity type='sev'><policy>0x3</policy></launchSecurity>");
        assertThat(CheckCases.found(definition, amd(0, 5)))
                .containsExactly(
                        CheckCases.place(definition, "<launchSecurity")
                                + " no error launch-security.sev.guests");
        assertThat(CheckCases.found(definition, amd(3, 0))).isEmpty();
    }

    @Test
    void wrongBitsAndPoliciesAreTold() {
        String definition =
                with(
                        "<launchSecurity type='sev'><policy>many</policy><cbitpos>47</cbitpos>"
                                + "</launchSecurity>");
        assertThat(CheckCases.found(definition, amd(3, 3)))
                .containsExactly(
                        CheckCases.place(definition, "<policy>")
                                + " no error launch-security.policy",
                        CheckCases.place(definition, "<cbitpos>")
                                + " no error launch-security.sev.cbitpos");
    }

    @Test
    void anSnpPolicyHasItsReservedBit() {
        String bad = with("<launchSecurity type='sev-snp'><policy>0x7</policy></launchSecurity>");
        assertThat(CheckCases.found(bad, amd(3, 3)))
                .containsExactly(
                        CheckCases.place(bad, "<policy>")
                                + " no error launch-security.sev-snp.policy");
        String good =
                with("<launchSecurity type='sev-snp'><policy>0x30000</policy></launchSecurity>");
        assertThat(CheckCases.found(good, amd(3, 3))).isEmpty();
    }

    @Test
    void tdxDoesNotDependOnSev() {
        DomainCapabilities intel =
                CheckCases.document(
                        "x86_64-kvm-q35",
                        NONE,
                        SOME,
                        "<tdx supported='no'/>",
                        "<tdx supported='yes'/>");
        String definition = with("<launchSecurity type='tdx'/>");
        assertThat(CheckCases.found(definition, intel)).isEmpty();
        assertThat(CheckCases.found(definition, amd(3, 3)))
                .containsExactly(
                        CheckCases.place(definition, "<launchSecurity")
                                + " no error launch-security.tdx");
    }

    @Test
    void whatIsNotReportedIsUnknown() {
        DomainCapabilities old =
                CheckCases.document(
                        "x86_64-kvm-q35", NONE, SOME, "    <tdx supported='no'/>\n", "");
        String definition = with("<launchSecurity type='tdx'/>");
        assertThat(CheckCases.found(definition, old))
                .containsExactly(
                        CheckCases.place(definition, "<launchSecurity")
                                + " unknown warning launch-security.tdx");
    }

    private static String with(String security) {
        return CheckCases.changed(GOOD, "</devices>", "</devices>" + security);
    }

    private static DomainCapabilities amd(int guests, int esGuests) {
        return CheckCases.document(
                "x86_64-kvm-q35",
                NONE,
                SOME,
                "<sev supported='no'/>",
                "<sev supported='yes'><cbitpos>51</cbitpos><reducedPhysBits>1</reducedPhysBits>"
                        + "<maxGuests>"
                        + guests
                        + "</maxGuests><maxESGuests>"
                        + esGuests
                        + "</maxESGuests></sev>");
    }
}
