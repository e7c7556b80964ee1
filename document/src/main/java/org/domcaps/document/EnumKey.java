package org.domcaps.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every `<enum>` of the document: the element it belongs to, its name, and its values in the order
/// of the format.
///
/// Values are always printed in this order, whatever order they were found in. A value written
/// `name@11.5` exists since that release, one written `name!12.2` is gone since that release.
public enum EnumKey {
    /// Kinds of firmware that can be chosen automatically.
    OS_FIRMWARE(Element.OS, "firmware", "none bios efi"),
    /// Whether firmware with and without secure boot is on offer.
    FIRMWARE_SECURE_BOOT(Element.FIRMWARE_FEATURES, "secureBoot", "yes no"),
    /// Whether firmware with and without enrolled keys is on offer.
    FIRMWARE_ENROLLED_KEYS(Element.FIRMWARE_FEATURES, "enrolledKeys", "yes no"),
    /// How a loader is mapped.
    LOADER_TYPE(Element.LOADER, "type", "none rom pflash"),
    /// Whether a loader can be mapped read-only.
    LOADER_READONLY(Element.LOADER, "readonly", "default yes no"),
    /// Whether a loader can demand SMM.
    LOADER_SECURE(Element.LOADER, "secure", "default yes no"),
    /// `migratable` of mode host-passthrough.
    HOST_PASSTHROUGH_MIGRATABLE(
            Element.HOST_PASSTHROUGH, "hostPassthroughMigratable", "default on off"),
    /// `migratable` of mode maximum.
    MAXIMUM_MIGRATABLE(Element.MAXIMUM, "maximumMigratable", "default on off"),
    /// Where guest memory comes from.
    MEMORY_SOURCE_TYPE(Element.MEMORY_BACKING, "sourceType", "none file anonymous memfd"),
    /// Kinds of disk.
    DISK_DEVICE(Element.DISK, "diskDevice", "disk cdrom floppy lun"),
    /// Disk buses.
    DISK_BUS(Element.DISK, "bus", "none ide fdc scsi virtio xen usb uml sata sd nvme@11.5"),
    /// Disk models.
    DISK_MODEL(Element.DISK, "model", "default virtio virtio-transitional virtio-non-transitional"),
    /// Graphical consoles.
    GRAPHICS_TYPE(Element.GRAPHICS, "type", "sdl vnc rdp@11.3 desktop spice egl-headless dbus"),
    /// Video adapters.
    VIDEO_MODEL(
            Element.VIDEO,
            "modelType",
            "default vga cirrus vmvga xen vbox qxl parallels virtio gop none bochs ramfb"),
    /// Ways of passing a host device through.
    HOSTDEV_MODE(Element.HOSTDEV, "mode", "subsystem capabilities"),
    /// What to do when the host device is missing at start.
    HOSTDEV_STARTUP_POLICY(
            Element.HOSTDEV, "startupPolicy", "default mandatory requisite optional"),
    /// Kinds of subsystem host devices.
    HOSTDEV_SUBSYS_TYPE(Element.HOSTDEV, "subsysType", "usb pci scsi scsi_host mdev"),
    /// Kinds of capability host devices (containers only).
    HOSTDEV_CAPS_TYPE(Element.HOSTDEV, "capsType", "storage misc net"),
    /// Back ends for PCI devices.
    HOSTDEV_PCI_BACKEND(Element.HOSTDEV, "pciBackend", "default kvm vfio xen"),
    /// Whether PCI devices can use iommufd.
    HOSTDEV_IOMMUFD(Element.HOSTDEV, "iommufd", "yes no", 12, 1),
    /// Random number generator models.
    RNG_MODEL(Element.RNG, "model", "virtio virtio-transitional virtio-non-transitional"),
    /// Sources of random numbers.
    RNG_BACKEND_MODEL(Element.RNG, "backendModel", "random egd builtin"),
    /// Drivers for shared folders.
    FILESYSTEM_DRIVER_TYPE(
            Element.FILESYSTEM,
            "driverType",
            "default path handle!12.2 loop nbd ploop virtiofs mtp"),
    /// TPM models.
    TPM_MODEL(Element.TPM, "model", "default tpm-tis tpm-crb tpm-spapr spapr-tpm-proxy"),
    /// TPM back ends.
    TPM_BACKEND_MODEL(Element.TPM, "backendModel", "passthrough emulator external"),
    /// TPM specification versions of the emulator back end.
    TPM_BACKEND_VERSION(Element.TPM, "backendVersion", "default 1.2 2.0"),
    /// Buses of redirected devices.
    REDIRDEV_BUS(Element.REDIRDEV, "bus", "usb"),
    /// Channel types.
    CHANNEL_TYPE(
            Element.CHANNEL,
            "type",
            "null vc pty dev file pipe stdio udp tcp unix spicevmc spiceport nmdm qemu-vdagent"
                    + " dbus"),
    /// Crypto device models.
    CRYPTO_MODEL(Element.CRYPTO, "model", "virtio"),
    /// Crypto device types.
    CRYPTO_TYPE(Element.CRYPTO, "type", "qemu"),
    /// Crypto back ends.
    CRYPTO_BACKEND_MODEL(Element.CRYPTO, "backendModel", "builtin lkcf"),
    /// Network interface back ends.
    INTERFACE_BACKEND_TYPE(Element.INTERFACE, "backendType", "default passt"),
    /// Panic notifier models.
    PANIC_MODEL(Element.PANIC, "model", "default isa pseries hyperv s390 pvpanic"),
    /// Console types.
    CONSOLE_TYPE(
            Element.CONSOLE,
            "type",
            "null vc pty dev file pipe stdio udp tcp unix spicevmc spiceport nmdm qemu-vdagent"
                    + " dbus"),
    /// ARM interrupt controller versions.
    GIC_VERSION(Element.GIC, "version", "none host 2 3"),
    /// Hyper-V enlightenments.
    HYPERV_FEATURES(
            Element.HYPERV,
            "features",
            "relaxed vapic spinlocks vpindex runtime synic stimer reset vendor_id frequencies"
                    + " reenlightenment tlbflush ipi evmcs avic emsr_bitmap xmm_input"),
    /// Launch security types.
    LAUNCH_SECURITY_SECTYPE(
            Element.LAUNCH_SECURITY, "sectype", "none sev sev-snp s390-pv tdx@11.9");

