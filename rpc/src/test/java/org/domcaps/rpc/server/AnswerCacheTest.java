package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.server.AnswerCache.Answer;
import org.domcaps.rpc.server.AnswerCache.Question;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

/// What is kept, and for whom.
class AnswerCacheTest {

    private static final Question QUESTION =
            new Question(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, new byte[] {1});

    private final AtomicInteger worked = new AtomicInteger();

    private Answer answer() {
        return new Answer(new byte[] {(byte) worked.incrementAndGet()}, "");
    }

    @Test
    void whoLookedBeforeTheAnswerWasKeptAndComesAfterItTakesTheKeptOne() {
        try (AnswerCache cache = new AnswerCache(10_000, 1)) {
            assertThat(cache.find(QUESTION, "stamp")).isEmpty();
            Answer first = cache.work(QUESTION, "stamp", this::answer);

            assertThat(cache.work(QUESTION, "stamp", this::answer)).isSameAs(first);
            assertThat(worked).hasValue(1);
        }
    }

    @Test
    void anAnswerUnderAnotherStampIsWorkedOutAgain() {
        try (AnswerCache cache = new AnswerCache(10_000, 1)) {
            cache.work(QUESTION, "first", this::answer);
            cache.work(QUESTION, "second", this::answer);

            assertThat(worked).hasValue(2);
            assertThat(cache.find(QUESTION, "first")).isEmpty();
        }
    }

    @Test
    void anAnswerFromWhichSomethingIsMissingIsWorkedOutAgain() {
        try (AnswerCache cache = new AnswerCache(10_000, 1)) {
            cache.work(
                    QUESTION,
                    "stamp",
                    () -> new Answer(new byte[] {(byte) worked.incrementAndGet()}, "", false));
            assertThat(cache.find(QUESTION, "stamp")).isEmpty();
            assertThat(cache.size()).isZero();

            cache.work(QUESTION, "stamp", this::answer);

            assertThat(worked).hasValue(2);
            assertThat(cache.find(QUESTION, "stamp")).isPresent();
        }
    }
}
