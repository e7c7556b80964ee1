/// Whether guests can move from one host to another, on every axis that documents tell of.
///
/// ## What moves
///
/// Either a domain ([DomainMigration]): its definition, with the modes host-model and
/// host-passthrough resolved by the document of the host it runs on; or a host's profile
/// ([HostProfile]): what a guest can have there, with the CPU of mode host-model. A profile moves
/// to a host that has all of its CPU, its machine type and its address bits; devices, firmware and
/// confidential modes that only the source offers are warnings, because a guest need not use them.
///
/// ## Axes
///
/// [Axis] lists them in the order in which they are judged. Every judgement's id is that of an
/// axis, or one of `org.domcaps.decide.check` for what a definition needs of a document.
///
/// ## Machine types
///
/// A document is about one machine type and says nothing of others. So a machine type that is not
/// the document's is unknown, unless the caller knows that each document was asked for under the
/// alias or default and so is about the newest version of its machine: then older versions are
/// there and newer ones are not.
///
/// ## Many hosts
///
/// [MigrationMatrix] judges each pair of different profiles once. A profile is a few bit sets over
/// interned names, so a pair costs a few comparisons of words, and reasons are made only for pairs
/// that somebody asks about.
package org.domcaps.decide.migrate;
