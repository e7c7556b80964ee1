package org.domcaps.decide.check;

import static org.domcaps.decide.check.ElementRule.needs;

import org.domcaps.document.Element;

import java.util.List;

/// Every part of a definition that needs an element of the document, in the order of the format.
final class ElementRules {

    private ElementRules() {}

    static final List<ElementRule> ALL =
            List.of(
                    needs("iothreads", "iothreads", "I/O threads", Element.IOTHREADS)
                            .when(node -> !node.text().equals("0")),
                    needs("os.firmware", "os", "choosing firmware", Element.OS)
                            .when(node -> node.attribute("firmware").isPresent()),
                    needs(
                            "os.firmware.feature",
                            "os/firmware",
                            "choosing firmware by features",
                            Element.FIRMWARE_FEATURES),
                    needs("os.loader", "os/loader", "a loader", Element.LOADER),
                    needs("os.varstore", "os/varstore", "a UEFI variable store", Element.VARSTORE),
                    needs(
                            "memory.source",
                            "memoryBacking/source",
                            "memory backing",
                            Element.MEMORY_BACKING),
                    needs("device.disk", "devices/disk", "a disk", Element.DISK),
                    needs("device.graphics", "devices/graphics", "graphics", Element.GRAPHICS),
                    needs("device.video", "devices/video", "video", Element.VIDEO),
                    needs("device.hostdev", "devices/hostdev", "a host device", Element.HOSTDEV),
                    needs("device.rng", "devices/rng", "a random number generator", Element.RNG),
                    needs(
                            "device.filesystem",
                            "devices/filesystem",
                            "a shared folder",
                            Element.FILESYSTEM),
                    needs("device.tpm", "devices/tpm", "a TPM", Element.TPM),
                    needs(
                            "device.redirdev",
                            "devices/redirdev",
                            "USB redirection",
                            Element.REDIRDEV),
                    needs("device.channel", "devices/channel", "a channel", Element.CHANNEL),
                    needs("device.console", "devices/console", "a console", Element.CONSOLE)
                            .asUsual(),
                    needs("device.crypto", "devices/crypto", "a crypto device", Element.CRYPTO),
                    needs(
                                    "device.interface.backend",
                                    "devices/interface",
                                    "this interface",
                                    Element.INTERFACE)
                            .when(node -> DeviceMeanings.interfaceBackend(node).isPresent()),
                    needs("device.panic", "devices/panic", "a panic device", Element.PANIC),
                    needs(
                                    "device.disk.backing-store",
                                    "devices/disk/backingStore",
                                    "a given backing store",
                                    Element.BACKING_STORE_INPUT)
                            .when(node -> node.child("source").isPresent()),
                    needs("device.memory.sgx", "devices/memory", "SGX memory", Element.SGX)
                            .when(node -> node.has("model", "sgx-epc")),
                    needs("feature.gic", "features/gic", "a GIC", Element.GIC),
                    needs(
                                    "feature.vmcoreinfo",
                                    "features/vmcoreinfo",
                                    "vmcoreinfo",
                                    Element.VMCOREINFO)
                            .when(DeviceMeanings::isOn),
                    needs("genid", "genid", "a generation id", Element.GENID),
                    needs(
                                    "feature.async-teardown",
                                    "features/async-teardown",
                                    "async-teardown",
                                    Element.ASYNC_TEARDOWN)
                            .when(node -> node.has("enabled", "yes")),
                    needs(
                            "feature.ps2",
                            "features/ps2",
                            "switching the PS/2 controller",
                            Element.PS2),
                    needs(
                            "feature.hyperv",
                            "features/hyperv",
                            "Hyper-V enlightenments",
                            Element.HYPERV),
                    needs(
                            "launch-security",
                            "launchSecurity",
                            "launch security",
                            Element.LAUNCH_SECURITY));
}
