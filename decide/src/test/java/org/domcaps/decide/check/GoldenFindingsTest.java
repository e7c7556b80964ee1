package org.domcaps.decide.check;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Reason;
import org.domcaps.testkit.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// What is found in definitions that virt-install and libvirt filled in, on every host of ours.
class GoldenFindingsTest {

    private static final List<String> HOSTS =
            List.of("x86_64-kvm-q35", "x86_64-kvm-pc", "x86_64-qemu-q35", "x86_64-qemu-pc");

    @ParameterizedTest
    @ValueSource(strings = {"debian", "windows", "fedora-uefi-tpm", "defined-windows"})
    void findingsAreThoseOfTheGoldenFile(String name) {
        DomainDefinition definition =
                DomainDefinition.read(
                        name + ".xml",
                        CheckCases.bytes(CheckCases.text("check/made/" + name + ".xml")));
        StringBuilder page = new StringBuilder();
        for (String host : HOSTS) {
            page.append("== ").append(host).append('\n');
            DocumentsHost documents = new DocumentsHost(host, List.of(CheckCases.document(host)));
            DomainCheck.check(definition, documents).forEach(found -> append(page, found));
        }
        Golden.check(Path.of("src/test/resources/check/made", name + ".txt"), page.toString());
    }

    private static void append(StringBuilder page, Judgement found) {
        page.append(found.place().orElseThrow())
                .append(' ')
                .append(found.outcome().jsonName())
                .append(' ')
                .append(found.severity().jsonName())
                .append(' ')
                .append(found.id())
                .append(": ")
                .append(found.message())
                .append('\n');
        for (Reason reason : found.reasons()) {
            page.append("    ")
                    .append(reason.kind())
                    .append(": ")
                    .append(reason.words())
                    .append('\n');
        }
    }
}
