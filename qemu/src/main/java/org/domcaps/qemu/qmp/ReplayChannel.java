package org.domcaps.qemu.qmp;

import org.domcaps.qemu.qmp.Recording.Exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers from one section of a recording, by command and arguments, in any order.
///
/// A request that was not recorded gets the error class [#NOT_RECORDED], which no emulator uses, so
/// that a gap in a recording is not taken for an answer.
public final class ReplayChannel implements QmpChannel {

    /// The class of error that stands for "nobody asked".
    public static final String NOT_RECORDED = "NotRecorded";

    private final Map<QmpRequest, QmpReply> replies = new HashMap<>();

    /// A channel that answers from that section.
    public ReplayChannel(List<Exchange> section) {
        for (Exchange exchange : section) {
            replies.putIfAbsent(exchange.request(), exchange.reply());
        }
    }

    @Override
    public Pending send(QmpRequest request) {
        QmpReply reply =
                replies.getOrDefault(
                        request,
                        new QmpReply.Failed(
                                NOT_RECORDED, "not in the recording: " + request.command()));
        return () -> reply;
    }
}
