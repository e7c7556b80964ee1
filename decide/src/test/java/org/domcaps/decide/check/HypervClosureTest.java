package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.Judgement;
import org.domcaps.document.DomainCapabilities;
import org.junit.jupiter.api.Test;

import java.util.List;

class HypervClosureTest {

    private static final String OFFERED =
            "        <value>spinlocks</value>\n        <value>vendor_id</value>\n";
    private static final DomainCapabilities HOST =
            CheckCases.document(
                    "x86_64-kvm-q35",
                    OFFERED,
                    "<value>relaxed</value><value>vapic</value><value>spinlocks</value>"
                            + "<value>vpindex</value><value>runtime</value><value>synic</value>"
                            + "<value>stimer</value><value>vendor_id</value><value>tlbflush</value>"
                            + "<value>ipi</value><value>evmcs</value><value>avic</value>");
    private static final String GOOD = CheckCases.text("check/good.xml");

    @Test
    void theWholeSetWithItsClockIsFine() {
        String definition =
                with(
                        "<vpindex state='on'/><synic state='on'/><stimer state='on'/>"
                                + "<tlbflush state='on'/><ipi state='on'/>",
                        "<clock offset='utc'><timer name='hypervclock' present='yes'/></clock>");
        assertThat(CheckCases.found(definition, HOST)).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAtWhatNeedsIt() {
        String definition = with("<stimer state='on'/><ipi state='on'/><vpindex state='off'/>", "");
        String stimer = CheckCases.place(definition, "<stimer");
        assertThat(CheckCases.found(definition, HOST))
                .containsExactly(
                        stimer + " no error feature.hyperv.stimer.needs",
                        stimer + " no error feature.hyperv.stimer.needs",
                        stimer + " no error feature.hyperv.stimer.needs",
                        CheckCases.place(definition, "<ipi")
                                + " no error feature.hyperv.ipi.needs");
    }

    @Test
    void aListOfWhatKvmToldDeniesTheRest() {
        String definition = with("<frequencies state='on'/>", "");
        assertThat(CheckCases.found(definition, HOST))
                .containsExactly(
                        CheckCases.place(definition, "<frequencies")
                                + " no error feature.hyperv.frequencies");
    }

    @Test
    void whereKvmToldNothingOnlyQemuKnowsTheRest() {
        String definition =
                with("<runtime state='on'/><frequencies state='off'/><bogus state='on'/>", "");
        List<Judgement> found =
                CheckCases.judgements(definition, CheckCases.document("x86_64-kvm-q35"));
        assertThat(found)
                .extracting(judgement -> judgement.id() + " " + judgement.outcome())
                .contains("feature.hyperv.runtime UNKNOWN", "feature.hyperv.bogus NO")
                .doesNotContain("feature.hyperv.spinlocks UNKNOWN");
        assertThat(found)
                .filteredOn(judgement -> judgement.id().equals("feature.hyperv.runtime"))
                .singleElement()
                .satisfies(judgement ->
                        assertThat(judgement.reasons())
                                .hasAtLeastOneElementOfType(NotReported.class)
                                .hasAtLeastOneElementOfType(Explanation.class));
    }

    @Test
    void evmcsNeedsVapicAndVmx() {
        String definition = with("<evmcs state='on'/>", "");
        assertThat(CheckCases.judgements(definition, HOST))
                .extracting(found -> found.reasons().getFirst().words())
                .containsExactly(
                        "needs <vapic state='on'/> in <hyperv>", "needs the CPU feature vmx");
    }

    @Test
    void whatTakesTheHostsNeedsNoList() {
        String definition =
                CheckCases.changed(
                        GOOD,
                        "<hyperv>",
                        "<hyperv mode='passthrough'>",
                        "<vendor_id state='on' value='KVM Hv'/>",
                        "<synic state='on'/>");
        assertThat(CheckCases.found(definition, HOST)).isEmpty();
    }

    @Test
    void closingKeepsOnlyWhatWorksTogether() {
        assertThat(HypervDependencies.closed(List.of("relaxed", "synic", "stimer", "ipi")))
                .containsExactly("relaxed");
        assertThat(HypervDependencies.closed(List.of("stimer", "vpindex", "synic")))
                .containsExactly("stimer", "vpindex", "synic");
    }

    private static String with(String features, String clock) {
        return CheckCases.changed(
                GOOD,
                "<vendor_id state='on' value='KVM Hv'/>",
                features,
                "  <devices>",
                clock + "<devices>");
    }
}
