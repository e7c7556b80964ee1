package org.domcaps.host;

import org.domcaps.document.Arch;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.firmware.DescriptorReader;
import org.domcaps.host.firmware.FallbackLoaders;
import org.domcaps.host.firmware.FirmwareDirectories;
import org.domcaps.host.firmware.FirmwareFacts;
import org.domcaps.host.firmware.FirmwareFault;
import org.domcaps.host.firmware.LoaderPair;
import org.domcaps.host.system.CpuidSource;
import org.domcaps.host.system.DeviceCpuid;
import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.KvmDevice;
import org.domcaps.host.system.NativeCpuid;
import org.domcaps.host.system.NativeKvm;
import org.domcaps.host.system.Programs;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Looks at a machine.
///
/// Immutable; each call looks afresh, and nothing is remembered between calls. Safe for use by
/// several threads.
public final class HostProbe {

    private static final Duration SWTPM_DEADLINE = Duration.ofSeconds(10);
    private static final int LINE_LIMIT = 1024;
    private static final int STATUS_LIMIT = 64 << 10;
    private static final int CONFIGURATION_LIMIT = 1 << 20;
    private static final String DEFAULT_RDP_HELPER = "qemu-rdp";

    private final HostRoot root;
    private final HostEnvironment environment;
    private final KvmDevice kvm;
    private final CpuidSource cpuid;
    private final List<LoaderPair> fallbackLoaders;
    private final DescriptorReader descriptors;

    /// Looks at a machine through these seams, with libvirt's own fallback loaders.
    public HostProbe(HostRoot root, HostEnvironment environment, KvmDevice kvm, CpuidSource cpuid) {
        this(root, environment, kvm, cpuid, FallbackLoaders.BUILT_IN, DescriptorReader.parsing());
    }

    private HostProbe(
            HostRoot root,
            HostEnvironment environment,
            KvmDevice kvm,
            CpuidSource cpuid,
            List<LoaderPair> fallbackLoaders,
            DescriptorReader descriptors) {
        this.root = Objects.requireNonNull(root, "root");
        this.environment = Objects.requireNonNull(environment, "environment");
        this.kvm = Objects.requireNonNull(kvm, "kvm");
        this.cpuid = Objects.requireNonNull(cpuid, "cpuid");
        this.fallbackLoaders = List.copyOf(fallbackLoaders);
        this.descriptors = Objects.requireNonNull(descriptors, "descriptors");
    }

    /// Looks at the machine that runs this program.
    public static HostProbe ofThisMachine(HostEnvironment environment) {
        HostRoot root = HostRoot.THIS_MACHINE;
        return new HostProbe(
                root,
                environment,
                new NativeKvm(root),
                new DeviceCpuid(root).or(new NativeCpuid()));
    }

    /// The same with another built-in list of fallback loaders, as distributions choose at build
    /// time.
    public HostProbe withFallbackLoaders(List<LoaderPair> loaders) {
        return new HostProbe(root, environment, kvm, cpuid, loaders, descriptors);
    }

    /// The same with somebody else to make values of the texts of firmware descriptors.
    public HostProbe withDescriptorReader(DescriptorReader reader) {
        return new HostProbe(root, environment, kvm, cpuid, fallbackLoaders, reader);
    }

    /// Gathers the machine and these parts. Slow ones run at the same time.
    ///
    /// @throws DomcapsException only if the architecture is not one that libvirt knows; other
    ///   failures become facts
    public HostFacts gather(Set<HostPart> parts) {
        Optional<FutureTask<Swtpm>> swtpm = Optional.empty();
        if (parts.contains(HostPart.SWTPM)) {
            swtpm = Optional.of(new FutureTask<>(swtpmPrograms()::ask));
            Thread.ofPlatform().daemon().name("swtpm").start(swtpm.get());
        }
        try {
            HostFacts facts = HostFacts.of(machine(), EnumSet.noneOf(HostPart.class));
            Settings settings = new Settings();
            for (HostPart part : parts) {
                facts =
                        switch (part) {
                            case RAW_CPU ->
                                    facts.withRawCpu(
                                            new ProcessorProbe(root, kvm, cpuid)
                                                    .read(facts.arch()));
                            case KVM -> facts.withKvm(new KvmQuestions(kvm).ask());
                            case FEATURES -> facts.withFeatures(new HostFeatures(root).read());
                            case RDP_HELPER -> facts.withRdpHelper(rdpHelper(settings));
                            case SEV_GUESTS -> facts.withSevGuests(sevGuests(facts.arch()));
                            case FIRMWARE -> facts.withFirmware(firmware(settings));
                            case SWTPM -> facts;
                        };
            }
            return swtpm.isPresent() ? facts.withSwtpm(join(swtpm.get())) : facts;
        } finally {
            // No effect on a finished task; otherwise the program is killed.
            swtpm.ifPresent(task -> task.cancel(true));
        }
    }

