/// Holds whole domain definitions against capabilities: what the host cannot do, at which line, and
/// what it can do instead.
///
/// [DomainCheck] gives judgements for a [DomainDefinition] on a host. A host is whoever has a
/// document for the definition's architecture, machine and virt type ([HostCapabilities]): a driver
/// ([DriverHost]) or documents in files ([DocumentsHost]).
///
/// ## Rules
///
/// A definition and a document speak of the same things in different places. Most rules are rows
/// that tie the two: `ValueRules` says which enum must list which attribute, `ElementRules` which
/// element must be supported for which part of a definition. What takes more than one place to
/// decide is a method of a class named after its subject (`BootRules`, `CpuRules`, `HypervRules`
/// ...). A new enum of the format is a new row; a test finds every enum that no row uses.
///
/// ## Outcomes
///
/// A value that is offered is no finding. One that is not listed is an error, with the values that
/// are listed as [org.domcaps.decide.Offered]. What the document does not report is unknown, with
/// the release that began to report it if that explains it; so is a value that libvirt accepts
/// although it never lists it. What works and is advised against is a warning; what is worth
/// knowing is an info.
///
/// ## Sources of rules beyond the format
///
/// Values that depend on each other follow what libvirt refuses when a domain is defined (observed
/// with libvirt 9.0: shared memory, PCI root, TPM 1.2, topology and number of CPUs, I/O threads,
/// buses by kind of disk, firmware features, SPICE) or libvirt, QEMU and the hardware refuse when
/// it is started: SMM and q35 for secure boot, the enlightenments' dependencies, SEV and SNP
/// policies.
package org.domcaps.decide.check;
