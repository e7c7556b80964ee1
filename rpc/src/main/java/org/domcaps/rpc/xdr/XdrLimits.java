package org.domcaps.rpc.xdr;

/// Limits of single values.
public final class XdrLimits {

    /// Most bytes of a string. One byte more, and the peer cannot decode the message.
    public static final int STRING = 4_194_304;

    private XdrLimits() {}
}
