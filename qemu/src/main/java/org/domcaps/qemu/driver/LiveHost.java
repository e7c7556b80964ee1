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
import java.util.function.Supplier;

/// The facts of this machine. Everything is looked at afresh at each request, but for what costs
/// native calls or a process: that is remembered as long as nothing that it depends on changes.
public final class LiveHost implements HostSource {

    private final HostProbe probe;
    private final Supplier<HostState> state;
    private final Optional<HostCache> cache;

    /// The host that a probe looks at.
    ///
    /// @param state what cached facts depend on, as it is now
    /// @param cache where costly facts are kept; empty: nowhere
    public LiveHost(HostProbe probe, Supplier<HostState> state, Optional<HostCache> cache) {
        this.probe = probe;
        this.state = state;
        this.cache = cache;
    }

    @Override
    public Arch arch() {
        return state.get().machine().arch();
    }

    @Override
    public HostFacts facts(Set<HostPart> parts) {
        if (cache.isEmpty()) {
            return probe.gather(parts);
        }
        return Cached.of(cache.get(), state, probe, parts);
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
