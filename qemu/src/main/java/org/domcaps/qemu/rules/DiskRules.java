package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.DISK_BUS;
import static org.domcaps.document.EnumKey.DISK_DEVICE;
import static org.domcaps.document.EnumKey.DISK_MODEL;
import static org.domcaps.qemu.rules.QemuCondition.always;
import static org.domcaps.qemu.rules.QemuCondition.anyType;
import static org.domcaps.qemu.rules.QemuCondition.type;
import static org.domcaps.rule.Condition.all;
import static org.domcaps.rule.Condition.any;
import static org.domcaps.rule.Condition.not;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Element;
import org.domcaps.qemu.rules.QemuCondition.Side;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;

import java.util.List;

/// `<disk>`. Machines are looked at with the binary's architecture here.
final class DiskRules {

    private DiskRules() {}

    static List<Rule<Situation>> rows() {
        Condition<Situation> noPseries =
                not(new QemuCondition.Machine(MachineKind.PSERIES, Side.BINARY));
        // Since 11.4 a floppy needs a controller; before, every machine but pSeries was said to
        // have one.
        Condition<Situation> floppy = all(anyType("isa-fdc", "sysbus-fdc"), noPseries);
        return List.of(
                supported(Element.DISK, always()),
                value(DISK_DEVICE, "disk", always()),
                value(DISK_DEVICE, "cdrom", always()),
                value(DISK_DEVICE, "floppy", noPseries).until(11, 4),
                value(DISK_DEVICE, "floppy", floppy).since(11, 4),
                value(DISK_DEVICE, "lun", always()),
                value(
                        DISK_BUS,
                        "ide",
                        any(
                                new QemuCondition.Machine(MachineKind.I440FX, Side.BINARY),
                                new QemuCondition.Machine(MachineKind.OTHER_IDE, Side.BINARY))),
                value(DISK_BUS, "fdc", noPseries).until(11, 4),
                value(DISK_BUS, "fdc", floppy).since(11, 4),
                value(DISK_BUS, "scsi", always()),
                value(DISK_BUS, "virtio", always()),
                value(DISK_BUS, "usb", type("usb-storage")).until(11, 5),
                value(DISK_BUS, "usb", anyType("usb-storage", "usb-bot")).since(11, 5),
                value(DISK_BUS, "sata", type("ich9-ahci")),
                value(DISK_BUS, "nvme", type("nvme-ns")).since(11, 5),
                value(DISK_MODEL, "virtio", always()),
                value(DISK_MODEL, "virtio-transitional", transitional()),
                value(DISK_MODEL, "virtio-non-transitional", transitional()));
    }

    /// QEMU tells virtio devices of both generations apart, by any one of their types.
    static Condition<Situation> transitional() {
        return anyType(
                "virtio-blk-pci-transitional",
                "virtio-blk-pci-non-transitional",
                "virtio-net-pci-transitional",
                "virtio-net-pci-non-transitional",
                "vhost-scsi-pci-transitional",
                "vhost-scsi-pci-non-transitional",
                "virtio-rng-pci-transitional",
                "virtio-rng-pci-non-transitional",
                "virtio-9p-pci-transitional",
                "virtio-9p-pci-non-transitional",
                "virtio-balloon-pci-transitional",
                "virtio-balloon-pci-non-transitional",
                "vhost-vsock-pci-transitional",
                "vhost-vsock-pci-non-transitional",
                "virtio-scsi-pci-transitional",
                "virtio-scsi-pci-non-transitional",
                "virtio-serial-pci-transitional",
                "virtio-serial-pci-non-transitional");
    }
}
