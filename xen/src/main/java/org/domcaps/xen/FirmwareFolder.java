package org.domcaps.xen;

import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostRoot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the folder of Xen's firmware images.
///
/// libvirt has it built in: what `xenlight.pc` says where libvirt is built, which is where the
/// distribution keeps that Xen's programs. Here the same file is read if it is installed; otherwise
/// the usual folder counts, or the one with the version of the running Xen in its name, as Debian
/// has it.
final class FirmwareFolder {

    static final String DEFAULT = "/usr/lib/xen/boot";

    private static final List<String> IMAGES = List.of("ovmf.bin", "hvmloader");
    private static final String VARIABLE = "xenfirmwaredir";
    private static final int LIMIT = 1 << 16;
    private static final int DEEPEST = 16;

    private final HostRoot root;

    FirmwareFolder(HostRoot root) {
        this.root = root;
    }

    /// The images in a folder that a document names, in its order, whether they exist or not.
    static List<String> images(String folder) {
        List<String> images = new ArrayList<>();
        for (String image : IMAGES) {
            images.add(folder + "/" + image);
        }
        return images;
    }

    /// The folder.
    ///
    /// @param series the first two numbers of the running Xen's version, if they are known
    String find(Optional<String> series) {
        for (String file : packageFiles()) {
            if (root.readText(file, LIMIT) instanceof FileText.Text(String text)) {
                Optional<String> told = variable(text);
                if (told.isPresent()) {
                    return told.get();
                }
            }
        }
        Optional<String> versioned = series.map(numbers -> "/usr/lib/xen-" + numbers + "/boot");
        return root.isDirectory(DEFAULT) || versioned.filter(root::isDirectory).isEmpty()
                ? DEFAULT
                : versioned.get();
    }

    private static List<String> packageFiles() {
        List<String> files = new ArrayList<>();
        for (String folder :
                List.of(
                        "/usr/lib64",
                        "/usr/lib/x86_64-linux-gnu",
                        "/usr/lib/aarch64-linux-gnu",
                        "/usr/lib/arm-linux-gnueabihf",
                        "/usr/lib",
                        "/usr/share")) {
            files.add(folder + "/pkgconfig/xenlight.pc");
        }
        return files;
    }

    /// The variable's value in a file of pkg-config, with the variables in it filled in.
    static Optional<String> variable(String text) {
        Map<String, String> variables = new HashMap<>();
        for (String line : text.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.indexOf(':') < 0) {
                variables.put(
                        line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return Optional.ofNullable(variables.get(VARIABLE))
                .flatMap(value -> filled(value, variables))
                .filter(folder -> folder.startsWith("/"));
    }

    private static Optional<String> filled(String value, Map<String, String> variables) {
        String text = value;
        // A file that refers to itself in a circle tells nothing.
        for (int depth = 0; depth < DEEPEST; depth++) {
            int start = text.indexOf("${");
            int end = text.indexOf('}', start + 1);
            if (start < 0 || end < 0) {
                return Optional.of(text);
            }
            String inner = variables.getOrDefault(text.substring(start + 2, end), "");
            text = text.substring(0, start) + inner + text.substring(end + 1);
        }
        return Optional.empty();
    }
}
