package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.Objects;

/// A storage volume as messages name it.
///
/// @param pool the name of its pool
/// @param name its name in the pool
/// @param key what it is known by on the whole host
public record StorageVolume(String pool, String name, String key) {

    /// Checks.
    public StorageVolume {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }

    static StorageVolume read(XdrReader in) {
        return new StorageVolume(in.readString(), in.readString(), in.readString());
    }

    void write(XdrWriter out) {
        out.writeString(pool);
        out.writeString(name);
        out.writeString(key);
    }
}
