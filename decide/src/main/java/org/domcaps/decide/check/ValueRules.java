package org.domcaps.decide.check;

import static org.domcaps.decide.check.ValueRule.attribute;

import org.domcaps.document.EnumKey;

import java.util.List;
import java.util.Optional;

/// Every value of a definition that an enum of the document must list, in the order of the format.
///
/// `open` marks what libvirt's QEMU driver accepts although it never puts it into the document: for
/// these a missing value is no "no".
final class ValueRules {

    private ValueRules() {}

    static List<ValueRule> all() {
        List<ValueRule> all = new java.util.ArrayList<>(BOOT);
        all.addAll(STORAGE);
        all.addAll(DISPLAY);
        all.addAll(HOST_DEVICES);
        all.addAll(OTHER_DEVICES);
        return all;
    }

    private static final List<ValueRule> BOOT =
            List.of(
                    attribute("os.firmware", "os", "firmware", "firmware", EnumKey.OS_FIRMWARE),
                    attribute(
                                    "os.firmware.secure-boot",
                                    "os/firmware/feature",
                                    "enabled",
                                    "firmware with secure boot",
                                    EnumKey.FIRMWARE_SECURE_BOOT)
                            .when(node -> node.has("name", "secure-boot")),
                    attribute(
                                    "os.firmware.enrolled-keys",
                                    "os/firmware/feature",
                                    "enabled",
                                    "firmware with enrolled keys",
                                    EnumKey.FIRMWARE_ENROLLED_KEYS)
                            .when(node -> node.has("name", "enrolled-keys")),
                    attribute(
                            "os.loader.type",
                            "os/loader",
                            "type",
                            "loader type",
                            EnumKey.LOADER_TYPE),
                    attribute(
                            "os.loader.readonly",
                            "os/loader",
                            "readonly",
                            "loader with readonly",
                            EnumKey.LOADER_READONLY),
                    attribute(
                            "os.loader.secure",
                            "os/loader",
                            "secure",
                            "loader with secure",
                            EnumKey.LOADER_SECURE),
                    attribute(
                                    "cpu.migratable",
                                    "cpu",
                                    "migratable",
                                    "host-passthrough with migratable",
                                    EnumKey.HOST_PASSTHROUGH_MIGRATABLE)
                            .when(cpu -> cpu.has("mode", "host-passthrough")),
                    attribute(
                                    "cpu.migratable",
                                    "cpu",
                                    "migratable",
                                    "maximum with migratable",
                                    EnumKey.MAXIMUM_MIGRATABLE)
                            .when(cpu -> cpu.has("mode", "maximum")),
                    attribute(
                            "memory.source",
                            "memoryBacking/source",
                            "type",
                            "memory source",
                            EnumKey.MEMORY_SOURCE_TYPE));

    private static final List<ValueRule> STORAGE =
            List.of(
                    attribute(
                                    "device.disk.device",
                                    "devices/disk",
                                    "device",
                                    "disk device",
                                    EnumKey.DISK_DEVICE)
                            .orElse("disk"),
                    attribute(
                                    "device.disk.bus",
                                    "devices/disk/target",
                                    "bus",
                                    "disk bus",
                                    EnumKey.DISK_BUS)
                            .meaning(DeviceMeanings::diskBus)
                            .open("sd"),
                    attribute(
                                    "device.disk.model",
                                    "devices/disk",
                                    "model",
                                    "disk model",
                                    EnumKey.DISK_MODEL)
                            .open("usb-storage", "usb-bot"),
                    attribute(
                                    "device.controller.bus",
                                    "devices/controller",
                                    "type",
                                    "controller",
                                    EnumKey.DISK_BUS)
                            .meaning(DeviceMeanings::controllerBus),
                    attribute(
                                    "device.filesystem.driver",
                                    "devices/filesystem",
                                    "type",
                                    "filesystem driver",
                                    EnumKey.FILESYSTEM_DRIVER_TYPE)
                            .when(node -> node.attribute("type").orElse("mount").equals("mount"))
                            .meaning(node ->
                                    node.child("driver").flatMap(it -> it.attribute("type"))));

    private static final List<ValueRule> DISPLAY =
            List.of(
                    attribute(
                            "device.graphics.type",
                            "devices/graphics",
                            "type",
                            "graphics",
                            EnumKey.GRAPHICS_TYPE),
                    attribute(
                            "device.video.model",
                            "devices/video/model",
                            "type",
                            "video model",
                            EnumKey.VIDEO_MODEL));

