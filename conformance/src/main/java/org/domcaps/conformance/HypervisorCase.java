package org.domcaps.conformance;

import org.domcaps.bhyve.BhyveCapability;
import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.bhyve.BhyveFacts;
import org.domcaps.bhyve.BhyveQuestion;
import org.domcaps.bhyve.BhyveSource;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Request;
import org.domcaps.testdriver.TestDriver;
import org.domcaps.xen.ControlDomain;
import org.domcaps.xen.XenDriver;
import org.domcaps.xen.XenFacts;
import org.domcaps.xen.XenMachine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An expected document that is not of QEMU: which driver is asked for what, as its name says it
/// and libvirt's own test has it.
sealed interface HypervisorCase {

    /// A driver and what it is asked.
    record Asked(Driver driver, Request request) implements HypervisorCase {

        /// What the driver answers as a release.
        DomainCapabilities document(Release release) {
            return driver.domainCapabilities(request.withRelease(release));
        }
    }

    /// The name leaves open what is asked.
    record Untold(String why) implements HypervisorCase {}

    /// Reads a name without its `.xml`; empty if it is a name of another kind.
    static Optional<HypervisorCase> parse(String name) {
        if (name.equals("empty")) {
            return Optional.of(nothing());
        }
        if (name.startsWith("libxl-")) {
            return Optional.of(xen(name.substring("libxl-".length())));
        }
        if (name.startsWith("bhyve_")) {
            return Optional.of(bhyve(name.substring("bhyve_".length())));
        }
        return Optional.empty();
    }

    /// The test driver prints what any driver prints that knows nothing.
    private static HypervisorCase nothing() {
        return new Asked(
                new TestDriver(),
                Request.defaults()
                        .withEmulator("/bin/emulatorbin")
                        .withArch(Arch.X86_64.xmlName())
                        .withMachine("my-machine-type")
                        .withVirtType(VirtType.KVM.xmlName()));
    }

    private static HypervisorCase xen(String machine) {
        if (XenMachine.find(machine).isEmpty()) {
            return new Untold("Xen has no machine type " + machine);
        }
        XenFacts facts =
                new XenFacts(
                        Arch.X86_64,
                        new ControlDomain.Here(),
                        Optional.empty(),
                        List.of(),
                        List.of("/usr/lib/xen/boot/hvmloader", "/usr/lib/xen/boot/ovmf.bin"));
        return new Asked(new XenDriver(() -> facts), Request.defaults().withMachine(machine));
    }

    private static HypervisorCase bhyve(String rest) {
        int dot = rest.lastIndexOf('.');
        Optional<BhyveLabel> label =
                dot < 0 ? Optional.empty() : BhyveLabel.find(rest.substring(0, dot));
        if (label.isEmpty()) {
            return new Untold("the name does not say what bhyve can do");
        }
        String name = rest.substring(dot + 1);
        Optional<Arch> arch = Arch.find(name);
        if (arch.isEmpty()) {
            return new Untold("unknown architecture " + name);
        }
        BhyveFacts facts =
                new BhyveFacts(
                        arch.get(),
                        "FreeBSD",
                        Optional.of(BhyveDriver.DEFAULT_EMULATOR),
                        answers(label.get().capabilities()),
                        Optional.empty(),
                        List.of("/foo/bar", "/foo/baz"));
        return new Asked(new BhyveDriver(BhyveSource.given(facts)), Request.defaults());
    }

    private static Map<BhyveQuestion, String> answers(Set<BhyveCapability> capabilities) {
        Map<BhyveQuestion, String> answers = new EnumMap<>(BhyveQuestion.class);
        for (BhyveCapability capability : BhyveCapability.values()) {
            answers.merge(
                    capability.question(),
                    capability.answer(capabilities.contains(capability)),
                    String::concat);
        }
        return answers;
    }
}
