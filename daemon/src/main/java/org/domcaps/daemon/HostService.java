package org.domcaps.daemon;

import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.daemon.storage.PoolOffice;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.Kvm;
import org.domcaps.library.WatchedDriver;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.server.HostAnswers;
import org.domcaps.rpc.server.NodeAnswers;
import org.domcaps.rpc.server.StorageAnswers;
import org.domcaps.rpc.server.UnsupportedFlagsException;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers for this host as libvirt's QEMU driver does.
final class HostService implements HostAnswers {

    private static final String FUNCTION = "qemuConnect";

    /// Flags of comparisons.
    private static final int FAIL_INCOMPATIBLE = 1;

    private static final int VALIDATE = 2;

    /// Flags of baselines.
    private static final int EXPAND = 1;

    private static final int MIGRATABLE = 2;

    /// What QEMU's driver says without acceleration.
    private static final int MAX_VCPUS_TCG = 16;

    private static final int INCOMPATIBLE = 0;

    private final WatchedDriver driver;
    private final Release release;
    private final boolean privileged;
    private final NodeReader node;
    private final NodeAnswers state;
    private final PoolOffice pools = new PoolOffice();
    private final Supplier<Kvm> kvm;
    private final Arch arch;
    private final HostDocument document;
    private final Consumer<EmulatorFault> faults;
    private final CpuService cpus;
    private final HostCpuService hostCpus;

    /// @param driver who knows the emulators
    /// @param release the libvirt release to answer as
    /// @param privileged whether this is the daemon of the whole system
    /// @param machine what is known of the machine
    /// @param document who writes the capabilities of the host
    /// @param faults takes each emulator that is left out of them
    HostService(
            WatchedDriver driver,
            Release release,
            boolean privileged,
            MachineView machine,
            HostDocument document,
            Consumer<EmulatorFault> faults) {
        this.driver = Objects.requireNonNull(driver, "driver");
        this.release = Objects.requireNonNull(release, "release");
        this.privileged = privileged;
        this.node = machine.node();
        this.state = machine.state();
        this.kvm = machine.kvm();
        this.arch = machine.arch();
        this.document = Objects.requireNonNull(document, "document");
        this.faults = Objects.requireNonNull(faults, "faults");
        this.cpus = new CpuService(release);
        this.hostCpus = new HostCpuService(release, arch, machine.cpu());
    }

    /// What the answers need of the machine besides the emulators.
    ///
    /// @param arch its architecture
    /// @param node its name, processors and memory
    /// @param state how it is doing
    /// @param kvm asks the kernel
    /// @param cpu describes its processor; empty where libvirt has no description for it
    record MachineView(
            Arch arch,
            NodeReader node,
            NodeAnswers state,
            Supplier<Kvm> kvm,
            Supplier<Optional<HostCpu>> cpu) {}

    @Override
    public Object stamp() {
        return driver.stamp();
    }

    @Override
    public String defaultUri() {
        return privileged ? "qemu:///system" : "qemu:///session";
    }

    @Override
    public boolean privileged() {
        return privileged;
    }

    @Override
    public String type() {
        return "QEMU";
    }

