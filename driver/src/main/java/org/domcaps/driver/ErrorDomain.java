package org.domcaps.driver;

/// Which part of libvirt an error is said to come from (`virErrorDomain` in libvirt's public
/// header).
public enum ErrorDomain {
    /// No part in particular.
    NONE(0),
    /// Reading of XML.
    XML(5),
    /// The wire protocol and its sessions.
    RPC(7),
    /// The QEMU driver.
    QEMU(10),
    /// The test driver.
    TEST(12),
    /// The driver that talks to a daemon; only a client says this.
    REMOTE(13),
    /// The API of storage pools and volumes.
    STORAGE(18),
    /// The API of networks.
    NETWORK(19),
    /// The public domain API.
    DOMAIN(20),
    /// The API of node devices.
    NODE_DEVICE(22),
    /// The API of host interfaces.
    INTERFACE(26),
    /// The API of secrets.
    SECRET(30),
    /// Comparison and baseline of CPUs.
    CPU(31),
    /// The API of network filters.
    NWFILTER(33),
    /// The API of domain snapshots.
    SNAPSHOT(35),
    /// The Xen driver, which works through libxl.
    LIBXL(41),
    /// Reading of URIs.
    URI(45),
    /// The bhyve driver.
    BHYVE(57),
    /// The system's policy service.
    POLKIT(60),
    /// The API of domain checkpoints.
    CHECKPOINT(69);

    private final int number;

    ErrorDomain(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }
}
