/// Measures Domcaps beside other programs: whole processes, a probe in a running JVM, and parts of
/// the way in JMH.
///
/// `bench/run` starts it. What is measured and how to read it stands in `docs/benchmarks.md`.
package org.domcaps.bench;
