/// What a rule is, whoever's document it decides: something that the document can say ([Subject]),
/// what must hold for it ([Condition]), and the releases for which that counts ([Rule]).
///
/// A hypervisor's rules are one [RuleTable]; [Evaluation] decides it for one release and one set of
/// facts, and `org.domcaps.rule.explain` tells why. **What no row speaks of is not in the
/// document.** Nothing here does I/O, and nothing here knows a hypervisor: each has
/// [Condition.Fact]s of its own. A [Derivation] says in words where something comes from that is no
/// yes or no.
package org.domcaps.rule;
