package org.domcaps.daemon.storage;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.server.UnsupportedFlagsException;

/// Refusals of libvirt's storage driver.
final class StorageFaults {

    private StorageFaults() {}

    static void requireFlags(int flags, int known, String function) {
        int unknown = flags & ~known;
        if (unknown != 0) {
            throw new UnsupportedFlagsException(ErrorDomain.STORAGE, function, unknown);
        }
    }

    static DriverException noPool(String detail) {
        return of(ErrorCode.NO_STORAGE_POOL, "no storage pool with matching " + detail);
    }

    static DriverException noVolume(String detail) {
        return of(ErrorCode.NO_STORAGE_VOLUME, "no storage vol with matching " + detail);
    }

    /// The state of a pool does not allow it.
    static DriverException invalid(String detail) {
        return of(ErrorCode.OPERATION_INVALID, detail);
    }

    static DriverException failed(String detail) {
        return of(ErrorCode.OPERATION_FAILED, detail);
    }

    static DriverException exists(String volume) {
        return of(ErrorCode.STORAGE_VOLUME_EXISTS, "'" + volume + "' exists already");
    }

    static DriverException notServed(String api) {
        return of(ErrorCode.NO_SUPPORT, api);
    }

    static DriverException internal(String detail) {
        return of(ErrorCode.INTERNAL, detail);
    }

    static DriverException xml(String detail) {
        return of(ErrorCode.XML, detail);
    }

    /// The system refused something; the detail ends with its reason.
    static DriverException system(String detail) {
        return new DriverException(ErrorCode.SYSTEM, ErrorDomain.NONE, detail);
    }

    private static DriverException of(ErrorCode code, String detail) {
        return new DriverException(code, ErrorDomain.STORAGE, detail);
    }
}