    /// Gathers everything.
    public HostFacts gatherAll() {
        return gather(EnumSet.allOf(HostPart.class));
    }

    /// What an emulator's answers depend on. Takes a few milliseconds at most: no native call, no
    /// process.
    public HostState state() {
        return new HostState(
                machine(),
                new HostFeatures(root).readToggles(),
                DeviceNode.read(root.resolve("/dev/kvm")),
                identity());
    }

    /// What the answer of `swtpm_setup` depends on. Runs nothing.
    public SwtpmFingerprint swtpmFingerprint() {
        return swtpmPrograms().fingerprint();
    }

    private static Swtpm join(FutureTask<Swtpm> task) {
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Swtpm.Unclear("interrupted while swtpm_setup ran");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }

    private SwtpmPrograms swtpmPrograms() {
        return new SwtpmPrograms(new Programs(root, environment), SWTPM_DEADLINE);
    }

    private Machine machine() {
        Arch arch = arch();
        CpuInfo cpuInfo = new CpuInfo(root.readText("/proc/cpuinfo", CpuInfo.READ_LIMIT).orEmpty());
        return new Machine(
                arch,
                kernel(),
                cpuInfo.signature(arch),
                cpuInfo.microcode(arch),
                cpuInfo.physicalAddressBits(arch));
    }

    private Arch arch() {
        String name = line("/proc/sys/kernel/arch");
        // Kernels before 6.1 do not have the file; then the Java runtime's own architecture has to
        // do.
        String machine = name.isEmpty() ? System.getProperty("os.arch") : name;
        Optional<Arch> arch = Arch.fromKernel(machine);
        if (arch.isEmpty()) {
            throw new DomcapsException(
                    ErrorCode.INTERNAL,
                    "the architecture '" + machine + "' of this host is not supported");
        }
        return arch.get();
    }

    private Optional<String> kernel() {
        String release = line("/proc/sys/kernel/osrelease");
        String version = line("/proc/sys/kernel/version");
        return release.isEmpty()
                ? Optional.empty()
                : Optional.of(release.concat(" ").concat(version));
    }

    private String line(String path) {
        return root.readText(path, LINE_LIMIT).orEmpty().strip();
    }

    private Identity identity() {
        return Identity.parse(root.readText("/proc/self/status", STATUS_LIMIT).orEmpty());
    }

    private SevGuests sevGuests(Arch arch) {
        return arch.family() == Arch.Family.X86 ? SevGuests.read(cpuid) : SevGuests.none();
    }

    private Optional<String> rdpHelper(Settings settings) {
        String name =
                settings.read() instanceof LibvirtConf.Parsed.Settings known
                        ? known.string("qemu_rdp").orElse(DEFAULT_RDP_HELPER)
                        : DEFAULT_RDP_HELPER;
        return new Programs(root, environment).find(name);
    }

    private FirmwareFacts firmware(Settings settings) {
        FirmwareDirectories directories =
                new FirmwareDirectories(
                        root,
                        FirmwareDirectories.of(environment, userConfiguration()),
                        descriptors);
        LibvirtConf.Parsed configuration = settings.read();
        String file = configurationFile().orElse("qemu.conf");
        if (configuration instanceof LibvirtConf.Parsed.Malformed(int line, String detail)) {
            return FirmwareFacts.failed(
                    new FirmwareFault(
                            ErrorCode.CONFIG_UNSUPPORTED, file + ":" + line + ": " + detail));
        }
        if (configuration instanceof LibvirtConf.Parsed.Unreadable(String reason)) {
            return FirmwareFacts.failed(
                    new FirmwareFault(
                            ErrorCode.SYSTEM, "Failed to open file '" + file + "': " + reason));
        }
        LibvirtConf.Parsed.Settings known = (LibvirtConf.Parsed.Settings) configuration;
        return directories.gather(fallbackLoaders, known.list("nvram"));
    }

    /// `qemu.conf`, read once for all parts that look at it.
    private final class Settings {
        private Optional<LibvirtConf.Parsed> parsed = Optional.empty();

        LibvirtConf.Parsed read() {
            if (parsed.isEmpty()) {
                Optional<String> file = configurationFile();
                parsed =
                        Optional.of(
                                LibvirtConf.of(
                                        file.isEmpty()
                                                ? new FileText.Missing()
                                                : root.readText(file.get(), CONFIGURATION_LIMIT)));
            }
            return parsed.get();
        }
    }

    private Optional<String> configurationFile() {
        return environment.privileged()
                ? Optional.of("/etc/libvirt/qemu.conf")
                : userConfiguration().map(folder -> folder + "/libvirt/qemu.conf");
    }

    private Optional<String> userConfiguration() {
        if (environment.privileged() || environment.home().isPresent()) {
            return environment.configDirectory(Optional.empty());
        }
        String passwd = root.readText("/etc/passwd", CONFIGURATION_LIMIT).orEmpty();
        return environment.configDirectory(PasswdFile.home(passwd, identity().uid()));
    }
}
