package org.domcaps.decide.check;

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.Support;

import java.util.List;
import java.util.Optional;

/// Firmware beyond what the tables say: loader paths, and what secure boot needs.
final class BootRules {

    private BootRules() {}

    /// A loader that no document names may still be a file of the host.
    static void loaderPath(Node domain, Capabilities capabilities, Findings findings) {
        if (capabilities.document().support(Element.LOADER) != Support.YES) {
            return;
        }
        List<String> offered = capabilities.document().loaderPaths();
        for (Node loader : domain.find("os/loader")) {
            String path = loader.text();
            if (!path.isEmpty() && !offered.contains(path)) {
                findings.unknown(
                        "os.loader.path",
                        loader,
                        "the capabilities do not name the loader '" + path + "'",
                        new org.domcaps.decide.Offered("os.loader", offered));
            }
        }
    }

    /// Secure boot on x86 needs the machine type q35 and system management mode; libvirt switches
    /// the latter on by itself only when it chooses the firmware.
    static void secureBoot(Node domain, Capabilities capabilities, Findings findings) {
        Optional<Node> wish = secureBootWish(domain);
        boolean x86 =
                capabilities.arch().map(arch -> arch.family() == Arch.Family.X86).orElse(false);
        if (wish.isEmpty() || !x86) {
            return;
        }
        if (capabilities.machineKind() != MachineKind.Q35) {
            findings.error(
                    "os.secure-boot.machine",
                    wish.get(),
                    "secure boot needs the machine type q35",
                    new Needs("machine='q35' in <os><type>"));
        }
        Optional<Node> smm = domain.first("features/smm");
        boolean off = smm.map(node -> node.has("state", "off")).orElse(false);
        boolean chosen = domain.first("os").orElseThrow().attribute("firmware").isPresent();
        if (off || smm.isEmpty() && !chosen) {
            findings.error(
                    "os.secure-boot.smm",
                    off ? smm.get() : wish.get(),
                    "secure boot needs system management mode",
                    new Needs("<smm state='on'/> in <features>"));
        }
    }

    /// Keys can be enrolled only in firmware that has secure boot.
    static void enrolledKeys(Node domain, Capabilities capabilities, Findings findings) {
        Optional<Node> keys =
                feature(domain, "enrolled-keys").filter(node -> node.has("enabled", "yes"));
        Optional<Node> boot = feature(domain, "secure-boot");
        if (keys.isPresent() && boot.isPresent() && boot.get().has("enabled", "no")) {
            findings.error(
                    "os.firmware.enrolled-keys.without-secure-boot",
                    keys.get(),
                    "enrolled keys need firmware with secure boot",
                    new Needs("<feature enabled='yes' name='secure-boot'/>"));
        }
    }

    /// Features say which firmware to choose, so something must be chosen.
    static void featuresWithoutChoice(Node domain, Capabilities capabilities, Findings findings) {
        for (Node os : domain.children("os")) {
            List<Node> features = os.find("firmware/feature");
            if (!features.isEmpty() && os.attribute("firmware").isEmpty()) {
                findings.error(
                        "os.firmware.feature.without-firmware",
                        features.getFirst(),
                        "firmware features need a choice of firmware",
                        new Needs("firmware='efi' in <os>"));
            }
        }
    }

    private static Optional<Node> secureBootWish(Node domain) {
        Optional<Node> loader = domain.first("os/loader").filter(node -> node.has("secure", "yes"));
        return loader.isPresent()
                ? loader
                : feature(domain, "secure-boot").filter(node -> node.has("enabled", "yes"));
    }

    private static Optional<Node> feature(Node domain, String name) {
        return domain.find("os/firmware/feature").stream()
                .filter(node -> node.has("name", name))
                .findFirst();
    }
}
