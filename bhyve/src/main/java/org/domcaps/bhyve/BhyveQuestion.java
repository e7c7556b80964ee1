package org.domcaps.bhyve;

import java.util.List;
import java.util.Optional;

/// The runs of the program that tell what it can do, in libvirt's order.
public enum BhyveQuestion {
    /// Its options.
    USAGE("-h"),
    /// A SATA controller with up to 32 ports.
    AHCI("-s 0,ahci"),
    /// An Intel network card.
    E1000("-s 0,e1000"),
    /// A firmware image.
    BOOTROM("-l bootrom"),
    /// A frame buffer with a VNC server.
    FBUF("-s 0,fbuf"),
    /// A USB 3 controller.
    XHCI("-s 0,xhci"),
    /// Sound.
    HDA("-s 0,hda"),
    /// A password for the VNC server.
    VNC_PASSWORD("-s 0,fbuf,password="),
    /// A shared folder.
    VIRTIO_9P("-s 0,virtio-9p"),
    /// A source of random numbers; libvirt asks since 11.3.
    VIRTIO_RND("-s 0,virtio-rnd");

    private final String options;

    BhyveQuestion(String options) {
        this.options = options;
    }

    /// The options of the run with blanks between them, which is also the question's name in
    /// recorded facts.
    public String options() {
        return options;
    }

    /// The options, one by one.
    public List<String> arguments() {
        return List.of(options.split(" ", -1));
    }

    /// The question with those options.
    public static Optional<BhyveQuestion> find(String options) {
        for (BhyveQuestion question : values()) {
            if (question.options.equals(options)) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }
}
