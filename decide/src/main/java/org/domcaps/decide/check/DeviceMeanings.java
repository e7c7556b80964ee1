package org.domcaps.decide.check;

import java.util.Optional;

/// What devices mean where they leave something out or say it in another way than the document.
final class DeviceMeanings {

    private DeviceMeanings() {}

    /// What a disk is; a disk is a hard disk unless it says otherwise.
    static String diskDevice(Node disk) {
        return disk.attribute("device").orElse("disk");
    }

    /// The bus of a disk, from its `<target>`: as written, or as libvirt derives it from the device
    /// name; empty where the name says nothing.
    static Optional<String> diskBus(Node target) {
        Optional<String> written = target.attribute("bus");
        if (written.isPresent()) {
            return written;
        }
        if (target.parent().map(DeviceMeanings::diskDevice).orElse("").equals("floppy")) {
            return Optional.of("fdc");
        }
        String dev = target.attribute("dev").orElse("");
        if (dev.startsWith("hd")) {
            return Optional.of("ide");
        }
        if (dev.startsWith("sd")) {
            return Optional.of("scsi");
        }
        if (dev.startsWith("vd")) {
            return Optional.of("virtio");
        }
        if (dev.startsWith("xvd")) {
            return Optional.of("xen");
        }
        return dev.startsWith("ubd") ? Optional.of("uml") : Optional.empty();
    }

    /// The disk bus that a controller serves; empty for controllers that serve none or that every
    /// machine can have.
    static Optional<String> controllerBus(Node controller) {
        return controller
                .attribute("type")
                .filter(type -> type.equals("ide") || type.equals("sata") || type.equals("fdc"));
    }

    /// The host side of a network interface as the document names it; empty for kinds of interfaces
    /// that it does not speak of.
    static Optional<String> interfaceBackend(Node device) {
        boolean user = device.has("type", "user");
        Optional<String> backend = device.child("backend").flatMap(node -> node.attribute("type"));
        if (backend.isPresent()) {
            return backend;
        }
        return user ? Optional.of("default") : Optional.empty();
    }

    /// Whether a `<hostdev>` is of mode `capabilities`, which only containers have.
    static boolean isCapabilities(Node hostdev) {
        return hostdev.has("mode", "capabilities");
    }

    /// Whether a host device, or a network interface made of one, is a PCI device.
    static boolean isPci(Node device) {
        return device.element().name().equals("hostdev")
                ? device.has("type", "pci")
                : device.has("type", "hostdev");
    }

    /// The driver that a PCI host device needs: as written, or the default one.
    static String pciBackend(Node device) {
        return device.child("driver").flatMap(node -> node.attribute("name")).orElse("default");
    }

    /// The TPM specification of an emulated TPM; empty where another back end decides it.
    static Optional<String> tpmVersion(Node backend) {
        return backend.has("type", "emulator") ? backend.attribute("version") : Optional.empty();
    }

    /// Whether a feature's element switches it on: it does unless it says `off`.
    static boolean isOn(Node feature) {
        return !feature.has("state", "off");
    }
}
