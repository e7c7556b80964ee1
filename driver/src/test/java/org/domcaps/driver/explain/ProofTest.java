package org.domcaps.driver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.driver.explain.Remedy.AllOf;
import org.domcaps.driver.explain.Remedy.Change;
import org.domcaps.driver.explain.Remedy.Kind;
import org.domcaps.driver.explain.Remedy.OneOf;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ProofTest {

    private static final Change SWTPM = new Change(Kind.INSTALL, "install swtpm");
    private static final Change QEMU = new Change(Kind.EMULATOR, "use a QEMU with tpm-emulator");
    private static final Change OTHER = new Change(Kind.REQUEST, "ask about q35");

    private static Proof fact(Truth truth, Remedy change) {
        return new Proof.Fact("fact", truth, List.of(), Optional.of(change));
    }

    private static Proof all(Proof... parts) {
        return new Proof.All("all", List.of(parts));
    }

    private static Proof any(Proof... parts) {
        return new Proof.Any("any", List.of(parts));
    }

    private static Proof not(Proof inner) {
        return new Proof.Not("not", inner);
    }

    @Test
    void whatHoldsNeedsNoRemedy() {
        assertThat(all(fact(Truth.YES, SWTPM), fact(Truth.YES, QEMU)).remedy()).isEmpty();
        assertThat(any(fact(Truth.NO, SWTPM), fact(Truth.YES, QEMU)).remedy()).isEmpty();
        assertThat(not(fact(Truth.NO, SWTPM)).remedy()).isEmpty();
    }

    @Test
    void ofAllPartsThoseThatFailMustChange() {
        assertThat(all(fact(Truth.NO, SWTPM), fact(Truth.YES, QEMU)).remedy()).contains(SWTPM);
        assertThat(all(fact(Truth.NO, SWTPM), fact(Truth.NO, QEMU)).remedy())
                .contains(new AllOf(List.of(SWTPM, QEMU)));
    }

    @Test
    void ofAlternativesOneIsEnough() {
        assertThat(any(fact(Truth.NO, SWTPM), fact(Truth.NO, QEMU)).remedy())
                .contains(new OneOf(List.of(SWTPM, QEMU)));
    }

    @Test
    void negationTurnsAllIntoOne() {
        assertThat(not(all(fact(Truth.YES, SWTPM), fact(Truth.YES, OTHER))).remedy())
                .contains(new OneOf(List.of(SWTPM, OTHER)));
        assertThat(not(any(fact(Truth.YES, SWTPM), fact(Truth.YES, OTHER))).remedy())
                .contains(new AllOf(List.of(SWTPM, OTHER)));
        assertThat(not(all(fact(Truth.YES, SWTPM), fact(Truth.NO, OTHER))).remedy()).isEmpty();
    }

    @Test
    void theUnknownNeedsItsRemedyToo() {
        assertThat(all(fact(Truth.UNKNOWN, SWTPM), fact(Truth.YES, QEMU)).remedy()).contains(SWTPM);
        assertThat(all(fact(Truth.UNKNOWN, SWTPM), fact(Truth.YES, QEMU)).truth())
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void truthHasThreeValues() {
        assertThat(Truth.all(List.of())).isEqualTo(Truth.YES);
        assertThat(Truth.any(List.of())).isEqualTo(Truth.NO);
        assertThat(Truth.all(List.of(Truth.UNKNOWN, Truth.NO))).isEqualTo(Truth.NO);
        assertThat(Truth.all(List.of(Truth.UNKNOWN, Truth.YES))).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.any(List.of(Truth.UNKNOWN, Truth.NO))).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.any(List.of(Truth.UNKNOWN, Truth.YES))).isEqualTo(Truth.YES);
        // De Morgan, for every pair.
        for (Truth a : Truth.values()) {
            for (Truth b : Truth.values()) {
                assertThat(Truth.all(List.of(a, b)).negated())
                        .isEqualTo(Truth.any(List.of(a.negated(), b.negated())));
            }
        }
    }

    @Test
    void remediesAreFlatAndNameEachChangeOnce() {
        Remedy inner = new AllOf(List.of(SWTPM, QEMU));
        assertThat(Remedy.allOf(List.of(inner, SWTPM, OTHER)))
                .contains(new AllOf(List.of(SWTPM, QEMU, OTHER)));
        assertThat(Remedy.oneOf(List.of(new OneOf(List.of(SWTPM, QEMU)), OTHER)))
                .contains(new OneOf(List.of(SWTPM, QEMU, OTHER)));
        assertThat(Remedy.oneOf(List.of(SWTPM, SWTPM))).contains(SWTPM);
        assertThat(Remedy.allOf(List.of())).isEmpty();
    }

    @Test
    void aWayThatAsksForMoreThanAnotherIsLeftOut() {
        assertThat(Remedy.oneOf(List.of(new AllOf(List.of(QEMU, SWTPM)), SWTPM))).contains(SWTPM);
        assertThat(
                        Remedy.oneOf(
                                List.of(
                                        new AllOf(List.of(QEMU, SWTPM, OTHER)),
                                        new AllOf(List.of(OTHER, QEMU)))))
                .contains(new AllOf(List.of(OTHER, QEMU)));
    }

    @Test
    void howHardItIsFollowsFromWhatCannotBeAvoided() {
        Remedy both = new AllOf(List.of(SWTPM, QEMU));
        assertThat(both.hardest()).isEqualTo(Kind.EMULATOR);
        assertThat(new OneOf(List.of(both, SWTPM)).hardest()).isEqualTo(Kind.INSTALL);
        assertThat(new OneOf(List.of(both, OTHER)).needs(Kind.REQUEST)).isFalse();
        assertThat(new AllOf(List.of(both, OTHER)).needs(Kind.REQUEST)).isTrue();
        assertThat(new AllOf(List.of(both, OTHER)).changes()).containsExactly(SWTPM, QEMU, OTHER);
    }
}
