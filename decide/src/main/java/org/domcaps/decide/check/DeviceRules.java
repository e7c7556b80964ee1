package org.domcaps.decide.check;

import org.domcaps.decide.Offered;
import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Devices whose parts must fit together.
final class DeviceRules {

    /// Buses that each kind of disk can have; what the emulator offers of them says the document.
    private static final Map<String, List<String>> BUSES =
            Map.of(
                    "disk",
                            List.of(
                                    "ide", "nvme", "sata", "scsi", "sd", "usb", "virtio", "xen",
                                    "uml"),
                    "floppy", List.of("fdc"),
                    "cdrom", List.of("ide", "sata", "scsi", "usb", "xen"),
                    "lun", List.of("scsi", "virtio"));

    private DeviceRules() {}

    /// Not every kind of disk goes on every bus.
    static void diskBus(Node domain, Capabilities capabilities, Findings findings) {
        for (Node target : domain.find("devices/disk/target")) {
            String device = DeviceMeanings.diskDevice(target.parent().orElseThrow());
            Optional<String> bus = DeviceMeanings.diskBus(target);
            List<String> possible = BUSES.get(device);
            boolean known = bus.isPresent() && EnumKey.DISK_BUS.value(bus.get()).isPresent();
            if (known && possible != null && !possible.contains(bus.get())) {
                findings.error(
                        "device.disk.combination",
                        target,
                        "a " + device + " cannot be on the bus '" + bus.get() + "'",
                        new Offered(
                                "devices.disk.bus of a " + device,
                                offered(possible, capabilities)));
            }
        }
    }

    private static List<String> offered(List<String> possible, Capabilities capabilities) {
        return capabilities
                .document()
                .values(EnumKey.DISK_BUS)
                .map(values -> values.stream().filter(possible::contains).toList())
                .orElse(possible);
    }

    /// The root of the PCI bus must be that of the machine.
    static void pciRoot(Node domain, Capabilities capabilities, Findings findings) {
        Optional<Boolean> express = capabilities.machineKind().hasPciExpressRoot();
        for (Node controller : domain.find("devices/controller")) {
            String model = controller.attribute("model").orElse("");
            boolean isExpress = model.equals("pcie-root");
            boolean isRoot = isExpress || model.equals("pci-root");
            if (express.isPresent() && isRoot && isExpress != express.get()) {
                findings.error(
                        "device.controller.pci-root",
                        controller,
                        "the machine type has no '" + model + "'",
                        new Needs("model='" + (express.get() ? "pcie-root" : "pci-root") + "'"));
            }
        }
    }

    /// A disk's I/O thread must be one of those that there are.
    static void ioThread(Node domain, Capabilities capabilities, Findings findings) {
        long threads =
                domain.first("iothreads")
                        .map(node -> Numbers.parse(node.text()))
                        .orElse(OptionalLong.empty())
                        .orElse(0);
        List<Node> ids = domain.find("iothreadids/iothread");
        for (String path : List.of("devices/disk/driver", "devices/controller/driver")) {
            for (Node driver : domain.find(path)) {
                OptionalLong id =
                        driver.attribute("iothread")
                                .map(Numbers::parse)
                                .orElse(OptionalLong.empty());
                boolean named =
                        id.isPresent()
                                && ids.stream()
                                        .anyMatch(
                                                it -> it.has("id", Long.toString(id.getAsLong())));
                // Ids that are not written out are numbered from 1.
                boolean numbered =
                        id.isPresent()
                                && id.getAsLong() >= 1
                                && id.getAsLong() <= Math.max(threads, ids.size());
                if (driver.attribute("iothread").isPresent() && !named && !numbered) {
                    findings.error(
                            "iothreads.missing",
                            driver,
                            "there is no I/O thread '" + driver.attribute("iothread").get() + "'",
                            new Needs("<iothreads> with enough threads"));
                }
            }
        }
    }

