/// What every verdict of Domcaps is made of.
///
/// Whoever decides something (checks a domain, compares processors, plans a migration) gives
/// [Judgement]s: values with a stable id, an [Outcome], a [Severity], the subject and the typed
/// [Reason]s. Nobody gives a bare boolean or just a sentence, so that programs can filter by id,
/// and people can read why.
///
/// ## Three outcomes
///
/// A document may not report something at all, because the release is too old or the hypervisor
/// does not tell. That is [Outcome#UNKNOWN] and never [Outcome#NO].
///
/// ## Where what is
///
/// Each kind of decision has a package of its own below this one, with its design in its
/// `package-info`. All of them are pure: they read values and give values.
package org.domcaps.decide;
