package org.domcaps.host;

import org.domcaps.host.system.CpuidSource;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.KvmDevice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A machine in a folder, for tests: files by their path on the machine.
public final class FakeMachine {

    private final Path folder;

    public FakeMachine(Path folder) {
        this.folder = folder;
    }

    public HostRoot root() {
        return new HostRoot(folder);
    }

    public FakeMachine file(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public FakeMachine bytes(String path, byte[] content) {
        try {
            Path file = root().resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeMachine folder(String path) {
        try {
            Files.createDirectories(root().resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeMachine link(String path, String target) {
        try {
            Path file = root().resolve(path);
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A script that the real shell runs.
    public FakeMachine program(String path, String script) {
        file(path, "#!/bin/sh\n" + script + "\n");
        if (!root().resolve(path).toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make " + path + " executable");
        }
        return this;
    }

    public static HostEnvironment privileged() {
        return new HostEnvironment("/usr/bin:/bin", "/", Optional.empty(), Optional.empty(), true);
    }

    public static HostEnvironment session(String home) {
        return new HostEnvironment(
                "/usr/bin:/bin", "/", Optional.of(home), Optional.empty(), false);
    }

    /// A node whose capabilities are these numbers; others are 0.
    public static KvmDevice kvm(Map<Integer, Integer> capabilities, OptionalLong msr) {
        return () ->
                new KvmDevice.Opening.Opened(
                        new KvmDevice.Handle() {
                            @Override
                            public int checkExtension(int capability) {
                                return capabilities.getOrDefault(capability, 0);
                            }

                            @Override
                            public OptionalLong readFeatureMsr(int index) {
                                return index == 0x10a ? msr : OptionalLong.empty();
                            }

                            @Override
                            public void close() {}
                        });
    }

    public HostProbe probe(HostEnvironment environment) {
        return probe(environment, kvm(Map.of(66, 1024), OptionalLong.empty()), CpuidSource.none());
    }

    public HostProbe probe(HostEnvironment environment, KvmDevice kvm, CpuidSource cpuid) {
        return new HostProbe(root(), environment, kvm, cpuid);
    }

    public HostFacts gather(HostPart part) {
        return probe(privileged()).gather(Set.of(part));
    }
}
