package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.document.DetailKey;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.driver.Request;
import org.domcaps.qemu.EditedRecording;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.HostTree;
import org.domcaps.qemu.rules.Derivations;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything that a document holds besides states and enums is derived from somewhere, and the
/// table of derivations says from where.
class DerivationTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([\\w-]+)([^>]*?)(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)='([^']*)'");
    private static final String HYPERV =
            "{'type': 'full', 'model': {'name': 'host', 'props': {'migratable': false,"
                    + " 'hv-passthrough': true}}}";
    private static final String DESCRIPTOR =
            """
            {"interface-types": ["uefi"],
             "mapping": {"device": "memory", "filename": "/usr/share/OVMF.fd"},
             "targets": [{"architecture": "x86_64", "machines": ["pc-q35-*"]}],
             "features": []}
            """;

    @TempDir Path folder;

    /// A document in which every part of the format is there.
    private String document() {
        EditedRecording qemu =
                new EditedRecording(Fixtures.qemu111().recording())
                        .reply(
                                "query-sev-capabilities",
                                "{'cbitpos': 51, 'reduced-phys-bits': 1, 'pdh': 'a', 'cert-chain':"
                                        + " 'b', 'cpu0-id': 'c'}")
                        .reply(
                                "query-sgx-capabilities",
                                "{'flc': true, 'sgx1': true, 'sgx2': true, 'sections': [{'node':"
                                        + " 0, 'size': 4096}]}")
                        .reply(
                                "query-cpu-model-expansion",
                                HYPERV,
                                "{'model': {'name': 'host', 'props': {'hv-spinlocks': 4095,"
                                        + " 'hv-stimer': true, 'hv-stimer-direct': true,"
                                        + " 'hv-tlbflush': true, 'hv-tlbflush-direct': true,"
                                        + " 'hv-tlbflush-ext': true, 'hv-vendor-id': 'x'}}}");
        HostTree host =
                new HostTree(folder, "x86_64")
                        .file("/proc/cpuinfo", "address sizes\t: 48 bits physical\n")
                        .file("/usr/share/qemu/firmware/1.json", DESCRIPTOR)
                        .file("/usr/share/OVMF.fd", "");
        Request request = Request.defaults().withMachine("q35");
        QemuDriver driver =
                new QemuDriver(
                        ReplayedEmulators.single(qemu.recording()), HostSource.given(host.facts()));
        return new String(
                DocumentWriter.write(driver.domainCapabilities(request), request.release()), UTF_8);
    }

    /// The path of every tag that has text or attributes of its own, and of every attribute.
    private static Set<String> paths(String document) {
        Set<String> paths = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (String line : document.split("\n")) {
            Matcher tag = TAG.matcher(line);
            while (tag.find()) {
                if (!tag.group(1).isEmpty()) {
                    open.removeLast();
                    continue;
                }
                open.addLast(name(tag));
                String path = String.join(".", open.stream().skip(1).toList());
                addAttributes(path, tag, paths);
                if (line.indexOf("</" + tag.group(2)) > 0) {
                    paths.add(path);
                }
                if (!tag.group(4).isEmpty()) {
                    open.removeLast();
                }
            }
        }
        return paths;
    }

    /// CPU modes and enums are called by their attribute `name`.
    private static String name(Matcher tag) {
        Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
        return Set.of("mode", "enum").contains(tag.group(2)) && attribute.find()
                ? attribute.group(2)
                : tag.group(2);
    }

    private static void addAttributes(String path, Matcher tag, Set<String> paths) {
        Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
        boolean called = Set.of("mode", "enum").contains(tag.group(2));
        while (attribute.find()) {
            if (!attribute.group(1).equals("supported") && !called) {
                paths.add(path + "@" + attribute.group(1));
            }
        }
    }

    @Test
    void everythingThatIsPrintedHasARuleOrADerivationAndNothingElseHas() {
        Set<String> printed = new TreeSet<>(paths(document()));
        for (EnumKey key : EnumKey.values()) {
            printed.remove(key.path() + ".value");
        }
        Set<String> derived = new TreeSet<>();
        for (Derivation row : Derivations.ROWS) {
            derived.add(row.path());
        }
        // Printed of deprecated models alone, and this QEMU has none.
        printed.add("cpu.custom.model@deprecated");

        assertThat(derived).isEqualTo(printed);
        assertThat(Derivations.ROWS)
                .extracting(Derivation::key)
                .containsExactly(DetailKey.values());
    }

    @Test
    void aDerivationSaysHowAndWhere() {
        for (Derivation row : Derivations.ROWS) {
            assertThat(row.words()).as(row.path()).isNotBlank();
            assertThat(row.element().map(Element::path).orElse(""))
                    .satisfies(path -> assertThat(row.path()).startsWith(path));
            assertThat(row.evidence().isEmpty())
                    .as(row.path())
                    .isEqualTo(row.words().startsWith("always"));
            assertThat(row.evidence()).extracting(Evidence::place).doesNotContain("");
        }
    }
}
