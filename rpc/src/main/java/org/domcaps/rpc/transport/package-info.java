/// Byte streams to a daemon.
///
/// [Links] opens the [Link] that a [org.domcaps.rpc.uri.Route] describes: a unix socket, TCP, TLS,
/// or a program's standard streams (`ssh`, `ext`). Opening has a [Deadline]; a link that is closed
/// leaves no socket and no process behind. What fails is a [ConnectionException] in one line.
package org.domcaps.rpc.transport;
