package org.domcaps.qemu.cache;

import org.domcaps.host.Kvm;
import org.domcaps.host.SevGuests;
import org.domcaps.host.Swtpm;
import org.domcaps.host.SwtpmFeature;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The few facts of the host that cost native calls or a process. Only conclusive answers are kept.
public final class HostCache {

    private static final String FORM = "form=3\n";

    private final KeptContent keptKvm;
    private final KeptContent keptSev;
    private final KeptContent keptSwtpm;

    /// A cache in a folder, which is made when the first facts are kept.
    ///
    /// @param warnings takes one line for each file that is of no use or cannot be written
    public HostCache(Path folder, Consumer<String> warnings) {
        this(
                new CacheFile(folder.resolve("host-kvm.facts"), warnings),
                new CacheFile(folder.resolve("host-sev.facts"), warnings),
                new CacheFile(folder.resolve("host-swtpm.facts"), warnings));
    }

    private HostCache(KeptContent kvm, KeptContent sev, KeptContent swtpm) {
        keptKvm = kvm;
        keptSev = sev;
        keptSwtpm = swtpm;
    }

    /// A cache that this process forgets when it ends.
    public static HostCache inMemory() {
        return new HostCache(
                KeptContent.inMemory(), KeptContent.inMemory(), KeptContent.inMemory());
    }

    /// What `/dev/kvm` offered under that key.
    public Optional<Kvm> kvm(String key) {
        return find(
                keptKvm,
                key,
                in ->
                        new Kvm.Usable(
                                in.integer(),
                                in.integer(),
                                in.flag() ? OptionalLong.of(in.number()) : OptionalLong.empty()));
    }

    /// Keeps what `/dev/kvm` offers; a node that does not open is not kept.
    public void keep(String key, Kvm kvm) {
        if (kvm instanceof Kvm.Usable(int maxVcpus, int vmTypes, OptionalLong archCapabilities)) {
            PoolWriter out = new PoolWriter();
            out.integer(maxVcpus);
            out.integer(vmTypes);
            out.flag(archCapabilities.isPresent());
            archCapabilities.ifPresent(out::number);
            keptKvm.write(FORM + key, out.toBytes());
        }
    }

    /// How many SEV guests there could be under that key.
    public Optional<SevGuests> sevGuests(String key) {
        return find(keptSev, key, in -> new SevGuests.Counted(in.number(), in.number()));
    }

    /// Keeps how many SEV guests there can be; a processor that could not be asked is not kept.
    public void keep(String key, SevGuests guests) {
        if (guests instanceof SevGuests.Counted(long maxGuests, long maxEsGuests)) {
            PoolWriter out = new PoolWriter();
            out.number(maxGuests);
            out.number(maxEsGuests);
            keptSev.write(FORM + key, out.toBytes());
        }
    }

    /// What the TPM emulator offered while its programs were the same.
    public Optional<Swtpm> swtpm(String fingerprint) {
        return find(
                keptSwtpm,
                fingerprint,
                in -> {
                    Set<SwtpmFeature> features = EnumSet.noneOf(SwtpmFeature.class);
                    features.addAll(in.list(() -> in.constant(SwtpmFeature.class)));
                    return new Swtpm.Present(features, Optional.empty());
                });
    }

    /// Keeps what the TPM emulator offers; one that is not there, did not answer or complained is
    /// not kept, for its trouble may be over at the next time.
    public void keep(String fingerprint, Swtpm swtpm) {
        if (swtpm instanceof Swtpm.Present(Set<SwtpmFeature> features, Optional<String> complaint)
                && complaint.isEmpty()) {
            PoolWriter out = new PoolWriter();
            out.list(features, out::constant);
            keptSwtpm.write(FORM + fingerprint, out.toBytes());
        }
    }

    private static <T> Optional<T> find(
            KeptContent kept, String key, Function<PoolReader, T> reader) {
        return kept.find(FORM + key, content -> reader.apply(new PoolReader(content)));
    }
}