    private final Element element;
    private final String xmlName;
    private final Release since;
    private final List<EnumValue> values;

    EnumKey(Element element, String xmlName, String values) {
        this(element, xmlName, values, element.since().major(), element.since().minor());
    }

    EnumKey(Element element, String xmlName, String values, int major, int minor) {
        this.element = element;
        this.xmlName = xmlName;
        this.since = new Release(major, minor);
        this.values = parse(values, since);
    }

    /// The element that holds the enum.
    public Element element() {
        return element;
    }

    /// The attribute `name` of the enum.
    public String xmlName() {
        return xmlName;
    }

    /// The first release that prints the enum.
    public Release since() {
        return since;
    }

    /// Every value the enum can hold, in the order of the format.
    public List<EnumValue> possibleValues() {
        return values;
    }

    /// The enum's path from the root in dotted form, such as `devices.tpm.backendModel`.
    public String path() {
        return element.path() + "." + xmlName;
    }

    /// The value of that name.
    public Optional<EnumValue> value(String name) {
        for (EnumValue value : values) {
            if (value.name().equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The enum of that name inside an element.
    public static Optional<EnumKey> find(Element element, String xmlName) {
        for (EnumKey key : Rows.ALL) {
            if (key.element == element && key.xmlName.equals(xmlName)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /// The enums of an element, in the order of the format.
    public static List<EnumKey> of(Element element) {
        List<EnumKey> keys = new ArrayList<>();
        for (EnumKey key : Rows.ALL) {
            if (key.element == element) {
                keys.add(key);
            }
        }
        return keys;
    }

    /// Holds the rows once; `values()` would copy them at each call.
    private static final class Rows {
        private static final EnumKey[] ALL = EnumKey.class.getEnumConstants();
    }

    private static List<EnumValue> parse(String table, Release keySince) {
        List<EnumValue> rows = new ArrayList<>();
        int start = 0;
        while (start < table.length()) {
            int end = table.indexOf(' ', start);
            end = end < 0 ? table.length() : end;
            rows.add(row(table.substring(start, end), keySince));
            start = end + 1;
        }
        return List.copyOf(rows);
    }

    private static EnumValue row(String cell, Release keySince) {
        int at = cell.indexOf('@');
        if (at > 0) {
            Release since = Release.parse(cell.substring(at + 1)).orElseThrow();
            return new EnumValue(cell.substring(0, at), since, Optional.empty());
        }
        int gone = cell.indexOf('!');
        if (gone > 0) {
            Release until = Release.parse(cell.substring(gone + 1)).orElseThrow();
            return new EnumValue(cell.substring(0, gone), keySince, Optional.of(until));
        }
        return new EnumValue(cell, keySince, Optional.empty());
    }
}
