/// The face of Domcaps for programs: where drivers come from.
///
/// [Domcaps] has one line for each kind of source. Below it [DriverFactory] opens any [Source]: the
/// emulators of this machine, a daemon or recorded facts. What a driver answers is said in
/// `org.domcaps.driver`, what the answer is in `org.domcaps.document`.
///
/// [HostReader] reads what many hosts say, from files, folders and bundles that [HostFiles] finds,
/// into a set of `org.domcaps.decide.hosts`, with equal documents kept once:
///
/// ```java
/// HostFiles files = HostFiles.find(List.of(HostOperand.of(Path.of("fleet"))));
/// HostSet<DomainCapabilities> fleet =
///         HostReader.ofDocuments(Request.defaults(), Domcaps::replay, System.in)
///                 .read(files, ReadProgress.NONE);
/// ```
package org.domcaps.library;
