package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrWriter;

/// What a message carries behind its header.
public sealed interface Payload
        permits Arguments,
                ObjectArguments,
                NodeArguments,
                Result,
                ObjectResult,
                NodeResult,
                ErrorRecord {

    /// Writes the value.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if a part is larger than its limit
    void write(XdrWriter out);

    /// The value as bytes.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if a part is larger than its limit
    default byte[] toBytes() {
        XdrWriter out = new XdrWriter();
        write(out);
        return out.toBytes();
    }
}
