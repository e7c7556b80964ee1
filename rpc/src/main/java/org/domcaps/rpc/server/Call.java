package org.domcaps.rpc.server;

import org.domcaps.rpc.message.MessageHeader;

/// A call that is being served.
///
/// @param header its header, which the reply repeats
/// @param received the message, whose room is given back when the call is done
/// @param began the nanosecond clock when it had come in whole
record Call(MessageHeader header, FrameSource.Received received, long began) {}
