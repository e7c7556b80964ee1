package org.domcaps.qemu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.host.Kvm;
import org.domcaps.host.SevGuests;
import org.domcaps.host.Swtpm;
import org.domcaps.host.SwtpmFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

class HostCacheTest {

    @TempDir Path folder;

    private final List<String> warnings = new ArrayList<>();

    private HostCache cache() {
        return new HostCache(folder, warnings::add);
    }

    @Test
    void conclusiveAnswersAreKept() {
        Kvm kvm = new Kvm.Usable(1024, 1 << 5, OptionalLong.of(-1));
        SevGuests sev = new SevGuests.Counted(509, 99);
        Swtpm swtpm = new Swtpm.Present(EnumSet.allOf(SwtpmFeature.class), Optional.empty());
        cache().keep("a", kvm);
        cache().keep("b", sev);
        cache().keep("c", swtpm);

        assertThat(cache().kvm("a")).contains(kvm);
        assertThat(cache().sevGuests("b")).contains(sev);
        assertThat(cache().swtpm("c")).contains(swtpm);
        assertThat(warnings).isEmpty();
    }

    @Test
    void anAnswerWithAComplaintIsAskedForAgain() {
        cache().keep(
                        "c",
                        new Swtpm.Present(
                                EnumSet.of(SwtpmFeature.TPM_2_0), Optional.of("half an answer")));

        assertThat(cache().swtpm("c")).isEmpty();
    }

    @Test
    void theLeastOfAnAnswerIsKept() {
        cache().keep("a", new Kvm.Usable(1, 0, OptionalLong.empty()));
        cache().keep("a", SevGuests.none());
        cache().keep("a", Swtpm.of());

        assertThat(cache().kvm("a")).contains(new Kvm.Usable(1, 0, OptionalLong.empty()));
        assertThat(cache().sevGuests("a")).contains(SevGuests.none());
        assertThat(cache().swtpm("a")).contains(Swtpm.of());
    }

    @Test
    void anotherKeyFindsNothing() {
        cache().keep("a", Kvm.unlimited());

        assertThat(cache().kvm("b")).isEmpty();
        assertThat(cache().sevGuests("a")).isEmpty();
    }

    @Test
    void inconclusiveAnswersAreNotKept() {
        cache().keep("a", new Kvm.Missing());
        cache().keep("a", new Kvm.Refused("Permission denied"));
        cache().keep("a", new Kvm.Unknown("no native access"));
        cache().keep("a", new SevGuests.Unknown("no native access"));
        cache().keep("a", new Swtpm.Absent(List.of("swtpm")));
        cache().keep("a", new Swtpm.Unclear("it hangs"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void contentThatCannotBeIsNoticed() throws IOException {
        cache().keep("a", Kvm.unlimited());
        cache().keep("a", SevGuests.none());
        cache().keep("a", Swtpm.of(SwtpmFeature.TPM_2_0));
        PoolWriter none = new PoolWriter();
        none.integer(-1);
        none.integer(0);
        none.flag(true);
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(
                    file -> new CacheFile(file, warnings::add).write("form=3\na", none.toBytes()));
        }

        assertThat(cache().kvm("a")).as("less than no virtual CPU").isEmpty();
        assertThat(cache().sevGuests("a")).isEmpty();
        assertThat(cache().swtpm("a")).isEmpty();
        assertThat(warnings)
                .hasSize(3)
                .allMatch(
                        warning -> warning.contains("its content does not have the expected form"));
    }
}
