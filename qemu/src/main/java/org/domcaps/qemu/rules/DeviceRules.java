package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.CHANNEL_TYPE;
import static org.domcaps.document.EnumKey.CONSOLE_TYPE;
import static org.domcaps.document.EnumKey.CRYPTO_BACKEND_MODEL;
import static org.domcaps.document.EnumKey.CRYPTO_MODEL;
import static org.domcaps.document.EnumKey.CRYPTO_TYPE;
import static org.domcaps.document.EnumKey.FILESYSTEM_DRIVER_TYPE;
import static org.domcaps.document.EnumKey.GRAPHICS_TYPE;
import static org.domcaps.document.EnumKey.HOSTDEV_CAPS_TYPE;
import static org.domcaps.document.EnumKey.HOSTDEV_IOMMUFD;
import static org.domcaps.document.EnumKey.HOSTDEV_MODE;
import static org.domcaps.document.EnumKey.HOSTDEV_PCI_BACKEND;
import static org.domcaps.document.EnumKey.HOSTDEV_STARTUP_POLICY;
import static org.domcaps.document.EnumKey.HOSTDEV_SUBSYS_TYPE;
import static org.domcaps.document.EnumKey.INTERFACE_BACKEND_TYPE;
import static org.domcaps.document.EnumKey.PANIC_MODEL;
import static org.domcaps.document.EnumKey.REDIRDEV_BUS;
import static org.domcaps.document.EnumKey.RNG_BACKEND_MODEL;
import static org.domcaps.document.EnumKey.RNG_MODEL;
import static org.domcaps.document.EnumKey.VIDEO_MODEL;
import static org.domcaps.qemu.rules.QemuCondition.always;
import static org.domcaps.qemu.rules.QemuCondition.anyType;
import static org.domcaps.qemu.rules.QemuCondition.host;
import static org.domcaps.qemu.rules.QemuCondition.option;
import static org.domcaps.qemu.rules.QemuCondition.schema;
import static org.domcaps.qemu.rules.QemuCondition.type;
import static org.domcaps.rule.Condition.all;
import static org.domcaps.rule.Condition.anyOf;
import static org.domcaps.rule.Rule.reported;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.qemu.rules.QemuCondition.Side;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;

import java.util.ArrayList;
import java.util.List;

/// The children of `<devices>` but for `<disk>` and `<tpm>`.
final class DeviceRules {

    private DeviceRules() {}

    static List<Rule<Situation>> rows() {
        List<Rule<Situation>> rows = new ArrayList<>(100);
        graphics(rows);
        video(rows);
        hostdev(rows);
        rng(rows);
        sharing(rows);
        crypto(rows);
        panic(rows);
        console(rows);
        return rows;
    }

    private static void graphics(List<Rule<Situation>> rows) {
        Condition<Situation> dbus = schema("query-display-options/ret-type/+dbus");
        rows.add(supported(Element.GRAPHICS, always()));
        rows.add(value(GRAPHICS_TYPE, "sdl", schema("query-display-options/ret-type/+sdl")));
        rows.add(value(GRAPHICS_TYPE, "vnc", schema("query-vnc")));
        rows.add(value(GRAPHICS_TYPE, "rdp", all(dbus, host(HostFact.RDP_HELPER))).since(11, 3));
        rows.add(value(GRAPHICS_TYPE, "spice", option("spice")));
        rows.add(
                value(
                        GRAPHICS_TYPE,
                        "egl-headless",
                        schema("query-display-options/ret-type/+egl-headless")));
        rows.add(value(GRAPHICS_TYPE, "dbus", dbus));
    }

    private static void video(List<Rule<Situation>> rows) {
        rows.add(supported(Element.VIDEO, always()));
        rows.add(value(VIDEO_MODEL, "vga", type("VGA")));
        rows.add(value(VIDEO_MODEL, "cirrus", type("cirrus-vga")));
        rows.add(value(VIDEO_MODEL, "vmvga", type("vmware-svga")));
        rows.add(value(VIDEO_MODEL, "qxl", type("qxl")));
        rows.add(value(VIDEO_MODEL, "virtio", anyType("virtio-gpu-pci", "virtio-gpu-device")));
        rows.add(value(VIDEO_MODEL, "none", always()));
        rows.add(value(VIDEO_MODEL, "bochs", type("bochs-display")));
        rows.add(value(VIDEO_MODEL, "ramfb", type("ramfb")));
    }

