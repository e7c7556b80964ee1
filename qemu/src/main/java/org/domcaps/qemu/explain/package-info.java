/// Explains QEMU documents: walks the rows of `org.domcaps.qemu.rules` once more, and keeps for
/// each condition whether it holds and where that can be seen.
///
/// No rule stands in here. [Prover] takes conditions apart; a [Witness] says of a condition without
/// parts whether it holds: [FactsWitness] asks the same evaluator that fills the document,
/// [DocumentWitness] has nothing but a finished document and answers most questions with "unknown".
/// [Remedies] says what would make a condition come out the other way.
package org.domcaps.qemu.explain;
