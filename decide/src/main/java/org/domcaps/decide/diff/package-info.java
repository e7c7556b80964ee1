/// What changed between two documents, in words of the format.
///
/// [DocumentDiff] compares two documents: of one host before and after an upgrade of emulator,
/// kernel, firmware or microcode, or of two hosts. [FleetDiff] compares two sets of hosts, paired
/// by name, each pair of different documents once. [DiffImpact] says what it means for domains.
///
/// ## What is a change
///
/// Order is none, and neither is another spelling: models under their canonical names and features
/// under another release's name are [ChangeKind#RENAMED]. What one of the documents cannot report,
/// because its release does not know it, is [ChangeKind#UNREPORTED] or [ChangeKind#REPORTED] and
/// never lost or gained. CPU features are compared as what a guest with host-model sees, so that it
/// does not matter how a release splits them between a model and a list.
///
/// ## Symmetry
///
/// The changes from B to A are those from A to B, each mirrored and in the same order.
package org.domcaps.decide.diff;
