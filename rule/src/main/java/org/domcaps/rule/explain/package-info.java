/// Explains documents by the rows that make them: walks the rows of a [org.domcaps.rule.RuleTable]
/// once more, and keeps for each condition whether it holds and where that can be seen.
///
/// [RuleExplainer] is the way in. A hypervisor gives its table and a [Witness], who says of a fact
/// whether it is so, what was seen where, and what would change it; how facts are joined, which row
/// counts for which release, and what follows from a document of which nothing else is at hand is
/// told here, for all of them.
package org.domcaps.rule.explain;
