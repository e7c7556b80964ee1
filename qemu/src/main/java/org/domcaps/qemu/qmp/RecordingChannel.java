package org.domcaps.qemu.qmp;

import org.domcaps.qemu.qmp.Recording.Exchange;

import java.util.ArrayList;
import java.util.List;

/// Passes everything on to another channel and writes down what was said.
public final class RecordingChannel implements QmpChannel {

    private final QmpChannel inner;
    private final List<Exchange> exchanges = new ArrayList<>();

    /// Records what `inner` says.
    public RecordingChannel(QmpChannel inner) {
        this.inner = inner;
    }

    @Override
    public Pending send(QmpRequest request) {
        QmpReply reply = inner.ask(request);
        exchanges.add(new Exchange(request, reply));
        return () -> reply;
    }

    /// What was said so far, in order.
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
