package org.domcaps.qemu;

import org.domcaps.cpu.CpuidRegs;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.CpuidSource;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.KvmDevice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A host as a folder of files, with a KVM and a processor made by hand; the real probe looks at
/// it.
public final class HostTree {

    private static final int MAX_VCPUS = 66;

    private final Path folder;
    private final Map<Integer, Integer> capabilities = new HashMap<>(Map.of(MAX_VCPUS, 1024));
    private final Map<Integer, CpuidRegs> leaves = new HashMap<>();

    /// A host of that architecture in an empty folder.
    public HostTree(Path folder, String arch) {
        this.folder = folder;
        file("/proc/sys/kernel/arch", arch + "\n");
    }

    /// Writes a file, or overwrites it.
    public HostTree file(String path, String text) {
        try {
            Path file = folder.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a folder.
    public HostTree folder(String path) {
        try {
            Files.createDirectories(folder.resolve(path.substring(1)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes a file.
    public HostTree without(String path) {
        try {
            Files.delete(folder.resolve(path.substring(1)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes an executable file.
    public HostTree program(String path) {
        file(path, "#!/bin/sh\n");
        if (!folder.resolve(path.substring(1)).toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make " + path + " executable");
        }
        return this;
    }

    /// Gives KVM a capability.
    public HostTree kvm(int capability, int value) {
        capabilities.put(capability, value);
        return this;
    }

    /// Gives the processor a CPUID leaf.
    public HostTree cpuid(int leaf, int eax, int ebx, int ecx, int edx) {
        leaves.put(leaf, new CpuidRegs(eax, ebx, ecx, edx));
        return this;
    }

    /// What the probe of a system daemon makes of it.
    public HostFacts facts() {
        HostEnvironment environment =
                new HostEnvironment("/usr/bin", "/", Optional.empty(), Optional.empty(), true);
        CpuidSource cpuid = (leaf, _) -> Optional.of(leaves.getOrDefault(leaf, CpuidRegs.ZERO));
        return new HostProbe(new HostRoot(folder), environment, this::open, cpuid).gatherAll();
    }

    private KvmDevice.Opening open() {
        return new KvmDevice.Opening.Opened(
                new KvmDevice.Handle() {
                    @Override
                    public int checkExtension(int capability) {
                        return capabilities.getOrDefault(capability, 0);
                    }

                    @Override
                    public OptionalLong readFeatureMsr(int index) {
                        return OptionalLong.empty();
                    }

                    @Override
                    public void close() {}
                });
    }
}
