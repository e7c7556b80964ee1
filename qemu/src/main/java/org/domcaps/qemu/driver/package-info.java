/// The QEMU driver: from a request to a document.
///
/// [QemuDriver] resolves the request ([TargetResolver]: every default, alias and refusal of
/// libvirt's API), gets the facts of the binary from an [EmulatorSource] and those of the host from
/// a [HostSource], and has the document filled. Sources exist for this machine ([LiveEmulators],
/// [LiveHost], both behind the cache) and for recordings ([Bundle]).
package org.domcaps.qemu.driver;
