package org.domcaps.rule.explain;

import org.domcaps.document.Release;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;

import java.util.List;
import java.util.Optional;

/// What releases alone decide.
///
/// @param hypervisor its name, as the middle of the sentence "… documents never say so"
/// @param release the release whose rows count
record ReleaseProofs(String hypervisor, Release release) {

    /// The release that came too early or too late for something; empty if it is right, so that
    /// only what hinders is told.
    Optional<Decision> hindered(String about, Release since, Optional<Release> until) {
        boolean early = !release.isAtLeast(since);
        boolean late = !early && until.filter(release::isAtLeast).isPresent();
        if (!early && !late) {
            return Optional.empty();
        }
        String words =
                early
                        ? "the release is " + since + " or later"
                        : "the release is older than " + until.orElseThrow();
        String change =
                early
                        ? "ask as libvirt " + since + " or later (--generation " + since + ")"
                        : "ask as a libvirt before " + until.orElseThrow() + " (--generation)";
        Observation asked = new Observation(Source.REQUEST, "release", "", release.toString());
        return Optional.of(
                new Decision(
                        about,
                        new Proof.Fact(
                                words,
                                Truth.NO,
                                List.of(asked),
                                Optional.of(new Remedy.Change(Remedy.Kind.REQUEST, change))),
                        since,
                        until));
    }

    /// Values of the format that other hypervisors print.
    Decision never(String about) {
        return Decision.always(
                about,
                new Proof.Fact(
                        "the " + hypervisor + " driver ever says so",
                        Truth.NO,
                        List.of(),
                        Optional.of(
                                new Remedy.Change(
                                        Remedy.Kind.NONE,
                                        "nothing: "
                                                + hypervisor
                                                + " documents of this release never say so"))));
    }
}
