package org.domcaps.qemu.rules;

import static org.assertj.core.api.Assertions.assertThat;
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

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// The children of `<devices>`, written down once more from the format's description.
class DeviceRulesTest {

    private final FakeSituation now = new FakeSituation();

    private List<String> values(EnumKey key) {
        return now.evaluator().values(key);
    }

    @Test
    void everyDeviceIsReportedFromItsReleaseOn() {
        for (Element element : Element.values()) {
            if (element.path().startsWith("devices.")) {
                assertThat(now.release(Release.NEWEST).evaluator().isReported(element)).isTrue();
                assertThat(now.release(Release.OLDEST).evaluator().isReported(element))
                        .as("%s", element)
                        .isEqualTo(element != Element.PANIC && element != Element.CONSOLE);
            }
        }
        assertThat(now.release(11, 2).evaluator().isReported(Element.PANIC)).isFalse();
        assertThat(now.release(11, 3).evaluator().isReported(Element.PANIC)).isTrue();
        assertThat(now.release(11, 4).evaluator().isReported(Element.CONSOLE)).isFalse();
        assertThat(now.release(11, 5).evaluator().isReported(Element.CONSOLE)).isTrue();
    }

    @Test
    void devicesThatAreSupportedByEveryQemu() {
        for (Element element :
                List.of(
                        Element.DISK,
                        Element.GRAPHICS,
                        Element.VIDEO,
                        Element.HOSTDEV,
                        Element.RNG,
                        Element.FILESYSTEM,
                        Element.CHANNEL,
                        Element.CRYPTO,
                        Element.INTERFACE,
                        Element.CONSOLE)) {
            assertThat(now.evaluator().isSupported(element)).as("%s", element).isTrue();
        }
        assertThat(now.evaluator().isSupported(Element.TPM)).isFalse();
        assertThat(now.evaluator().isSupported(Element.REDIRDEV)).isFalse();
    }

    @Test
    void graphics() {
        assertThat(values(GRAPHICS_TYPE)).isEmpty();

        now.yes("option spice", "schema query-vnc");
        now.yes("schema query-display-options/ret-type/+sdl");
        now.yes("schema query-display-options/ret-type/+egl-headless");
        now.yes("schema query-display-options/ret-type/+dbus");
        assertThat(values(GRAPHICS_TYPE))
                .containsExactly("sdl", "vnc", "spice", "egl-headless", "dbus");
    }

    @Test
    void rdpNeedsDbusAndTheHelper() {
        now.with(HostFact.RDP_HELPER);
        assertThat(values(GRAPHICS_TYPE)).isEmpty();

        now.yes("schema query-display-options/ret-type/+dbus");
        assertThat(values(GRAPHICS_TYPE)).containsExactly("rdp", "dbus");
        assertThat(now.release(11, 2).evaluator().values(GRAPHICS_TYPE)).containsExactly("dbus");
    }

    @Test
    void video() {
        assertThat(values(VIDEO_MODEL)).containsExactly("none");

        now.types(
                "VGA",
                "cirrus-vga",
                "vmware-svga",
                "qxl",
                "bochs-display",
                "ramfb",
                "virtio-gpu-pci");
        assertThat(values(VIDEO_MODEL))
                .containsExactly(
                        "vga", "cirrus", "vmvga", "qxl", "virtio", "none", "bochs", "ramfb");
    }

    @ParameterizedTest
    @CsvSource({
        "virtio-gpu-pci, true",
        "virtio-gpu-device, true",
        "virtio-gpu-ccw, false",
        "virtio-vga, false"
    })
    void virtioVideoByTypesOfTwoBuses(String type, boolean virtio) {
        assertThat(now.types(type).evaluator().values(VIDEO_MODEL).contains("virtio"))
                .isEqualTo(virtio);
    }

    @Test
    void hostDevicesOfABareQemu() {
        assertThat(values(HOSTDEV_MODE)).containsExactly("subsystem");
        assertThat(values(HOSTDEV_STARTUP_POLICY))
                .containsExactly("default", "mandatory", "requisite", "optional");
        assertThat(values(HOSTDEV_SUBSYS_TYPE)).containsExactly("pci", "scsi");
        assertThat(values(HOSTDEV_CAPS_TYPE)).isEmpty();
        assertThat(values(HOSTDEV_PCI_BACKEND)).isEmpty();
        assertThat(values(HOSTDEV_IOMMUFD)).containsExactly("no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "piix3-usb-uhci", "piix4-usb-uhci", "usb-ehci", "ich9-usb-ehci1",
                "vt82c686b-usb-uhci", "pci-ohci", "nec-usb-xhci", "qemu-xhci"
            })
    void usbHostDevicesNeedAController(String type) {
        assertThat(now.types(type).evaluator().values(HOSTDEV_SUBSYS_TYPE))
                .containsExactly("usb", "pci", "scsi");
    }

    @Test
    void pciHostDevicesNeedTypeAndHost() {
        now.types("vfio-pci");
        assertThat(values(HOSTDEV_PCI_BACKEND)).isEmpty();

        now.with(HostFact.VFIO);
        assertThat(values(HOSTDEV_PCI_BACKEND)).containsExactly("default", "vfio");

        now.facts.no("type vfio-pci");
        assertThat(values(HOSTDEV_PCI_BACKEND)).isEmpty();
    }

