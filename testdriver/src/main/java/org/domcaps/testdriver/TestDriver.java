package org.domcaps.testdriver;

import org.domcaps.document.Arch;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;
import org.domcaps.driver.ArgumentCheck;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.rule.Evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Answers as libvirt's test driver does: emulator, machine and any known virt type and
/// architecture come back as they were asked for.
public final class TestDriver implements Driver {

    private static final ArgumentCheck CHECK = new ArgumentCheck(ErrorDomain.TEST);

    /// What a request without an architecture is about, whatever the host.
    private static final Arch DEFAULT_ARCH = Arch.I686;

    /// A test driver; there is nothing to tell one from another.
    public TestDriver() {}

    @Override
    public DomainCapabilities domainCapabilities(Request request) {
        CHECK.refuseFlags(request, "testConnectGetDomainCapabilities");
        // In this order, unlike the other drivers.
        Arch arch = CHECK.arch(request, DEFAULT_ARCH);
        VirtType virtType = CHECK.virtType(request, VirtType.TEST);
        return new DomainCapabilities(
                request.emulator(),
                Optional.of(virtType.xmlName()),
                request.machine(),
                Optional.of(arch.xmlName()),
                OptionalLong.empty(),
                new Evaluation<>(TestRules.TABLE, request.release(), request)
                        .blocks(_ -> new Detail.None()),
                Map.of());
    }

    @Override
    public Explanation explain(Request request) {
        return TestExplainer.explain(domainCapabilities(request), request.release());
    }

    /// None: the driver has no emulator.
    @Override
    public EmulatorList emulators() {
        return EmulatorList.complete(List.of());
    }
}
