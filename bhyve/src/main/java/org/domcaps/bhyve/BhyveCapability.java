package org.domcaps.bhyve;

import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;

import java.util.List;
import java.util.Objects;

/// What bhyve can do, and which words in which answer tell it.
///
/// A device is there if bhyve does not complain about it in exactly these words. FreeBSD 14 words
/// the complaint otherwise (`pci slot 0:0:0`), so there every device counts as known; libvirt
/// prints the same.
public enum BhyveCapability implements Condition.Fact<BhyveFacts> {
    /// The guest's clock can run in UTC.
    RTC_UTC("keeps the guest's clock in UTC", BhyveQuestion.USAGE, "-u:", true),
    /// Sockets, cores and threads can be given.
    CPU_TOPOLOGY("takes sockets, cores and threads", BhyveQuestion.USAGE, "-c vcpus", false),
    /// A SATA controller with up to 32 ports.
    AHCI_32_PORTS(
            "has SATA controllers with 32 ports", BhyveQuestion.AHCI, unknownDevice("ahci"), false),
    /// An Intel network card.
    NET_E1000("has the network card e1000", BhyveQuestion.E1000, unknownDevice("e1000"), false),
    /// Firmware images, and so UEFI.
    LPC_BOOTROM(
            "boots firmware images",
            BhyveQuestion.BOOTROM,
            "bhyve: invalid lpc device configuration 'bootrom'",
            false),
    /// A frame buffer with a VNC server.
    FRAME_BUFFER("has a frame buffer", BhyveQuestion.FBUF, unknownDevice("fbuf"), false),
    /// A USB 3 controller. libvirt takes it for a sign of a frame buffer.
    XHCI("has a USB 3 controller", BhyveQuestion.XHCI, unknownDevice("xhci"), false),
    /// Sound.
    SOUND_HDA("has sound", BhyveQuestion.HDA, unknownDevice("hda"), false),
    /// A password for the VNC server.
    VNC_PASSWORD(
            "takes a password for VNC",
            BhyveQuestion.VNC_PASSWORD,
            "Invalid fbuf emulation \"password\"",
            false),
    /// Shared folders. libvirt looks for a complaint about sound there, which never comes.
    VIRTIO_9P("shares folders", BhyveQuestion.VIRTIO_9P, unknownDevice("hda"), false),
    /// A source of random numbers.
    VIRTIO_RND(
            "has a source of random numbers",
            BhyveQuestion.VIRTIO_RND,
            unknownDevice("virtio-rnd"),
            false);

    private final String can;
    private final BhyveQuestion question;
    private final String words;
    private final boolean present;

    /// A row.
    ///
    /// @param can what it is, as the end of the sentence "bhyve …"
    /// @param present whether the words must be there, and not be missing
    BhyveCapability(String can, BhyveQuestion question, String words, boolean present) {
        this.can = can;
        this.question = Objects.requireNonNull(question, "question");
        this.words = words;
        this.present = present;
    }

    private static String unknownDevice(String device) {
        return "pci slot 0:0: unknown device \"" + device + "\"";
    }

    /// The run that tells it.
    public BhyveQuestion question() {
        return question;
    }

    /// Whether an answer, which is what the program wrote to standard error, tells that it is
    /// there.
    public boolean isToldBy(String answer) {
        return answer.contains(words) == present;
    }

    /// The least that an answer has to say to tell whether it is there; for facts made by hand.
    public String answer(boolean there) {
        return there == present ? words : "";
    }

    /// Whether the facts tell that it is there.
    ///
    /// @throws org.domcaps.driver.DriverException if they do not tell at all
    @Override
    public boolean isTrue(BhyveFacts facts) {
        return facts.has(this);
    }

    @Override
    public String words() {
        return "bhyve " + can;
    }

    /// What it is, as the end of the sentence "a bhyve that …".
    String can() {
        return can;
    }

    /// The run and what it has to say, or must not.
    @Override
    public List<Evidence> evidence() {
        return List.of(
                new Evidence(
                        Source.EMULATOR,
                        "bhyve " + question.options(),
                        (present ? "says" : "does not say") + " '" + words + "'"));
    }

    /// Whether the run says the words of [#evidence], where the capability is there or not.
    String seen(boolean there) {
        return there == present ? "it does say so" : "it does not";
    }
}
