/// A Xen host to a document, as libvirt's Xen driver (libxl) writes it.
///
/// [XenProbe] reads what the control domain's kernel tells into [XenFacts]; [XenDriver] resolves a
/// request (libvirt's order of checks, defaults and refusals) and lets [XenRules] decide the
/// document. It depends on little more than the machine type: libvirt asks Xen nothing for it.
///
/// | fact | from |
/// |---|---|
/// | whether this is the control domain | `/proc/xen/capabilities`, `/dev/xen/xenstored` |
/// | Xen's version | `/sys/hypervisor/version` |
/// | kinds of guests | `/sys/hypervisor/properties/capabilities` |
/// | firmware images | `xenlight.pc`, the folders of Xen's own programs |
///
/// Facts are recorded as JSON; `docs/host-facts/xen-and-bhyve.md` describes the form.
package org.domcaps.xen;
