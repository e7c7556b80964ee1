/// Makes domain definitions: the best that one host, or every host of a set, offers for a wish.
///
/// A [Wish] says what a guest must have; everything else is chosen. [DomainSuggester] asks each
/// [OfferedHost] what it offers, keeps the combinations of architecture, virt type and machine type
/// that all have (`Candidates`), and writes a definition for the best of them, part by part:
/// firmware (`BootChoice`), features (`FeatureChoice`), CPU (`CpuChoice`), devices
/// (`DeviceChoice`), launch security (`SecurityChoice`). A value is used only if every document
/// lists it (`Common`).
///
/// What was written is then held against every document with
/// [org.domcaps.decide.check.DomainCheck], so that a definition with an error is never given. A
/// wish that fails is a [org.domcaps.decide.Judgement] whose id begins with `wish.`: no, or unknown
/// where a document does not report what decides it.
///
/// What is like what on which machine (disk buses, network adapters, secure boot) stands in one
/// table, `Traits`.
package org.domcaps.decide.suggest;
