package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.Arrays;
import java.util.Optional;

/// What SASL has to say in one step. No data at all differs from data of no bytes.
///
/// On the wire: a word that is 1 if there is none, then the bytes, each in a word of its own.
///
/// @param bytes what a mechanism said
public record SaslData(Optional<byte[]> bytes) {

    /// No data at all.
    public static final SaslData NONE = new SaslData(Optional.empty());

    /// Copies the bytes.
    public SaslData {
        bytes = bytes.map(byte[]::clone);
    }

    /// Reads the data.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if there are more than [Limits#SASL_DATA] bytes, or
    ///   fewer than the count says
    public static SaslData read(XdrReader in) {
        boolean none = in.readBool();
        byte[] data = in.readChars(in.readCount(Limits.SASL_DATA));
        return none ? NONE : new SaslData(Optional.of(data));
    }

    /// Writes the data.
    public void write(XdrWriter out) {
        out.writeBool(bytes.isEmpty());
        byte[] data = bytes.orElse(new byte[0]);
        out.writeInt(data.length);
        out.writeChars(data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SaslData that
                && bytes.isPresent() == that.bytes.isPresent()
                && Arrays.equals(bytes.orElse(null), that.bytes.orElse(null));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes.orElse(null));
    }

    /// Says how much there is, never what: it can be a password.
    @Override
    public String toString() {
        return bytes.isEmpty() ? "no data" : bytes.get().length + " bytes";
    }
}
