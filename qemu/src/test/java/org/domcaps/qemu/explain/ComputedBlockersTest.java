package org.domcaps.qemu.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.domcaps.document.CpuModel;
import org.domcaps.document.CpuModel.Usable;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.ComputedBlockers;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What is computed where a document lists no blockers, beside what QEMU lists.
class ComputedBlockersTest {

    /// How often the two are equal.
    ///
    /// @param models models that QEMU lists blockers of
    /// @param equal those for which the same set is computed
    /// @param within those for which nothing is computed that QEMU does not list
    private record Share(int models, int equal, int within) {
        Share plus(Share other) {
            return new Share(models + other.models, equal + other.equal, within + other.within);
        }
    }

    private static Share share(DomainCapabilities document) {
        ComputedBlockers computed = ComputedBlockers.of(document, Release.NEWEST);
        Share share = new Share(0, 0, 0);
        for (CpuModel model : document.customModels()) {
            if (model.usable() == Usable.NO) {
                Set<String> told = new TreeSet<>(model.blockers());
                Set<String> found = new TreeSet<>(computed.of(model.name()).orElseThrow());
                share =
                        share.plus(
                                new Share(
                                        1,
                                        found.equals(told) ? 1 : 0,
                                        told.containsAll(found) ? 1 : 0));
            }
        }
        return share;
    }

    /// Every x86 recording under every virt type; machine types make no difference. On other
    /// architectures the CPU map has no features of models, or there are no blockers.
    private static Map<String, DomainCapabilities> documents() {
        Map<String, DomainCapabilities> documents = new LinkedHashMap<>();
        for (Recordings.Subject subject : Recordings.all()) {
            if (!subject.name().contains("_x86_64.") && !subject.name().contains("_i686.")) {
                continue;
            }
            for (Request request : subject.requests()) {
                if (request.release().equals(Release.NEWEST)) {
                    documents.computeIfAbsent(
                            subject.name() + " " + request.virtType().orElseThrow(),
                            _ -> subject.driver().domainCapabilities(request));
                }
            }
        }
        return documents;
    }

    @TestFactory
    Stream<DynamicTest> aUsableModelHasNone() {
        return documents().entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(),
                                () -> {
                                    DomainCapabilities document = entry.getValue();
                                    ComputedBlockers computed =
                                            ComputedBlockers.of(document, Release.NEWEST);
                                    List<CpuModel> usable =
                                            document.customModels().stream()
                                                    .filter(model -> model.usable() == Usable.YES)
                                                    .toList();
                                    assertThat(usable)
                                            .isNotEmpty()
                                            .allSatisfy(model ->
                                                    assertThat(computed.of(model.name()))
                                                            .contains(List.of()));
                                }));
    }

    /// Of recordings whose names begin and end so, the shares in percent.
    private static Percent percent(String beginning, String end) {
        Share all = new Share(0, 0, 0);
        for (Map.Entry<String, DomainCapabilities> entry : documents().entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(beginning) && name.endsWith(end)) {
                all = all.plus(share(entry.getValue()));
            }
        }
        assumeThat(all.models).as(Corpus.MISSING).isPositive();
        return new Percent(all.equal * 100 / all.models, all.within * 100 / all.models);
    }

    private record Percent(int equal, int within) {}

    /// `docs/explain.md` states these shares and says where the rest comes from.
    @ParameterizedTest
    @CsvSource({
        "qemucapabilitiesdata/, kvm, 80, 100",
        "qemucapabilitiesdata/, qemu, 73, 100",
        "qemu-, kvm, 50, 95",
        "qemu-, qemu, 70, 99"
    })
    void mostSetsEqualThoseOfQemuAndHardlyAnyNamesMore(
            String beginning, String end, int equal, int within) {
        Percent percent = percent(beginning, end);
        assertThat(percent.equal).isGreaterThanOrEqualTo(equal);
        assertThat(percent.within).isGreaterThanOrEqualTo(within);
    }
}
