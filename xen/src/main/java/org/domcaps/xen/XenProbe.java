package org.domcaps.xen;

import org.domcaps.document.Arch;
import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostRoot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads the facts of a Xen host from what its kernel shows below a root. Runs no program.
public final class XenProbe {

    private static final String CAPABILITIES = "/proc/xen/capabilities";
    private static final String XENSTORED = "/dev/xen/xenstored";
    private static final String HYPERVISOR = "/sys/hypervisor/";
    private static final String CONTROL = "control_d";

    /// libvirt reads no more than this of the file, and takes one that is longer for none of Xen's.
    private static final int CAPABILITIES_LIMIT = 10;

    private static final int LINE_LIMIT = 4096;

    private final HostRoot root;
    private final Arch arch;

    /// A probe of a machine.
    ///
    /// @param arch the architecture of its kernel
    public XenProbe(HostRoot root, Arch arch) {
        this.root = Objects.requireNonNull(root, "root");
        this.arch = Objects.requireNonNull(arch, "arch");
    }

    /// Looks afresh. What cannot be found out is a fact too.
    public XenFacts read() {
        Optional<String> series = series();
        return new XenFacts(
                arch,
                controlDomain(),
                series.map(numbers -> numbers + line("version/extra")),
                words(line("properties/capabilities")),
                FirmwareFolder.images(new FirmwareFolder(root).find(series)));
    }

    private ControlDomain controlDomain() {
        return switch (root.readText(CAPABILITIES, CAPABILITIES_LIMIT + 1)) {
            case FileText.Text(String text) ->
                    text.length() <= CAPABILITIES_LIMIT && text.startsWith(CONTROL)
                            ? new ControlDomain.Here()
                            : new ControlDomain.NotHere(
                                    CAPABILITIES + " does not name the control domain");
            case FileText.Missing _ ->
                    root.exists(XENSTORED)
                            ? new ControlDomain.Here()
                            : new ControlDomain.NotHere(
                                    "neither " + CAPABILITIES + " nor " + XENSTORED + " exists");
            case FileText.Refused(String reason) ->
                    new ControlDomain.Unclear(CAPABILITIES + ": " + reason);
        };
    }

    /// The first two numbers of Xen's version.
    private Optional<String> series() {
        String major = line("version/major");
        String minor = line("version/minor");
        return major.isEmpty() || minor.isEmpty()
                ? Optional.empty()
                : Optional.of(major + "." + minor);
    }

    private String line(String file) {
        return root.readText(HYPERVISOR + file, LINE_LIMIT).orEmpty().strip();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
