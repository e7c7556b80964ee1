package org.domcaps.library;

import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.HostState;
import org.domcaps.json.JsonValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Notices when this machine changes in a way that matters to documents.
///
/// Looking costs a millisecond or so. Under load that would be most of an answer, so what was seen
/// counts for [#WINDOW]; a change is noticed that much later at most.
///
/// What is looked at: everything that [HostState] holds; the facts that are gathered afresh for
/// each document anyway (device nodes, module parameters, firmware descriptors and the images they
/// name, `qemu.conf`); the programs of swtpm; the folders of `PATH`, where an emulator could
/// appear; and the files behind each emulator that was asked about. What of the host costs native
/// calls follows from [HostState].
final class HostWatch {

    /// How long a look counts.
    static final Duration WINDOW = Duration.ofMillis(50);

    private static final Set<HostPart> CHEAP =
            EnumSet.of(HostPart.FEATURES, HostPart.RDP_HELPER, HostPart.FIRMWARE);
    private static final String FOLDER_TIMES = "unix:ino,ctime,lastModifiedTime";

    private final HostProbe probe;
    private final String searchPath;
    private volatile ToLongFunction<HostState> emulators = _ -> 0;
    private volatile Seen seen;

    /// What one look saw.
    ///
    /// @param content everything, to be compared
    /// @param state a part of it
    /// @param stamp stands for the content, and is quicker to compare
    /// @param at the nanosecond clock at its beginning
    private record Seen(Content content, HostState state, Object stamp, long at) {}

    private record Content(
            String state, JsonValue facts, String swtpm, List<String> folders, long emulators) {}

    /// A watch that has not looked yet.
    ///
    /// @param searchPath the search path for programs
    HostWatch(HostProbe probe, String searchPath) {
        this.probe = probe;
        this.searchPath = searchPath;
    }

    /// Has the emulators that were asked about watched, too.
    ///
    /// @param changes how often they were seen to have changed
    void watch(ToLongFunction<HostState> changes) {
        this.emulators = changes;
    }

    /// The same object as before as long as nothing has changed.
    Object stamp() {
        return look().stamp;
    }

    /// The state of the host.
    HostState state() {
        return look().state;
    }

    private Seen look() {
        Seen last = seen;
        if (isFresh(last)) {
            return last;
        }
        synchronized (this) {
            if (!isFresh(seen)) {
                seen = lookAgain(seen);
            }
            return seen;
        }
    }

    private static boolean isFresh(Seen last) {
        return last != null && System.nanoTime() - last.at < WINDOW.toNanos();
    }

    private Seen lookAgain(Seen last) {
        long now = System.nanoTime();
        HostState state = probe.state();
        Content content =
                new Content(
                        state.text(),
                        probe.gather(CHEAP).toJson(),
                        probe.swtpmFingerprint().text(),
                        folders(),
                        emulators.applyAsLong(state));
        boolean same = last != null && content.equals(last.content);
        return new Seen(content, state, same ? last.stamp : new Object(), now);
    }

    private List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (String folder : searchPath.split(":", -1)) {
            folders.add(folder + times(folder));
        }
        return folders;
    }

    /// Folders of `PATH` need not exist.
    private static String times(String folder) {
        try {
            return Files.readAttributes(Path.of(folder), FOLDER_TIMES).toString();
        } catch (IOException | InvalidPathException _) {
            return "";
        }
    }
}
