package org.domcaps.decide.suggest;

import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.check.Explanation;
import org.domcaps.decide.check.NotReported;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Chooses the devices: disk, network, console, screen, random numbers, TPM.
final class DeviceChoice {

    private static final List<String> TPM_MODELS = List.of("tpm-crb", "tpm-tis", "tpm-spapr");

    private final Candidate candidate;
    private final Common common;
    private final Traits traits;
    private final Draft draft;

    DeviceChoice(Candidate candidate, Common common, Traits traits, Draft draft) {
        this.candidate = candidate;
        this.common = common;
        this.traits = traits;
        this.draft = draft;
    }

    void write(Wish wish) {
        draft.open("devices");
        candidate.emulator().ifPresent(path -> draft.element("emulator", path));
        disk(wish);
        network(wish);
        draft.empty("console type='pty'");
        if (common.offers(EnumKey.CHANNEL_TYPE, "unix")) {
            draft.because("channel", "for the guest agent");
            draft.open("channel type='unix'");
            draft.empty("target type='virtio' name='org.qemu.guest_agent.0'");
            draft.close("channel");
        }
        if (wish.tpm()) {
            tpm();
        }
        display(wish);
        if (common.offers(EnumKey.RNG_MODEL, "virtio")
                && common.offers(EnumKey.RNG_BACKEND_MODEL, "random")) {
            draft.open("rng model='virtio'");
            draft.element("backend model='random'", "/dev/urandom");
            draft.close("rng");
        }
        draft.close("devices");
    }

    private void disk(Wish wish) {
        Optional<String> bus =
                wish.family().hasVirtio() && common.offers(EnumKey.DISK_BUS, "virtio")
                        ? Optional.of("virtio")
                        : common.first(EnumKey.DISK_BUS, traits.diskBuses());
        if (bus.isEmpty()) {
            draft.because("disk", "none, since no bus is offered that this guest can drive");
            return;
        }
        draft.because(
                "disk bus " + bus.get(),
                bus.get().equals("virtio")
                        ? "the fastest, and the guest has drivers"
                        : "the guest needs no extra drivers; virtio is faster if they are there");
        draft.open("disk type='file' device='disk'");
        draft.empty("driver name='qemu' type='qcow2'");
        draft.empty(
                "source file='/var/lib/libvirt/images/" + Draft.escaped(wish.name()) + ".qcow2'");
        draft.empty("target dev='" + device(bus.get()) + "' bus='" + bus.get() + "'");
        draft.close("disk");
    }

    private static String device(String bus) {
        return switch (bus) {
            case "virtio" -> "vda";
            case "ide" -> "hda";
            default -> "sda";
        };
    }

    private void network(Wish wish) {
        String model =
                wish.family().hasVirtio() ? "virtio" : traits.networkModel().orElse("virtio");
        draft.open("interface type='network'");
        draft.empty("source network='default'");
        draft.empty("model type='" + model + "'");
        draft.close("interface");
    }

    private void display(Wish wish) {
        List<String> models = new ArrayList<>(traits.videoModels());
        if (!wish.family().hasVirtio() && models.remove("virtio")) {
            models.add("virtio");
        }
        Optional<String> graphics = common.first(EnumKey.GRAPHICS_TYPE, List.of("vnc", "spice"));
        Optional<String> video = common.first(EnumKey.VIDEO_MODEL, models);
        if (traits.display() && graphics.isPresent() && video.isPresent()) {
            draft.because("screen", graphics.get() + " and " + video.get() + " are offered");
            draft.empty("graphics type='" + graphics.get() + "' autoport='yes'");
            draft.open("video");
            draft.empty("model type='" + video.get() + "'");
            draft.close("video");
        } else {
            draft.because("screen", "none; the console is text");
        }
    }

    private void tpm() {
        if (Arch.find(candidate.arch()).equals(Optional.of(Arch.ARMV7L))) {
            draft.fail(
                    "tpm",
                    Outcome.NO,
                    "an armv7l guest can have no TPM",
                    new Explanation(
                            "capabilities list tpm-tis, but libvirt makes the device only for other"
                                    + " architectures"));
            return;
        }
        Optional<String> model = common.first(EnumKey.TPM_MODEL, TPM_MODELS);
        if (model.isEmpty() || !common.offers(EnumKey.TPM_BACKEND_MODEL, "emulator")) {
            draft.fail(
                    "tpm",
                    common.isSilent(Element.TPM) ? Outcome.UNKNOWN : Outcome.NO,
                    model.isEmpty()
                            ? "no TPM model is offered for " + candidate.label()
                            : "no emulated TPM is offered; swtpm is missing on a host",
                    offered(model.isEmpty() ? EnumKey.TPM_MODEL : EnumKey.TPM_BACKEND_MODEL));
            return;
        }
        boolean version = common.offers(EnumKey.TPM_BACKEND_VERSION, "2.0");
        if (!version && !common.isSilent(EnumKey.TPM_BACKEND_VERSION)) {
            draft.fail(
                    "tpm",
                    Outcome.NO,
                    "no TPM 2.0 is offered",
                    offered(EnumKey.TPM_BACKEND_VERSION));
            return;
        }
        draft.because("TPM", model.get() + ", emulated, so that its state can move with the guest");
        draft.open("tpm model='" + model.get() + "'");
        draft.empty("backend type='emulator'" + (version ? " version='2.0'" : ""));
        draft.close("tpm");
    }

    private Reason offered(EnumKey key) {
        for (DomainCapabilities document : common.documents()) {
            Optional<List<String>> values = document.values(key);
            if (values.isPresent()) {
                return new Offered(
                        key.path(),
                        values.get().stream().filter(value -> common.offers(key, value)).toList());
            }
        }
        return new NotReported(key.path(), Optional.empty());
    }
}
