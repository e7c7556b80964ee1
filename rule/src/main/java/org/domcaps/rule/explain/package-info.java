/// Explains documents by the rows that make them: walks the rows of a [org.domcaps.rule.RuleTable]
/// once more, and keeps for each condition whether it holds and where that can be seen.
///
/// [RuleExplainer] is the way in. A hypervisor gives its table and a [Witness], who says of a fact
/// whether it is so, what was seen where, and what would change it; how facts are joined, which row
/// counts for which release, and what follows from a document of which nothing else is at hand is
/// told here, for all of them.
///
/// What no row decides, a number or a name, is told by its [org.domcaps.rule.Derivation]: the same
/// rows that the reference page is made from. The value is that of the finished document, and a
/// [DetailWitness] knows what was seen where it was read.
package org.domcaps.rule.explain;
