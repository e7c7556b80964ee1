/// Judgements out of explanations: which answers a path asks for ([PathQuery]), one [Judgement] for
/// each [org.domcaps.driver.explain.Finding] with typed reasons ([FindingJudge]), and the page that
/// an administrator reads first ([Overview]).
///
/// Pure, and without knowledge of any hypervisor: rules, evidence and remedies come with the
/// explanation.
///
/// [Judgement]: org.domcaps.decide.Judgement
package org.domcaps.decide.explain;
