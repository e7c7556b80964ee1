/// Explains QEMU documents: `org.domcaps.rule.explain` walks the rows of `org.domcaps.qemu.rules`,
/// and what is asked of facts is told here.
///
/// No rule stands in here. [FactsWitness] asks the facts that fill the document, [RequestWitness]
/// has nothing but what was asked for and answers most questions with "unknown". [Remedies] says
/// what would make a fact come out the other way. [FactsDetails] knows which facts numbers, names
/// and texts came from; what chooses between several (whose limit of virtual CPUs counts, which
/// defaults of Hyper-V do) is asked of the code that fills the document. What the rows do not
/// decide (virt types, machine types, firmware, CPU models) has findings of its own.
package org.domcaps.qemu.explain;
