package org.domcaps.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The project's own recordings, run as `domcaps conformance` runs libvirt's.
///
/// A new case is an empty file in `domaincapsdata/RELEASE`, named as [DocumentCase] says;
/// `-Dgolden=update` writes what it holds.
class OwnRecordingsTest {

    private static final Path ROOT = Path.of("../qemu/src/test/resources/recordings");

    private static List<CaseResult> run() {
        List<CaseResult> results = new ArrayList<>();
        new Conformance(ROOT, Optional.empty(), _ -> true).run(results::add);
        return results;
    }

    @TestFactory
    Stream<DynamicTest> everyCasePasses() {
        return run().stream()
                .map(result -> DynamicTest.dynamicTest(result.name(), () -> check(result)));
    }

    private static void check(CaseResult result) {
        assertThat(result.text()).as("%s", result).isPresent();
        String name = result.name();
        int end = name.indexOf('-');
        Golden.check(
                ROOT.resolve("domaincapsdata")
                        .resolve(name.substring(0, end))
                        .resolve(name.substring(end + 1) + ".xml"),
                result.text().orElseThrow());
    }

    @Test
    void everyRecordedArchitectureHasCases() {
        Set<String> architectures = new TreeSet<>();
        for (CaseResult result : run()) {
            String name = result.name();
            architectures.add(name.substring(name.lastIndexOf('.') + 1));
        }
        assertThat(architectures)
                .containsExactly(
                        "aarch64",
                        "armv7l",
                        "i686",
                        "loongarch64",
                        "ppc64",
                        "riscv64",
                        "s390x",
                        "sparc",
                        "x86_64",
                        "x86_64+tcg");
    }
}
