package org.domcaps.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.bhyve.BhyveFacts;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.host.HostFacts;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.library.Hypervisors.Home;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.BundleException;
import org.domcaps.xen.ControlDomain;
import org.domcaps.xen.XenFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// Which driver gets a request. The QEMU here answers everything, and says that it is QEMU.
class RoutingDriverTest {

    private static final Request ANY = Request.defaults();
    private static final String QEMU = "/usr/bin/qemu-system-x86_64";
    private static final String XEN_QEMU = "/usr/lib/xen/bin/qemu-system-i386";
    private static final String BHYVE = "/usr/sbin/bhyve";

    @TempDir Path folder;

    private final AnyQemu qemu = new AnyQemu();

    /// A QEMU that answers everything.
    private static final class AnyQemu implements Driver {
        private final List<EmulatorFault> faults = new ArrayList<>();
        private boolean closed;

        @Override
        public DomainCapabilities domainCapabilities(Request request) {
            return new DomainCapabilities(
                    Optional.empty(),
                    Optional.of("from qemu"),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Map.of(),
                    Map.of());
        }

        @Override
        public EmulatorList emulators() {
            return new EmulatorList(
                    List.of(
                            new EmulatorOffer(
                                    "/usr/bin/qemu-system-i386",
                                    "9.1.0",
                                    List.of(Arch.I686),
                                    VirtType.QEMU,
                                    true,
                                    List.of(new EmulatorOffer.Slot(VirtType.QEMU, List.of())))),
                    faults);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static XenFacts xen(ControlDomain controlDomain) {
        return new XenFacts(Arch.X86_64, controlDomain, Optional.empty(), List.of(), List.of());
    }

    private static final XenFacts DOM0 = xen(new ControlDomain.Here());
    private static final XenFacts NO_XEN = xen(new ControlDomain.NotHere("it is none"));
    private static final BhyveFacts FREEBSD = bhyve("FreeBSD", Optional.empty());
    private static final BhyveFacts NO_BHYVE = bhyve("Linux", Optional.empty());

    private static BhyveFacts bhyve(String system, Optional<String> fault) {
        return new BhyveFacts(Arch.X86_64, system, Optional.empty(), Map.of(), fault, List.of());
    }

    private RoutingDriver driver(XenFacts xen, BhyveFacts bhyve, Home home) {
        return new RoutingDriver(qemu, new RecordedHypervisors(xen, bhyve, home));
    }

    private static Request request(String virtType, String emulator) {
        Request request = virtType == null ? ANY : ANY.withVirtType(virtType);
        return emulator == null ? request : request.withEmulator(emulator);
    }

    private static String served(Driver driver, Request request) {
        return driver.domainCapabilities(request).domain().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        ", , from qemu",
        "none, , from qemu",
        "kvm, , from qemu",
        "bogus, , from qemu",
        "hyperv, , from qemu",
        "xen, , xen",
        "bhyve, , bhyve",
        "test, , test",
        "," + QEMU + ", from qemu",
        "," + XEN_QEMU + ", xen",
        "," + BHYVE + ", bhyve",
        "kvm," + QEMU + ", from qemu",
        "xen," + QEMU + ", xen",
        "bhyve," + QEMU + ", bhyve",
        "test," + QEMU + ", test",
        "test," + BHYVE + ", test"
    })
    void theVirtTypeDecidesAndThenTheEmulator(String virtType, String emulator, String served) {
        RoutingDriver driver = driver(DOM0, FREEBSD, Home.QEMU);
        assertThat(served(driver, request(virtType, emulator))).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({"QEMU, from qemu", "XEN, xen", "BHYVE, bhyve"})
    void aRequestThatNamesNeitherGetsTheHostsOwn(Home home, String served) {
        RoutingDriver driver = driver(DOM0, FREEBSD, home);
        assertThat(served(driver, ANY.withMachine("xenpv"))).isEqualTo(served);
        assertThat(served(driver, ANY.withVirtType("qemu"))).isEqualTo("from qemu");
        assertThat(served(driver, ANY.withEmulator(QEMU))).isEqualTo("from qemu");
    }

    @ParameterizedTest
    @CsvSource({
        "xen, , libxenlight state driver is not active: it is none",
        "xen," + XEN_QEMU + ", libxenlight state driver is not active: it is none",
        "," + XEN_QEMU + ", libxenlight state driver is not active: it is none",
        "bhyve, , bhyve state driver is not active",
        "bhyve," + BHYVE + ", bhyve state driver is not active",
        "," + BHYVE + ", bhyve state driver is not active"
    })
    void whereAHypervisorIsNotThereItsDriverSaysSo(String virtType, String emulator, String words) {
        RoutingDriver driver = driver(NO_XEN, NO_BHYVE, Home.QEMU);
        assertThatThrownBy(() -> served(driver, request(virtType, emulator)))
                .hasMessageStartingWith(words);
    }

    @ParameterizedTest
    @CsvSource({"xen", "bhyve"})
    void aQemuThatIsNamedRefusesForItselfWhereNobodyElseCould(String virtType) {
        RoutingDriver driver = driver(NO_XEN, NO_BHYVE, Home.QEMU);
        assertThat(served(driver, request(virtType, QEMU))).isEqualTo("from qemu");
    }

    @ParameterizedTest
    @CsvSource({"kvm, from qemu", "xen, xen", "bhyve, bhyve", "test, test"})
    void explanationsComeFromTheDriverThatAnswers(String virtType, String served) {
        RoutingDriver driver = driver(DOM0, FREEBSD, Home.QEMU);
        assertThat(driver.explain(ANY.withVirtType(virtType)).document().domain()).contains(served);
    }

    private static List<String> marked(List<EmulatorOffer> offers) {
        return offers.stream()
                .map(offer -> offer.path() + (offer.isDefault() ? " default" : ""))
                .toList();
    }

    @Test
    void theListHoldsEveryHypervisorOrderedByPath() {
        assertThat(marked(driver(NO_XEN, NO_BHYVE, Home.QEMU).emulators().offers()))
                .containsExactly("/usr/bin/qemu-system-i386 default");
        assertThat(marked(driver(DOM0, FREEBSD, Home.XEN).emulators().offers()))
                .containsExactly("/usr/bin/qemu-system-i386", QEMU + " default", "/usr/sbin/bhyve");
        assertThat(marked(driver(NO_XEN, FREEBSD, Home.BHYVE).emulators().offers()))
                .contains("/usr/sbin/bhyve default");
    }

    @Test
    void aHypervisorThatCannotBeLookedAtDoesNotHideTheRest() {
        RoutingDriver driver =
                driver(
                        xen(new ControlDomain.Unclear("no permission")),
                        bhyve("FreeBSD", Optional.of("it hangs")),
                        Home.QEMU);
        qemu.faults.add(new EmulatorFault("/usr/bin/qemu-system-sparc", List.of(), "broken"));
        EmulatorList list = driver.emulators();
        assertThat(list.offers()).hasSize(1);
        assertThat(list.faults())
                .extracting(fault -> fault.subject() + ": " + fault.reason())
                .containsExactly(
                        "/usr/bin/qemu-system-sparc: broken",
                        "Xen: internal error: cannot find out whether this is Xen's control domain:"
                                + " no permission",
                        "bhyve: internal error: it hangs");
    }

    @Test
    void closingItClosesQemu() {
        new RoutingDriver(qemu, RecordedHypervisors.none(Arch.X86_64)).close();
        assertThat(qemu.closed).isTrue();
    }

    private Path bundle(SequencedMap<String, JsonObject> hypervisors) {
        new Bundle(List.of(), HostFacts.plain(), hypervisors).write(folder);
        return folder;
    }

    @Test
    void aBundleOfAnotherHypervisorAnswersForIt() {
        SequencedMap<String, JsonObject> recorded = new LinkedHashMap<>();
        recorded.put(BhyveFacts.NAME, FREEBSD.toJson());
        try (Driver driver = Domcaps.replay(bundle(recorded))) {
            assertThat(served(driver, ANY)).isEqualTo("bhyve");
            assertThatThrownBy(() -> served(driver, ANY.withVirtType("xen")))
                    .hasMessageContaining("the recording has no facts of Xen");
        }
        recorded.put(XenFacts.NAME, DOM0.toJson());
        try (Driver driver = Domcaps.replay(bundle(recorded))) {
            assertThat(served(driver, ANY)).isEqualTo("xen");
            assertThat(served(driver, ANY.withVirtType("bhyve"))).isEqualTo("bhyve");
        }
    }

    @Test
    void aHypervisorThatNobodyKnowsSpoilsTheBundle() {
        SequencedMap<String, JsonObject> recorded = new LinkedHashMap<>();
        recorded.put("vmm", FREEBSD.toJson());
        Path made = bundle(recorded);
        assertThatThrownBy(() -> Domcaps.replay(made))
                .isInstanceOf(BundleException.class)
                .hasMessage("the bundle has facts of an unknown hypervisor: vmm");
    }
}
