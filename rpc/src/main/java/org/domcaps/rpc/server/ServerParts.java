package org.domcaps.rpc.server;

/// What all sessions of a server share.
///
/// @param host who answers
/// @param dispatcher who reads calls
/// @param cache kept answers
/// @param budget room for large messages
/// @param limits what the server spends at most
/// @param observer who wants to know
record ServerParts(
        HostAnswers host,
        Dispatcher dispatcher,
        AnswerCache cache,
        ReceiveBudget budget,
        ServerLimits limits,
        ServerObserver observer) {

    static ServerParts of(HostAnswers host, ServerLimits limits, ServerObserver observer) {
        return new ServerParts(
                host,
                new Dispatcher(host),
                new AnswerCache(limits.answerBytes(), limits.workers()),
                new ReceiveBudget(limits.receiveBytes(), limits.message()),
                limits,
                observer);
    }

    /// Gives back the room of a message that has been worked on.
    void giveBack(FrameSource.Received received) {
        if (received.counted() > 0) {
            budget.giveBack(received.counted());
        }
    }
}
