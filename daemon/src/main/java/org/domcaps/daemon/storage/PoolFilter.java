package org.domcaps.daemon.storage;

import java.util.List;

/// Which pools a list shall have. The bits lie in groups; of a group without any set bit all count.
///
/// @param flags the bits of the call
record PoolFilter(int flags) {

    private static final int INACTIVE = 1;
    private static final int ACTIVE = 1 << 1;
    private static final int PERSISTENT = 1 << 2;
    private static final int TRANSIENT = 1 << 3;
    private static final int AUTOSTART = 1 << 4;
    private static final int NO_AUTOSTART = 1 << 5;
    private static final int DIR = 1 << 6;

    /// The last bit for a kind of pool, `iscsi-direct`.
    private static final int LAST_TYPE = 1 << 19;

    private static final int TYPES = 2 * LAST_TYPE - DIR;
    private static final int KNOWN = 2 * LAST_TYPE - 1;

    /// The filter of a call.
    ///
    /// @throws org.domcaps.driver.DriverException if a bit is not known
    static PoolFilter of(int flags) {
        StorageFaults.requireFlags(flags, KNOWN, "storageConnectListAllStoragePools");
        return new PoolFilter(flags);
    }

    /// Those of them that the list shall have.
    List<Pool> select(List<Pool> pools) {
        return pools.stream()
                .filter(pool -> allows(INACTIVE | ACTIVE, pool.isActive() ? ACTIVE : INACTIVE))
                .filter(pool ->
                        allows(
                                PERSISTENT | TRANSIENT,
                                pool.isPersistent() ? PERSISTENT : TRANSIENT))
                .filter(pool ->
                        allows(
                                AUTOSTART | NO_AUTOSTART,
                                pool.isAutostart() ? AUTOSTART : NO_AUTOSTART))
                .filter(_ -> allows(TYPES, DIR))
                .toList();
    }

    private boolean allows(int group, int bit) {
        return (flags & group) == 0 || (flags & bit) != 0;
    }
}