    private static void hostdev(List<Rule<Situation>> rows) {
        rows.add(supported(Element.HOSTDEV, always()));
        rows.add(value(HOSTDEV_MODE, "subsystem", always()));
        everyValue(rows, HOSTDEV_STARTUP_POLICY);
        rows.add(
                value(
                        HOSTDEV_SUBSYS_TYPE,
                        "usb",
                        anyType(
                                "piix3-usb-uhci",
                                "piix4-usb-uhci",
                                "usb-ehci",
                                "ich9-usb-ehci1",
                                "vt82c686b-usb-uhci",
                                "pci-ohci",
                                "nec-usb-xhci",
                                "qemu-xhci")));
        rows.add(value(HOSTDEV_SUBSYS_TYPE, "pci", always()));
        rows.add(value(HOSTDEV_SUBSYS_TYPE, "scsi", always()));
        // There, and always empty.
        rows.add(reported(HOSTDEV_CAPS_TYPE, always()));
        Condition<Situation> vfio = all(type("vfio-pci"), host(HostFact.VFIO));
        rows.add(value(HOSTDEV_PCI_BACKEND, "default", vfio));
        rows.add(value(HOSTDEV_PCI_BACKEND, "vfio", vfio));
        rows.add(
                value(
                        HOSTDEV_IOMMUFD,
                        "yes",
                        all(type("iommufd"), host(HostFact.VFIO), host(HostFact.IOMMUFD))));
        rows.add(value(HOSTDEV_IOMMUFD, "no", always()));
    }

    private static void rng(List<Rule<Situation>> rows) {
        Condition<Situation> virtio =
                anyType("virtio-rng-pci", "virtio-rng-ccw", "virtio-rng-device");
        Condition<Situation> generations = all(virtio, DiskRules.transitional());
        rows.add(supported(Element.RNG, always()));
        rows.add(value(RNG_MODEL, "virtio", virtio));
        rows.add(value(RNG_MODEL, "virtio-transitional", generations));
        rows.add(value(RNG_MODEL, "virtio-non-transitional", generations));
        rows.add(value(RNG_BACKEND_MODEL, "random", type("rng-random")));
        rows.add(value(RNG_BACKEND_MODEL, "egd", type("rng-egd")));
        rows.add(value(RNG_BACKEND_MODEL, "builtin", type("rng-builtin")));
    }

    private static void sharing(List<Rule<Situation>> rows) {
        rows.add(supported(Element.FILESYSTEM, always()));
        rows.add(value(FILESYSTEM_DRIVER_TYPE, "path", always()));
        rows.add(value(FILESYSTEM_DRIVER_TYPE, "handle", always()).until(12, 2));
        rows.add(value(FILESYSTEM_DRIVER_TYPE, "virtiofs", type("vhost-user-fs-device")));
        rows.add(supported(Element.REDIRDEV, type("usb-redir")));
        rows.add(value(REDIRDEV_BUS, "usb", always()));
        rows.add(supported(Element.CHANNEL, always()));
        rows.add(value(CHANNEL_TYPE, "pty", always()));
        rows.add(value(CHANNEL_TYPE, "unix", always()));
        rows.add(value(CHANNEL_TYPE, "spicevmc", option("spice")));
        rows.add(supported(Element.INTERFACE, always()));
        rows.add(value(INTERFACE_BACKEND_TYPE, "default", schema("netdev_add/arg-type/+user")));
        rows.add(value(INTERFACE_BACKEND_TYPE, "passt", schema("netdev_add/arg-type/+stream")));
    }

    private static void crypto(List<Rule<Situation>> rows) {
        rows.add(supported(Element.CRYPTO, always()));
        rows.add(
                value(
                        CRYPTO_MODEL,
                        "virtio",
                        anyType("virtio-crypto-pci", "virtio-crypto-device")));
        rows.add(value(CRYPTO_TYPE, "qemu", always()));
        rows.add(value(CRYPTO_BACKEND_MODEL, "builtin", always()));
        rows.add(value(CRYPTO_BACKEND_MODEL, "lkcf", type("cryptodev-backend-lkcf")));
    }

    private static void panic(List<Rule<Situation>> rows) {
        rows.add(supported(Element.PANIC, anyOf(PANIC_MODEL)));
        rows.add(value(PANIC_MODEL, "isa", type("pvpanic")));
        rows.add(
                value(
                        PANIC_MODEL,
                        "pseries",
                        new QemuCondition.Machine(MachineKind.PSERIES, Side.GUEST)));
        rows.add(
                value(
                        PANIC_MODEL,
                        "hyperv",
                        new QemuCondition.Family(Arch.Family.X86, Side.GUEST)));
        rows.add(
                value(PANIC_MODEL, "s390", new QemuCondition.Family(Arch.Family.S390, Side.GUEST)));
        rows.add(value(PANIC_MODEL, "pvpanic", type("pvpanic-pci")));
    }

    private static void console(List<Rule<Situation>> rows) {
        rows.add(supported(Element.CONSOLE, always()));
        for (String plain :
                List.of(
                        "null", "vc", "pty", "dev", "file", "pipe", "stdio", "udp", "tcp", "unix",
                        "dbus")) {
            rows.add(value(CONSOLE_TYPE, plain, always()));
        }
        rows.add(value(CONSOLE_TYPE, "spicevmc", option("spice")));
        rows.add(value(CONSOLE_TYPE, "spiceport", option("spice")));
        rows.add(
                value(
                        CONSOLE_TYPE,
                        "qemu-vdagent",
                        schema("chardev-add/arg-type/backend/+qemu-vdagent")));
    }

    private static void everyValue(List<Rule<Situation>> rows, EnumKey key) {
        key.possibleValues().forEach(possible -> rows.add(value(key, possible.name(), always())));
    }
}
