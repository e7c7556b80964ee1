/// XDR (RFC 4506) as libvirt's wire protocol uses it: big-endian words of four bytes, everything
/// padded to a multiple of four.
///
/// [XdrReader] trusts nothing: each count is compared with the limit of its field and with the
/// bytes that are there, before anything is set aside for it. [XdrWriter] refuses what a reader
/// would refuse.
package org.domcaps.rpc.xdr;
