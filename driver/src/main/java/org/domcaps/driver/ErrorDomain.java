package org.domcaps.driver;

/// Which part of libvirt an error is said to come from (`virErrorDomain` in libvirt's public
/// header).
public enum ErrorDomain {
    /// No part in particular.
    NONE(0),
    /// The QEMU driver.
    QEMU(10),
    /// The public domain API.
    DOMAIN(20);

    private final int number;

    ErrorDomain(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }
}
