package org.domcaps.document;

import java.util.Optional;

/// Every element of the document that says `supported='yes'` or `supported='no'`, in document
/// order.
///
/// Each row knows where the element stands and since which libvirt release it is printed;
/// [Release#OLDEST] there means "that release or an earlier one". What an element holds besides its
/// state is said by [EnumKey] and [Detail].
public enum Element {
    /// I/O threads.
    IOTHREADS(Place.ROOT, "iothreads", false),
    /// Firmware and boot loader.
    OS(Place.ROOT, "os", true),
    /// Secure boot and enrolled keys of the firmware on offer.
    FIRMWARE_FEATURES(Place.OS, "firmwareFeatures", true, 12, 1),
    /// Firmware images that `<loader>` can name.
    LOADER(Place.OS, "loader", true),
    /// UEFI variable store kept by QEMU itself.
    VARSTORE(Place.OS, "varstore", false, 12, 1),
    /// CPU mode `host-passthrough`.
    HOST_PASSTHROUGH(Place.CPU, "host-passthrough", true),
    /// CPU mode `maximum`.
    MAXIMUM(Place.CPU, "maximum", true),
    /// CPU mode `host-model`.
    HOST_MODEL(Place.CPU, "host-model", true),
    /// CPU mode `custom`.
    CUSTOM(Place.CPU, "custom", true),
    /// Guest memory back ends.
    MEMORY_BACKING(Place.ROOT, "memoryBacking", true),
    /// Disks.
    DISK(Place.DEVICES, "disk", true),
    /// Graphical consoles.
    GRAPHICS(Place.DEVICES, "graphics", true),
    /// Video adapters.
    VIDEO(Place.DEVICES, "video", true),
    /// Host devices passed through.
    HOSTDEV(Place.DEVICES, "hostdev", true),
    /// Random number generators.
    RNG(Place.DEVICES, "rng", true),
    /// Host folders shared with the guest.
    FILESYSTEM(Place.DEVICES, "filesystem", true),
    /// Trusted platform modules.
    TPM(Place.DEVICES, "tpm", true),
    /// USB devices redirected from a remote viewer.
    REDIRDEV(Place.DEVICES, "redirdev", true),
    /// Channels between host and guest.
    CHANNEL(Place.DEVICES, "channel", true),
    /// Crypto devices.
    CRYPTO(Place.DEVICES, "crypto", true),
    /// Network interface back ends.
    INTERFACE(Place.DEVICES, "interface", true),
    /// Panic notifiers.
    PANIC(Place.DEVICES, "panic", true, 11, 3),
    /// Text consoles.
    CONSOLE(Place.DEVICES, "console", true, 11, 5),
    /// ARM interrupt controller versions.
    GIC(Place.FEATURES, "gic", true),
    /// Crash dump information device.
    VMCOREINFO(Place.FEATURES, "vmcoreinfo", false),
    /// Virtual machine generation id.
    GENID(Place.FEATURES, "genid", false),
    /// `<backingStore>` given by the user.
    BACKING_STORE_INPUT(Place.FEATURES, "backingStoreInput", false),
    /// Incremental backup.
    BACKUP(Place.FEATURES, "backup", false),
    /// Asynchronous teardown of guest memory.
    ASYNC_TEARDOWN(Place.FEATURES, "async-teardown", false),
    /// s390 protected virtualisation.
    S390_PV(Place.FEATURES, "s390-pv", false),
    /// PS/2 controller that can be switched off.
    PS2(Place.FEATURES, "ps2", false),
    /// Intel Trust Domain Extensions.
    TDX(Place.FEATURES, "tdx", false, 11, 9),
    /// AMD Secure Encrypted Virtualization.
    SEV(Place.FEATURES, "sev", true),
    /// Intel Software Guard Extensions.
    SGX(Place.FEATURES, "sgx", true),
    /// Hyper-V enlightenments.
    HYPERV(Place.FEATURES, "hyperv", true),
    /// Launch security types.
    LAUNCH_SECURITY(Place.FEATURES, "launchSecurity", true);

    private final Place place;
    private final String xmlName;
    private final boolean group;
    private final Release since;

    Element(Place place, String xmlName, boolean group) {
        this(place, xmlName, group, Release.OLDEST.major(), Release.OLDEST.minor());
    }

    Element(Place place, String xmlName, boolean group, int major, int minor) {
        this.place = place;
        this.xmlName = xmlName;
        this.group = group;
        this.since = new Release(major, minor);
    }

    /// The containing element.
    public Place place() {
        return place;
    }

    /// The element's name; for CPU modes the value of the attribute `name`.
    public String xmlName() {
        return xmlName;
    }

    /// Whether the element can hold something when it is supported; the others never have content.
    public boolean isGroup() {
        return group;
    }

    /// The first release that prints the element.
    public Release since() {
        return since;
    }

    /// The element's path from the root in dotted form, such as `devices.tpm`, `cpu.custom` or
    /// `iothreads`.
    public String path() {
        return place == Place.ROOT ? xmlName : place.xmlName() + "." + xmlName;
    }

    /// The element of that name below that container.
    public static Optional<Element> find(Place place, String xmlName) {
        for (Element element : values()) {
            if (element.place == place && element.xmlName.equals(xmlName)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
