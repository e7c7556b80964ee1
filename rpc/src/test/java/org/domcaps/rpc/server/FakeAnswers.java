package org.domcaps.rpc.server;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Result;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A host that knows little, and can be slow.
final class FakeAnswers implements HostAnswers {

    volatile Object stamp = "first";
    volatile String document = "<domainCapabilities/>\n";

    /// Slow answers wait for it.
    volatile CountDownLatch gate = new CountDownLatch(0);

    final AtomicInteger asked = new AtomicInteger();

    /// What was asked of storage, one line each.
    final List<String> storageEvents = new CopyOnWriteArrayList<>();

    private static DriverException refused() {
        return new DriverException(
                ErrorCode.INVALID_ARGUMENT, ErrorDomain.QEMU, "unknown architecture: foo");
    }

    @Override
    public Object stamp() {
        return stamp;
    }

    @Override
    public String defaultUri() {
        return "qemu:///system";
    }

    @Override
    public boolean privileged() {
        return true;
    }

    @Override
    public String type() {
        return "QEMU";
    }

    @Override
    public Result.Version hypervisorVersion() {
        return Result.Version.of(7, 2, 22);
    }

    @Override
    public Result.Version libraryVersion() {
        return Result.Version.of(12, 8, 0);
    }

    @Override
    public String hostname() {
        return "somewhere";
    }

    @Override
    public Result.NodeInfo nodeInfo() {
        return new Result.NodeInfo("x86_64", 1024, 2, 2000, 1, 1, 2, 1);
    }

    @Override
    public NodeAnswers node() {
        return new FakeNode();
    }

    @Override
    public StorageAnswers newStorage() {
        return new FakeStorage(storageEvents);
    }

    @Override
    public Told capabilities() {
        return new Told("<capabilities/>\n", true);
    }

    @Override
    public String sysinfo(int flags) {
        throw new DriverException(
                ErrorCode.SYSTEM, ErrorDomain.QEMU, "Cannot check it: No such file or directory");
    }

    @Override
    public int maxVcpus(Optional<String> virtType) {
        throw new IllegalStateException("a mistake in the program");
    }

    @Override
    public List<String> cpuModels(String arch, int flags) {
        return List.of("486", "EPYC");
    }

    @Override
    public String domainCapabilities(EmulatorChoice choice, int flags) {
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (flags != 0) {
            throw new UnsupportedFlagsException(
                    ErrorDomain.QEMU, "qemuConnectGetDomainCapabilities", flags);
        }
        if (choice.arch().isPresent() && !choice.arch().get().equals("x86_64")) {
            throw refused();
        }
        return document;
    }

    @Override
    public int compareCpu(String cpu, int flags) {
        return 1;
    }

    @Override
    public int compareHypervisorCpu(EmulatorChoice choice, String cpu, int flags) {
        return 2;
    }

    @Override
    public String baselineCpu(List<String> cpus, int flags) {
        return "<cpu/>\n";
    }

    @Override
    public String baselineHypervisorCpu(EmulatorChoice choice, List<String> cpus, int flags) {
        return "<cpu/>\n";
    }
}