    @Override
    public Result.Version hypervisorVersion() {
        String[] parts = driver.defaultVersion().split("\\.", -1);
        return Result.Version.of(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static long part(String[] parts, int index) {
        return index < parts.length ? Long.parseLong(parts[index]) : 0;
    }

    @Override
    public Result.Version libraryVersion() {
        return Result.Version.of(release.major(), release.minor(), 0);
    }

    @Override
    public String hostname() {
        return node.hostname();
    }

    @Override
    public Result.NodeInfo nodeInfo() {
        return node.nodeInfo(arch);
    }

    @Override
    public NodeAnswers node() {
        return state;
    }

    @Override
    public StorageAnswers newStorage() {
        return pools.open();
    }

    /// As libvirt does it, an emulator that cannot be asked is left out with a warning, and asked
    /// again next time.
    @Override
    public Told capabilities() {
        EmulatorList emulators = driver.emulators();
        emulators.faults().forEach(faults);
        return new Told(document.write(emulators.offers()), emulators.isComplete());
    }

    @Override
    public String sysinfo(int flags) {
        requireFlags(flags, 0, "GetSysinfo");
        throw new DriverException(
                ErrorCode.CONFIG_UNSUPPORTED,
                ErrorDomain.QEMU,
                "Host SMBIOS information is not available");
    }

    @Override
    public int maxVcpus(Optional<String> virtType) {
        return switch (virtType.orElse("qemu")) {
            case "qemu" -> MAX_VCPUS_TCG;
            case "kvm" -> kvm.get().require().maxVcpus();
            default ->
                    throw new DriverException(
                            ErrorCode.INVALID_ARGUMENT,
                            ErrorDomain.QEMU,
                            "unknown type '" + virtType.orElse("") + "'");
        };
    }

    @Override
    public List<String> cpuModels(String name, int flags) {
        requireFlags(flags, 0, "GetCPUModelNames");
        Arch asked =
                Arch.find(name)
                        .orElseThrow(() ->
                                new DriverException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        ErrorDomain.QEMU,
                                        "cannot find architecture " + name));
        return CpuTexts.family(asked, release).modelNames();
    }

    @Override
    public String domainCapabilities(EmulatorChoice choice, int flags) {
        return new String(
                driver.answer(request(choice, flags(flags, "GetDomainCapabilities"))).text(),
                StandardCharsets.UTF_8);
    }

    private DomainCapabilities document(EmulatorChoice choice) {
        return driver.domainCapabilities(request(choice, EnumSet.noneOf(Flag.class)));
    }

    private Request request(EmulatorChoice choice, Set<Flag> flags) {
        return new Request(
                choice.emulator(),
                choice.arch(),
                choice.machine(),
                choice.virtType(),
                flags,
                release);
    }

    /// The flags of the release that is answered as.
    private Set<Flag> flags(int bits, String function) {
        Set<Flag> known = Flag.knownTo(release);
        requireFlags(bits, Flag.bits(known), function);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : known) {
            if ((bits & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static void requireFlags(int bits, int known, String function) {
        int unknown = bits & ~known;
        if (unknown != 0) {
            throw new UnsupportedFlagsException(ErrorDomain.QEMU, FUNCTION + function, unknown);
        }
    }

    /// Names of models and features that are not known are refused in libvirt's words.
    private static <T> T known(Supplier<T> question) {
        try {
            return question.get();
        } catch (UnknownCpuNameException e) {
            String what =
                    switch (e.kind()) {
                        case MODEL -> "Unknown CPU model ";
                        case FEATURE -> "Unknown CPU feature ";
                        case VENDOR -> "Unknown CPU vendor ";
                        case COMPATIBILITY_MODE -> "Unknown CPU compatibility mode ";
                    };
            throw new DriverException(ErrorCode.INTERNAL, ErrorDomain.CPU, what + e.name(), e);
        }
    }

    @Override
    public int compareCpu(String cpu, int flags) {
        requireFlags(flags, FAIL_INCOMPATIBLE | VALIDATE, "CompareCPU");
        return number(known(() -> hostCpus.compare(cpu, (flags & FAIL_INCOMPATIBLE) != 0)));
    }

    @Override
    public int compareHypervisorCpu(EmulatorChoice choice, String cpu, int flags) {
        requireFlags(flags, FAIL_INCOMPATIBLE | VALIDATE, "CompareHypervisorCPU");
        return number(
                known(() -> cpus.compare(document(choice), cpu, (flags & FAIL_INCOMPATIBLE) != 0)));
    }

    private static int number(Comparison.Verdict verdict) {
        return switch (verdict) {
            case INCOMPATIBLE -> INCOMPATIBLE;
            case IDENTICAL -> 1;
            case SUPERSET -> 2;
        };
    }

    @Override
    public String baselineCpu(List<String> definitions, int flags) {
        requireFlags(flags, EXPAND | MIGRATABLE, "BaselineCPU");
        return known(() ->
                hostCpus.baseline(definitions, (flags & EXPAND) != 0, (flags & MIGRATABLE) != 0));
    }

    @Override
    public String baselineHypervisorCpu(
            EmulatorChoice choice, List<String> definitions, int flags) {
        requireFlags(flags, EXPAND | MIGRATABLE, "BaselineHypervisorCPU");
        return baseline(choice, definitions, flags);
    }

    private String baseline(EmulatorChoice choice, List<String> definitions, int flags) {
        boolean migratable = (flags & MIGRATABLE) != 0;
        Request plain = request(choice, EnumSet.noneOf(Flag.class));
        return known(() ->
                cpus.baseline(
                        document(choice),
                        driver.cpuSwitches(plain, migratable),
                        definitions,
                        (flags & EXPAND) != 0,
                        migratable));
    }
}
