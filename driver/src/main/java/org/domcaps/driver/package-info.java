/// The contract between whoever can answer and whoever asks.
///
/// A [Driver] answers a [Request] with a document: the QEMU of this host, its Xen or bhyve, a
/// recording, later a remote daemon. Whoever asks (the command, the wire-protocol server) sees only
/// this package and never a concrete driver. Failures are [DriverException]s with the code and
/// domain that libvirt's API would give.
package org.domcaps.driver;
