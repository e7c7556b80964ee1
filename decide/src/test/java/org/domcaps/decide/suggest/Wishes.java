package org.domcaps.decide.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Wishes for tests.
final class Wishes {

    private Wishes() {}

    /// Every combination of family and of everything that can be wished for.
    static List<Wish> all() {
        List<Wish> wishes = new ArrayList<>();
        for (GuestFamily family : GuestFamily.values()) {
            for (int bits = 0; bits < 16; bits++) {
                wishes.add(wish(family, bits, Optional.empty()));
                for (Confidential way : Confidential.values()) {
                    wishes.add(wish(family, bits, Optional.of(way)));
                }
            }
        }
        return wishes;
    }

    /// Some of them, so that each thing is wished for alone and all together.
    static List<Wish> some() {
        List<Wish> wishes = new ArrayList<>();
        for (GuestFamily family : GuestFamily.values()) {
            for (int bits : List.of(0, 1, 2, 4, 8, 15)) {
                wishes.add(wish(family, bits, Optional.empty()));
            }
        }
        for (Confidential way : Confidential.values()) {
            wishes.add(wish(GuestFamily.LINUX, 0, Optional.of(way)));
        }
        return wishes;
    }

    static Wish wish(GuestFamily family, int bits, Optional<Confidential> way) {
        return new Wish(
                family,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                (bits & 1) != 0,
                (bits & 2) != 0,
                (bits & 4) != 0,
                way,
                (bits & 8) != 0,
                1,
                2048,
                "guest");
    }
}
