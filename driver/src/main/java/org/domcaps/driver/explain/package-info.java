/// Explanations as values: what a document says and does not say, the rules that decide it, where
/// somebody looked, and what would have to change.
///
/// A driver that knows its rules answers a request with an [Explanation]; each part of it is a
/// [Finding]. The [Decision]s of a finding are rules, and the [Proof] of a rule goes down to
/// [Observation]s and, where a condition fails, to a [Remedy]. Nothing in here knows a hypervisor,
/// so whoever decides over explanations or prints them need not either.
///
/// Numbers, names and texts are findings too: they have a value, and an [Origin] that says where it
/// comes from.
///
/// A driver that does not know its rules, and a document from elsewhere, still get an explanation:
/// [DocumentFindings] reads the answers out of the document and leaves decisions and origins empty.
package org.domcaps.driver.explain;