    /// Channels and redirection over SPICE need a SPICE screen.
    static void spice(Node domain, Capabilities capabilities, Findings findings) {
        boolean spice =
                domain.find("devices/graphics").stream().anyMatch(it -> it.has("type", "spice"));
        for (String device : List.of("channel", "redirdev", "smartcard")) {
            for (Node node : domain.find("devices/" + device)) {
                if (node.has("type", "spicevmc") && !spice) {
                    findings.error(
                            "device." + device + ".spice",
                            node,
                            "spicevmc needs graphics of type spice",
                            new Needs("<graphics type='spice'/>"));
                }
            }
        }
    }

    /// Devices whose back end is another process need memory that both can see.
    static void sharedMemory(Node domain, Capabilities capabilities, Findings findings) {
        boolean shared =
                domain.find("memoryBacking/access").stream()
                                .anyMatch(access -> access.has("mode", "shared"))
                        || isSharedNuma(domain);
        if (shared) {
            return;
        }
        Needs needs =
                new Needs("<access mode='shared'/> and <source type='memfd'/> in <memoryBacking>");
        for (Node filesystem : domain.find("devices/filesystem")) {
            boolean virtiofs =
                    filesystem.child("driver").filter(it -> it.has("type", "virtiofs")).isPresent();
            if (virtiofs) {
                findings.error(
                        "device.filesystem.shared-memory",
                        filesystem,
                        "virtiofs needs shared memory",
                        needs);
            }
        }
        for (String device : List.of("interface", "disk")) {
            for (Node node : domain.find("devices/" + device)) {
                if (node.has("type", "vhostuser")) {
                    findings.error(
                            "device." + device + ".shared-memory",
                            node,
                            "vhostuser needs shared memory",
                            needs);
                }
            }
        }
    }

    private static boolean isSharedNuma(Node domain) {
        List<Node> cells = domain.find("cpu/numa/cell");
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.has("memAccess", "shared"));
    }

    /// TPM 1.2 goes only with the old interface of x86, and 32-bit ARM has no TPM that libvirt can
    /// plug in, although the document lists one.
    static void tpm(Node domain, Capabilities capabilities, Findings findings) {
        Optional<Arch> arch = capabilities.arch();
        for (Node tpm : domain.find("devices/tpm")) {
            String model = tpm.attribute("model").orElse("");
            if (arch.equals(Optional.of(Arch.ARMV7L))
                    && capabilities.document().support(Element.TPM) == Support.YES
                    && (model.isEmpty() || model.equals("tpm-tis"))) {
                findings.error(
                        "device.tpm.armv7l",
                        tpm,
                        "a TPM of model tpm-tis cannot be plugged into an armv7l guest",
                        new Explanation(
                                "the capabilities list the model, but libvirt makes the device only"
                                        + " for other architectures"));
            }
            boolean old =
                    tpm.child("backend")
                            .flatMap(DeviceMeanings::tpmVersion)
                            .filter("1.2"::equals)
                            .isPresent();
            boolean x86 = arch.map(name -> name.family() == Arch.Family.X86).orElse(true);
            if (old && (!x86 || model.equals("tpm-crb") || model.equals("tpm-spapr"))) {
                findings.error(
                        "device.tpm.version.combination",
                        tpm.child("backend").orElseThrow(),
                        "TPM 1.2 works only with model tpm-tis on x86",
                        new Needs("version='2.0'"));
            }
        }
    }

    /// Enclave memory is limited by what the host's processors have.
    static void sgxSize(Node domain, Capabilities capabilities, Findings findings) {
        Optional<org.domcaps.document.Detail.Sgx> sgx =
                capabilities.document().detail(Element.SGX, org.domcaps.document.Detail.Sgx.class);
        long wanted = 0;
        Node last = null;
        for (Node memory : domain.find("devices/memory")) {
            if (memory.has("model", "sgx-epc")) {
                Optional<Node> size = memory.first("target/size");
                wanted += size.map(MemorySize::kib).orElse(OptionalLong.empty()).orElse(0);
                last = size.orElse(memory);
            }
        }
        if (sgx.isPresent() && last != null && wanted > sgx.get().sectionSizeKib()) {
            findings.error(
                    "device.memory.sgx.size",
                    last,
                    wanted
                            + " KiB of enclave memory are more than the "
                            + sgx.get().sectionSizeKib()
                            + " KiB of the host");
        }
    }
}
