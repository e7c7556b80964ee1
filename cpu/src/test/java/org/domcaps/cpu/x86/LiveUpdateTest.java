package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuCheck;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuMatch;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.document.FeaturePolicy;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class LiveUpdateTest {

    private static final CpuMap MAP = SmallMap.newest();
    private static final LiveUpdate LIVE = new LiveUpdate(MAP);

    private static FeatureSet set(String... names) {
        return SmallMap.set(MAP, names);
    }

    private static GuestCpu late(Optional<CpuCheck> check, CpuFeature... features) {
        return new GuestCpu(
                CpuMode.CUSTOM,
                Optional.of(CpuMatch.EXACT),
                check,
                ModelChoice.of("late", Fallback.FORBID),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(features));
    }

    @Test
    void differencesAreWrittenIntoTheDefinition() {
        GuestCpu guest = late(Optional.empty(), CpuFeature.of("f", FeaturePolicy.DISABLE));
        GuestCpu live = LIVE.update(guest, set("a", "b", "f"), set("c", "hle"));
        assertThat(live.features())
                .containsExactly(
                        CpuFeature.of("f", FeaturePolicy.REQUIRE),
                        CpuFeature.of("b", FeaturePolicy.REQUIRE),
                        CpuFeature.of("c", FeaturePolicy.DISABLE),
                        CpuFeature.of("hle", FeaturePolicy.DISABLE),
                        CpuFeature.of("e", FeaturePolicy.DISABLE));
    }

    @Test
    void aFeatureCannotBeBothEnabledAndDisabled() {
        assertThatThrownBy(() -> LIVE.update(late(Optional.empty()), set("a", "c"), set("c")))
                .isInstanceOf(IncompatibleCpuException.class)
                .hasMessageEndingWith("both enabled and disabled: c");
    }

    @Test
    void aFullCheckAllowsOnlyWhatWasAddedToTheModel() {
        Optional<CpuCheck> full = Optional.of(CpuCheck.FULL);
        assertThat(LIVE.update(late(full), set("a", "c", "d"), set()).features())
                .containsExactly(
                        CpuFeature.of("d", FeaturePolicy.REQUIRE),
                        CpuFeature.of("e", FeaturePolicy.DISABLE));
        assertThatThrownBy(() -> LIVE.update(late(full), set("a", "f"), set()))
                .hasMessageEndingWith("extra features: f, missing features: c");
        GuestCpu mentioned = late(full, CpuFeature.of("d", FeaturePolicy.DISABLE));
        assertThatThrownBy(() -> LIVE.update(mentioned, set("a", "c", "d"), set()))
                .hasMessageEndingWith("extra features: d");
    }
}
