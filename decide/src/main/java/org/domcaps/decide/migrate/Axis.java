package org.domcaps.decide.migrate;

/// What hosts can differ in so that a guest cannot move, in the order of judgement.
public enum Axis {
    /// The guest's architecture.
    ARCH("migrate.arch"),
    /// The virt type.
    VIRT_TYPE("migrate.virt-type"),
    /// The processor's vendor.
    VENDOR("migrate.cpu.vendor"),
    /// CPU features, or the model where features are not known.
    CPU("migrate.cpu.features"),
    /// Bits of physical addresses.
    ADDRESS_BITS("migrate.cpu.address-bits"),
    /// The machine type.
    MACHINE("migrate.machine"),
    /// Values that only the source offers: devices, firmware, TPM, confidential modes.
    OFFER("migrate.offer");

    private final String id;

    Axis(String id) {
        this.id = id;
    }

    /// The id of its judgements; those of [#OFFER] go on with the path of the enum.
    public String id() {
        return id;
    }
}
