/// The messages of libvirt's wire protocol, as values that read and write themselves.
///
/// # A message
///
/// On the wire a message is a [Frame]: its length, a [MessageHeader], and a payload that the header
/// explains.
///
/// | [MessageType] | [MessageStatus] | payload |
/// |---|---|---|
/// | `CALL` | `OK` | the arguments of the [Procedure], a record in [Arguments] |
/// | `REPLY` | `OK` | its result, a record in [Result] |
/// | `REPLY` | `ERROR` | [ErrorRecord] |
/// | `MESSAGE` | `OK` | an event; nothing for the program [Program#KEEPALIVE] |
///
/// Each record has `read` and `write` beside each other; reading what was written gives an equal
/// record. Records of several procedures with the same layout are one record.
///
/// # Numbers
///
/// Numbers of the protocol stand in the rows of enums: [Program], [Procedure], [MessageType],
/// [MessageStatus], [ErrorLevel], [AuthType], [Feature], [Keepalive], and
/// [org.domcaps.error.ErrorCode] and [org.domcaps.driver.ErrorDomain]. Limits are in [Limits].
///
/// # Bytes that are wrong
///
/// A length that no message can have ends a connection ([FrameException]). A payload that is too
/// short is an [org.domcaps.rpc.xdr.XdrException], which a server answers and survives. Payload
/// beyond what its type wants is ignored.
package org.domcaps.rpc.message;
