/// QEMU's monitor protocol (QMP), as far as a prober needs it: one question, one answer, over any
/// pair of streams.
///
/// A [QmpChannel] takes requests and gives replies. Three kinds exist: [QmpSession] talks to a
/// running QEMU, [ReplayChannel] answers from a [Recording], [RecordingChannel] writes down what
/// another channel said. Requests may be sent ahead of their replies; QEMU answers them in order.
///
/// Broken framing ends the conversation with an error that quotes the first bytes; nothing is
/// skipped. Message sizes are bounded by named limits.
package org.domcaps.qemu.qmp;
