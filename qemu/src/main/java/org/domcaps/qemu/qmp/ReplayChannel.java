package org.domcaps.qemu.qmp;

import org.domcaps.qemu.qmp.Recording.Exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers from one section of a recording, by command and arguments, in any order.
///
/// A request that was not recorded gets the error class `CommandNotFound`, which is what an
/// emulator says that does not have the command; recordings leave out just what the recorder saw no
/// use in asking.
public final class ReplayChannel implements QmpChannel {

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
                                "CommandNotFound", "not in the recording: " + request.command()));
        return () -> reply;
    }
}
