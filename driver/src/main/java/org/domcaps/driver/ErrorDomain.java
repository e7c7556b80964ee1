package org.domcaps.driver;

/// Which part of libvirt an error is said to come from (`virErrorDomain` in libvirt's public
/// header).
public enum ErrorDomain {
    /// No part in particular.
    NONE(0),
    /// The QEMU driver.
    QEMU(10),
    /// The test driver.
    TEST(12),
    /// The public domain API.
    DOMAIN(20),
    /// The Xen driver, which works through libxl.
    LIBXL(41),
    /// The bhyve driver.
    BHYVE(57);

    private final int number;

    ErrorDomain(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }
}
