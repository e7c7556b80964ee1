package org.domcaps.library;

import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.xen.XenDriver;

/// The hypervisors of a host that are not QEMU. They are looked at only when a request concerns
/// them.
interface Hypervisors {

    /// Whose documents a request gets that names neither virt type nor emulator.
    enum Home {
        /// QEMU's.
        QEMU,
        /// Xen's.
        XEN,
        /// bhyve's.
        BHYVE
    }

    /// Whose documents a request gets that names neither virt type nor emulator. A control domain
    /// of Xen is there for Xen; bhyve's host can run QEMU as well, and then does.
    Home home();

    /// The Xen of the host.
    XenDriver xen();

    /// The bhyve of the host.
    BhyveDriver bhyve();
}
