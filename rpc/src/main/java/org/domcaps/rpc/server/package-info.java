/// A server of libvirt's wire protocol, for whoever can answer: it knows the protocol and nothing
/// of hosts.
///
/// # From bytes to an answer
///
/// A [Listener] accepts connections of one [Endpoint] and makes each a [Wire]. A [Session] reads
/// frames from its wire and takes them through the checks of the protocol ([Gate]): known program,
/// known procedure, connection open, read-write where that is needed. What passes goes to the
/// [Dispatcher], which asks [HostAnswers].
///
/// # Threads
///
/// Plain blocking code. Each listener has a thread that accepts; each session has a virtual thread
/// that reads, and answers what is ready at once. A call that has to be worked out gets a virtual
/// thread of its own, so that the session goes on answering signs of life. Writes to one wire are
/// under one lock. One thread of [RpcServer] looks after time.
///
/// # Limits
///
/// All in [ServerLimits]: connections, calls in progress per connection and in all, bytes of
/// messages that are being received, bytes of kept answers, time for opening and for a message.
/// Nothing is buffered for a peer that does not read: its session waits, and others go on.
///
/// # Kept answers
///
/// The bytes of an answer are kept ([AnswerCache]) under the bytes of the question. They count as
/// long as [HostAnswers#stamp] stays the same.
package org.domcaps.rpc.server;