    @Test
    void iommufdNeedsTypeNodeAndVfio() {
        now.types("iommufd").with(HostFact.VFIO);
        assertThat(values(HOSTDEV_IOMMUFD)).containsExactly("no");

        now.with(HostFact.IOMMUFD);
        assertThat(values(HOSTDEV_IOMMUFD)).containsExactly("yes", "no");

        now.host.remove(HostFact.VFIO);
        assertThat(values(HOSTDEV_IOMMUFD)).containsExactly("no");
        assertThat(now.release(12, 0).evaluator().isReported(HOSTDEV_IOMMUFD)).isFalse();
        assertThat(now.release(12, 1).evaluator().isReported(HOSTDEV_IOMMUFD)).isTrue();
    }

    @Test
    void randomNumbers() {
        assertThat(values(RNG_MODEL)).isEmpty();
        assertThat(values(RNG_BACKEND_MODEL)).isEmpty();

        now.types("virtio-rng-device", "rng-random", "rng-egd", "rng-builtin");
        assertThat(values(RNG_MODEL)).containsExactly("virtio");
        assertThat(values(RNG_BACKEND_MODEL)).containsExactly("random", "egd", "builtin");
    }

    @Test
    void sharedFolders() {
        assertThat(values(FILESYSTEM_DRIVER_TYPE)).containsExactly("path");

        now.types("vhost-user-fs-device");
        assertThat(values(FILESYSTEM_DRIVER_TYPE)).containsExactly("path", "virtiofs");
        assertThat(now.release(12, 1).evaluator().values(FILESYSTEM_DRIVER_TYPE))
                .containsExactly("path", "handle", "virtiofs");
    }

    @Test
    void redirectedUsbAndChannels() {
        assertThat(values(CHANNEL_TYPE)).containsExactly("pty", "unix");

        now.types("usb-redir").yes("option spice");
        assertThat(now.evaluator().isSupported(Element.REDIRDEV)).isTrue();
        assertThat(values(REDIRDEV_BUS)).containsExactly("usb");
        assertThat(values(CHANNEL_TYPE)).containsExactly("pty", "unix", "spicevmc");
    }

    @Test
    void crypto() {
        assertThat(values(CRYPTO_MODEL)).isEmpty();
        assertThat(values(CRYPTO_TYPE)).containsExactly("qemu");
        assertThat(values(CRYPTO_BACKEND_MODEL)).containsExactly("builtin");

        now.types("virtio-crypto-device", "cryptodev-backend-lkcf");
        assertThat(values(CRYPTO_MODEL)).containsExactly("virtio");
        assertThat(values(CRYPTO_BACKEND_MODEL)).containsExactly("builtin", "lkcf");
    }

    @ParameterizedTest
    @CsvSource({
        "virtio-crypto-pci, true",
        "virtio-crypto-device, true",
        "virtio-crypto-ccw, false"
    })
    void cryptoByTypesOfTwoBuses(String type, boolean virtio) {
        assertThat(now.types(type).evaluator().values(CRYPTO_MODEL).contains("virtio"))
                .isEqualTo(virtio);
    }

    @Test
    void networkBackEnds() {
        assertThat(values(INTERFACE_BACKEND_TYPE)).isEmpty();

        now.yes("schema netdev_add/arg-type/+user", "schema netdev_add/arg-type/+stream");
        assertThat(values(INTERFACE_BACKEND_TYPE)).containsExactly("default", "passt");
    }

    @Test
    void panicNotifiers() {
        assertThat(values(PANIC_MODEL)).containsExactly("hyperv");
        now.types("pvpanic", "pvpanic-pci");
        assertThat(values(PANIC_MODEL)).containsExactly("isa", "hyperv", "pvpanic");

        now.guest(Arch.S390X);
        assertThat(values(PANIC_MODEL)).containsExactly("isa", "s390", "pvpanic");

        FakeSituation power = new FakeSituation().arch(Arch.PPC64).machine("pseries-9.1");
        assertThat(power.evaluator().values(PANIC_MODEL)).containsExactly("pseries");
        FakeSituation sparc = new FakeSituation().arch(Arch.SPARC).machine("SS-5");
        assertThat(sparc.evaluator().isSupported(Element.PANIC)).isFalse();
        assertThat(power.evaluator().isSupported(Element.PANIC)).isTrue();
    }

    @Test
    void consoles() {
        List<String> always =
                List.of(
                        "null", "vc", "pty", "dev", "file", "pipe", "stdio", "udp", "tcp", "unix",
                        "dbus");
        assertThat(values(CONSOLE_TYPE)).isEqualTo(always);

        now.yes("option spice", "schema chardev-add/arg-type/backend/+qemu-vdagent");
        assertThat(values(CONSOLE_TYPE))
                .containsExactly(
                        "null",
                        "vc",
                        "pty",
                        "dev",
                        "file",
                        "pipe",
                        "stdio",
                        "udp",
                        "tcp",
                        "unix",
                        "spicevmc",
                        "spiceport",
                        "qemu-vdagent",
                        "dbus");
    }
}