    private static final List<ValueRule> HOST_DEVICES =
            List.of(
                    attribute(
                                    "device.hostdev.mode",
                                    "devices/hostdev",
                                    "mode",
                                    "hostdev mode",
                                    EnumKey.HOSTDEV_MODE)
                            .orElse("subsystem"),
                    attribute(
                                    "device.hostdev.type",
                                    "devices/hostdev",
                                    "type",
                                    "host device",
                                    EnumKey.HOSTDEV_SUBSYS_TYPE)
                            .when(node -> !DeviceMeanings.isCapabilities(node))
                            .open("scsi_host", "mdev"),
                    attribute(
                                    "device.hostdev.caps-type",
                                    "devices/hostdev",
                                    "type",
                                    "host device of mode capabilities",
                                    EnumKey.HOSTDEV_CAPS_TYPE)
                            .when(DeviceMeanings::isCapabilities),
                    attribute(
                            "device.hostdev.startup-policy",
                            "devices/hostdev/source",
                            "startupPolicy",
                            "startup policy",
                            EnumKey.HOSTDEV_STARTUP_POLICY),
                    pciBackend("devices/hostdev"),
                    pciBackend("devices/interface"),
                    attribute(
                            "device.hostdev.iommufd",
                            "devices/hostdev/driver",
                            "iommufd",
                            "iommufd",
                            EnumKey.HOSTDEV_IOMMUFD));

    private static final List<ValueRule> OTHER_DEVICES =
            List.of(
                    attribute(
                            "device.rng.model",
                            "devices/rng",
                            "model",
                            "rng model",
                            EnumKey.RNG_MODEL),
                    attribute(
                            "device.rng.backend",
                            "devices/rng/backend",
                            "model",
                            "rng backend",
                            EnumKey.RNG_BACKEND_MODEL),
                    attribute(
                            "device.tpm.model",
                            "devices/tpm",
                            "model",
                            "TPM model",
                            EnumKey.TPM_MODEL),
                    attribute(
                            "device.tpm.backend",
                            "devices/tpm/backend",
                            "type",
                            "TPM backend",
                            EnumKey.TPM_BACKEND_MODEL),
                    attribute(
                                    "device.tpm.version",
                                    "devices/tpm/backend",
                                    "version",
                                    "TPM version",
                                    EnumKey.TPM_BACKEND_VERSION)
                            .meaning(DeviceMeanings::tpmVersion),
                    attribute(
                                    "device.redirdev.bus",
                                    "devices/redirdev",
                                    "bus",
                                    "redirection bus",
                                    EnumKey.REDIRDEV_BUS)
                            .orElse("usb"),
                    attribute(
                                    "device.channel.type",
                                    "devices/channel",
                                    "type",
                                    "channel",
                                    EnumKey.CHANNEL_TYPE)
                            .open(
                                    "null",
                                    "dev",
                                    "file",
                                    "pipe",
                                    "udp",
                                    "tcp",
                                    "spiceport",
                                    "qemu-vdagent",
                                    "dbus"),
                    attribute(
                            "device.console.type",
                            "devices/console",
                            "type",
                            "console",
                            EnumKey.CONSOLE_TYPE),
                    attribute(
                            "device.crypto.model",
                            "devices/crypto",
                            "model",
                            "crypto model",
                            EnumKey.CRYPTO_MODEL),
                    attribute(
                            "device.crypto.type",
                            "devices/crypto",
                            "type",
                            "crypto type",
                            EnumKey.CRYPTO_TYPE),
                    attribute(
                            "device.crypto.backend",
                            "devices/crypto/backend",
                            "model",
                            "crypto backend",
                            EnumKey.CRYPTO_BACKEND_MODEL),
                    attribute(
                                    "device.interface.backend",
                                    "devices/interface",
                                    "type",
                                    "interface backend",
                                    EnumKey.INTERFACE_BACKEND_TYPE)
                            .meaning(DeviceMeanings::interfaceBackend),
                    attribute(
                            "device.panic.model",
                            "devices/panic",
                            "model",
                            "panic model",
                            EnumKey.PANIC_MODEL),
                    attribute(
                                    "feature.gic.version",
                                    "features/gic",
                                    "version",
                                    "GIC version",
                                    EnumKey.GIC_VERSION)
                            .open("host"),
                    attribute(
                            "launch-security.type",
                            "launchSecurity",
                            "type",
                            "launch security",
                            EnumKey.LAUNCH_SECURITY_SECTYPE));

    private static ValueRule pciBackend(String path) {
        return attribute(
                        "device.hostdev.driver",
                        path,
                        "type",
                        "PCI passthrough driver",
                        EnumKey.HOSTDEV_PCI_BACKEND)
                .when(DeviceMeanings::isPci)
                .meaning(node -> Optional.of(DeviceMeanings.pciBackend(node)));
    }
}
