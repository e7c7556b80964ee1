package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.Objects;
import java.util.UUID;

/// A storage pool as messages name it.
///
/// @param name what people call it
/// @param uuid what it is found by
public record StoragePool(String name, UUID uuid) {

    /// Checks.
    public StoragePool {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uuid, "uuid");
    }

    static StoragePool read(XdrReader in) {
        return new StoragePool(in.readString(), WireUuid.read(in));
    }

    void write(XdrWriter out) {
        out.writeString(name);
        WireUuid.write(out, uuid);
    }
}
