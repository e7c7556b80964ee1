package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.HostState;
import org.domcaps.host.Kvm;
import org.domcaps.host.SevGuests;
import org.domcaps.host.Swtpm;
import org.domcaps.qemu.cache.HostCache;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The facts of this machine. Everything is looked at afresh at each request, but for what costs
/// native calls or a process: that is remembered as long as nothing that it depends on changes. It
/// can be found out ahead of the first request, while an emulator is probed.
public final class LiveHost implements HostSource {

    /// What nearly every document needs.
    private static final Set<HostPart> COSTLY = Set.of(HostPart.KVM, HostPart.SWTPM);

    private final HostProbe probe;
    private final Supplier<HostState> state;
    private final HostCache cache;
    private final Consumer<String> notices;
    private volatile Optional<FutureTask<HostFacts>> ahead = Optional.empty();

    /// The host that a probe looks at.
    ///
    /// @param state what cached facts depend on, as it is now
    /// @param cache where costly facts are kept
    /// @param notices takes one line for each fact that could not be found out, and without which
    ///   the document says less, as libvirt's does
    public LiveHost(
            HostProbe probe, Supplier<HostState> state, HostCache cache, Consumer<String> notices) {
        this.probe = probe;
        this.state = state;
        this.cache = cache;
        this.notices = notices;
    }

    @Override
    public Arch arch() {
        return state.get().machine().arch();
    }

    @Override
    public HostFacts facts(Set<HostPart> parts) {
        ahead.ifPresent(LiveHost::await);
        HostFacts facts = Cached.of(cache, state, probe, parts);
        tellUnknown(parts, facts);
        return facts;
    }

    /// Begins to find out what is costly, because somebody is going to ask. Whoever asks before it
    /// is known waits.
    public void lookAhead() {
        FutureTask<HostFacts> task = new FutureTask<>(() -> Cached.of(cache, state, probe, COSTLY));
        ahead = Optional.of(task);
        Thread.ofPlatform().daemon().name("host-ahead").start(task);
    }

    private static void await(FutureTask<HostFacts> task) {
        try {
            task.get();
        } catch (ExecutionException _) {
            // What failed is tried again, and fails where somebody asked for it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What could not be found out is printed as libvirt prints it, which looks like a "no"; so it
    /// is said besides.
    private void tellUnknown(Set<HostPart> parts, HostFacts facts) {
        if (parts.contains(HostPart.SWTPM)
                && facts.swtpm() instanceof Swtpm.Unclear(String cause)) {
            notices.accept("versions of the TPM emulator are missing from the document: " + cause);
        }
        if (parts.contains(HostPart.SEV_GUESTS)
                && facts.sevGuests() instanceof SevGuests.Unknown(String cause)) {
            notices.accept("numbers of SEV guests are printed as 0: " + cause);
        }
        if (parts.contains(HostPart.KVM) && facts.kvm() instanceof Kvm.Unknown(String cause)) {
            notices.accept("what /dev/kvm offers could not be found out: " + cause);
        }
        if (parts.contains(HostPart.RAW_CPU) && facts.rawCpu().processor().isEmpty()) {
            notices.accept(
                    "CPU mode host-model is missing from the document: the host's processor could"
                            + " not be read");
        }
    }

    /// What the cache knows of some parts.
    private record Cached(Optional<Kvm> kvm, Optional<SevGuests> sev, Optional<Swtpm> swtpm) {

        private static HostFacts of(
                HostCache cache, Supplier<HostState> state, HostProbe probe, Set<HostPart> parts) {
            boolean needsState =
                    parts.contains(HostPart.KVM) || parts.contains(HostPart.SEV_GUESTS);
            String key = needsState ? state.get().text() : "";
            String swtpmKey = parts.contains(HostPart.SWTPM) ? probe.swtpmFingerprint().text() : "";
            Cached known =
                    new Cached(
                            parts.contains(HostPart.KVM) ? cache.kvm(key) : Optional.empty(),
                            parts.contains(HostPart.SEV_GUESTS)
                                    ? cache.sevGuests(key)
                                    : Optional.empty(),
                            parts.contains(HostPart.SWTPM)
                                    ? cache.swtpm(swtpmKey)
                                    : Optional.empty());
            HostFacts facts = probe.gather(known.missing(parts));
            known.keep(cache, key, swtpmKey, parts, facts);
            return known.addTo(facts);
        }

        private Set<HostPart> missing(Set<HostPart> parts) {
            Set<HostPart> missing = EnumSet.noneOf(HostPart.class);
            missing.addAll(parts);
            kvm.ifPresent(_ -> missing.remove(HostPart.KVM));
            sev.ifPresent(_ -> missing.remove(HostPart.SEV_GUESTS));
            swtpm.ifPresent(_ -> missing.remove(HostPart.SWTPM));
            return missing;
        }

        private void keep(
                HostCache cache,
                String key,
                String swtpmKey,
                Set<HostPart> parts,
                HostFacts facts) {
            if (kvm.isEmpty() && parts.contains(HostPart.KVM)) {
                cache.keep(key, facts.kvm());
            }
            if (sev.isEmpty() && parts.contains(HostPart.SEV_GUESTS)) {
                cache.keep(key, facts.sevGuests());
            }
            if (swtpm.isEmpty() && parts.contains(HostPart.SWTPM)) {
                cache.keep(swtpmKey, facts.swtpm());
            }
        }

        private HostFacts addTo(HostFacts facts) {
            HostFacts all = kvm.map(facts::withKvm).orElse(facts);
            all = sev.map(all::withSevGuests).orElse(all);
            return swtpm.map(all::withSwtpm).orElse(all);
        }
    }
}
