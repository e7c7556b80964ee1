/// A client of libvirt's daemons.
///
/// [Connection] is a session with one daemon: opened from a URI, used by any number of threads at
/// once, closed once. [RemoteDriver] is a [org.domcaps.driver.Driver] over such sessions.
///
/// # Threads
///
/// Before a session is authenticated there is one thread, and it waits for each reply (`Exchange`).
/// From then on (`Session`) one thread reads and hands each reply to whoever made the call, by its
/// serial and whatever the order; one thread writes, so that the interrupt of a caller cannot
/// damage the stream; and one (`Pulse`) asks for signs of life when the daemon is silent.
///
/// # What can go wrong
///
/// - The daemon says no: [RemoteException], with its code, domain, level and words.
/// - The connection breaks, or what comes is not the protocol: every call that waits, and every
///   later one, gets the same [org.domcaps.rpc.transport.ConnectionException].
/// - A call takes too long or its thread is interrupted: [CallAbandonedException]; the connection
///   lives on, and the reply is thrown away when it comes.
///
/// # Connecting again
///
/// A [Connection] that broke stays broken. A [RemoteDriver] opens a new one for the next question;
/// it repeats none, because nobody can tell whether the daemon got it.
///
/// # Memory
///
/// Of what arrives at most one message is held, of at most 32 MiB, and room for it grows with the
/// bytes and not with the length that was announced. At most [Connection#MOST_CALLS] calls may be
/// without a reply.
package org.domcaps.rpc.client;
