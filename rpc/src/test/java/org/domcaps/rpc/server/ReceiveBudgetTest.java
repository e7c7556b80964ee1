package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

/// Room that messages of all connections share.
class ReceiveBudgetTest {

    private static final int ALL = 1 << 20;

    @Test
    void whatIsTakenIsMissingUntilItIsGivenBack() throws IOException {
        ReceiveBudget budget = new ReceiveBudget(ALL, Duration.ofMillis(10));
        budget.take(ALL / 2);
        assertThatThrownBy(() -> budget.take(ALL / 2 + 1))
                .isInstanceOf(IOException.class)
                .hasMessage("no room for a message of 524289 bytes");

        budget.giveBack(ALL / 2);
        assertThatCode(() -> budget.take(ALL)).doesNotThrowAnyException();
    }

    @Test
    void whoWaitsGetsRoomAsSoonAsThereIsSome() throws Exception {
        ReceiveBudget budget = new ReceiveBudget(ALL, Duration.ofSeconds(60));
        budget.take(ALL);
        Thread other = Thread.ofVirtual().start(() -> budget.giveBack(ALL));

        assertThatCode(() -> budget.take(ALL)).doesNotThrowAnyException();
        other.join();
    }

    @Test
    void whatIsLargerThanEverythingNeedNotWait() {
        ReceiveBudget budget = new ReceiveBudget(ALL, Duration.ofSeconds(60));
        assertThatThrownBy(() -> budget.requirePossible(ALL + 1)).isInstanceOf(IOException.class);
        assertThatCode(() -> budget.requirePossible(ALL)).doesNotThrowAnyException();
    }
}
