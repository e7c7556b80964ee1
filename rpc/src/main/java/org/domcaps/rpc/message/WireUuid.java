package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.nio.ByteBuffer;
import java.util.UUID;

/// UUIDs on the wire: 16 bytes in the order in which they are written.
final class WireUuid {

    private static final int BYTES = 16;

    private WireUuid() {}

    static UUID read(XdrReader in) {
        ByteBuffer bytes = ByteBuffer.wrap(in.readOpaque(BYTES));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static void write(XdrWriter out, UUID uuid) {
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }
}
