package org.domcaps.decide.check;

import static org.domcaps.decide.check.ElementRule.of;

import org.domcaps.document.Element;

import java.util.List;

/// Every part of a definition that needs an element of the document, in the order of the format.
final class ElementRules {

    private ElementRules() {}

    static final List<ElementRule> ALL =
            List.of(
                    of("iothreads", "iothreads", "I/O threads", Element.IOTHREADS)
                            .when(node -> !node.text().equals("0")),
                    of("os.firmware", "os", "choosing firmware", Element.OS)
                            .when(node -> node.attribute("firmware").isPresent()),
                    of(
                            "os.firmware.feature",
                            "os/firmware",
                            "choosing firmware by features",
                            Element.FIRMWARE_FEATURES),
                    of("os.loader", "os/loader", "a loader", Element.LOADER),
                    of("os.varstore", "os/varstore", "a UEFI variable store", Element.VARSTORE),
                    of(
                            "memory.source",
                            "memoryBacking/source",
                            "memory backing",
                            Element.MEMORY_BACKING),
                    of("device.disk", "devices/disk", "a disk", Element.DISK),
                    of("device.graphics", "devices/graphics", "graphics", Element.GRAPHICS),
                    of("device.video", "devices/video", "video", Element.VIDEO),
                    of("device.hostdev", "devices/hostdev", "a host device", Element.HOSTDEV),
                    of("device.rng", "devices/rng", "a random number generator", Element.RNG),
                    of(
                            "device.filesystem",
                            "devices/filesystem",
                            "a shared folder",
                            Element.FILESYSTEM),
                    of("device.tpm", "devices/tpm", "a TPM", Element.TPM),
                    of("device.redirdev", "devices/redirdev", "USB redirection", Element.REDIRDEV),
                    of("device.channel", "devices/channel", "a channel", Element.CHANNEL),
                    of("device.console", "devices/console", "a console", Element.CONSOLE),
                    of("device.crypto", "devices/crypto", "a crypto device", Element.CRYPTO),
                    of(
                                    "device.interface.backend",
                                    "devices/interface",
                                    "this interface",
                                    Element.INTERFACE)
                            .when(node -> DeviceMeanings.interfaceBackend(node).isPresent()),
                    of("device.panic", "devices/panic", "a panic device", Element.PANIC),
                    of(
                                    "device.disk.backing-store",
                                    "devices/disk/backingStore",
                                    "a given backing store",
                                    Element.BACKING_STORE_INPUT)
                            .when(node -> node.child("source").isPresent()),
                    of("device.memory.sgx", "devices/memory", "SGX memory", Element.SGX)
                            .when(node -> node.has("model", "sgx-epc")),
                    of("feature.gic", "features/gic", "a GIC", Element.GIC),
                    of(
                                    "feature.vmcoreinfo",
                                    "features/vmcoreinfo",
                                    "vmcoreinfo",
                                    Element.VMCOREINFO)
                            .when(DeviceMeanings::isOn),
                    of("genid", "genid", "a generation id", Element.GENID),
                    of(
                                    "feature.async-teardown",
                                    "features/async-teardown",
                                    "async-teardown",
                                    Element.ASYNC_TEARDOWN)
                            .when(node -> node.has("enabled", "yes")),
                    of("feature.ps2", "features/ps2", "switching the PS/2 controller", Element.PS2),
                    of(
                            "feature.hyperv",
                            "features/hyperv",
                            "Hyper-V enlightenments",
                            Element.HYPERV),
                    of(
                            "launch-security",
                            "launchSecurity",
                            "launch security",
                            Element.LAUNCH_SECURITY));
}
