package org.domcaps.xen;

import org.domcaps.document.Arch;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.VirtType;
import org.domcaps.driver.ArgumentCheck;
import org.domcaps.driver.Driver;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.error.ErrorCode;
import org.domcaps.rule.Evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/// Answers as libvirt's Xen driver does.
public final class XenDriver implements Driver {

    /// What a document names if the request does not; nobody looks whether it exists.
    public static final String DEFAULT_EMULATOR = "/usr/bin/qemu-system-x86_64";

    private static final ArgumentCheck CHECK = new ArgumentCheck(ErrorDomain.LIBXL);

    private final Supplier<XenFacts> facts;

    /// A driver that asks for the facts at each request.
    public XenDriver(Supplier<XenFacts> facts) {
        this.facts = Objects.requireNonNull(facts, "facts");
    }

    /// Whether a path names one of the emulators that come with Xen, which lie in a folder of its
    /// name (`/usr/lib/xen/bin/qemu-system-i386`, `/usr/lib/xen-4.17/bin/qemu-system-i386`).
    public static boolean isOwnEmulator(String path) {
        int folderEnd = path.lastIndexOf('/');
        String folders = folderEnd < 0 ? "" : path.substring(0, folderEnd + 1);
        return folders.contains("/xen/") || folders.contains("/xen-");
    }

    /// Whether guests can be started from here.
    ///
    /// @throws DriverException if it could not be found out
    public boolean isActive() {
        return switch (facts.get().controlDomain()) {
            case ControlDomain.Here _ -> true;
            case ControlDomain.NotHere _ -> false;
            case ControlDomain.Unclear(String cause) -> throw unclear(cause);
        };
    }

    @Override
    public DomainCapabilities domainCapabilities(Request request) {
        XenFacts now = facts.get();
        requireActive(now.controlDomain());
        Target target = resolve(request, now.arch());
        XenMachine machine = target.machine().flatMap(XenMachine::find).orElseThrow();
        return new DomainCapabilities(
                Optional.of(target.emulator()),
                Optional.of(target.virtType().xmlName()),
                target.machine(),
                Optional.of(target.arch().xmlName()),
                OptionalLong.of(machine.maxVcpus()),
                new Evaluation<>(XenRules.TABLE, request.release(), machine)
                        .blocks(element -> detail(element, now)),
                Map.of());
    }

    @Override
    public Explanation explain(Request request) {
        return XenExplainer.explain(domainCapabilities(request), request.release());
    }

    private static void requireActive(ControlDomain controlDomain) {
        switch (controlDomain) {
            case ControlDomain.Here _ -> {}
            case ControlDomain.NotHere(String reason) ->
                    throw new DriverException(
                            ErrorCode.INTERNAL,
                            ErrorDomain.LIBXL,
                            "libxenlight state driver is not active: " + reason);
            case ControlDomain.Unclear(String cause) -> throw unclear(cause);
        }
    }

    private static DriverException unclear(String cause) {
        return new DriverException(
                ErrorCode.INTERNAL,
                ErrorDomain.LIBXL,
                "cannot find out whether this is Xen's control domain: " + cause);
    }

    /// Decides everything that a request leaves open, in libvirt's order.
    ///
    /// @throws DriverException if the request cannot be served
    static Target resolve(Request request, Arch host) {
        CHECK.refuseFlags(request, "libxlConnectGetDomainCapabilities");
        CHECK.requireVirtType(request, VirtType.XEN);
        Arch arch = CHECK.arch(request, host);
        String machine = request.machine().orElse(XenMachine.PV.xmlName());
        if (XenMachine.find(machine).isEmpty()) {
            throw CHECK.invalid("Xen only supports 'xenpv', 'xenpvh' and 'xenfv' machines");
        }
        return new Target(
                request.emulator().orElse(DEFAULT_EMULATOR),
                arch,
                Optional.of(machine),
                VirtType.XEN);
    }

    private static Detail detail(Element element, XenFacts facts) {
        return element == Element.LOADER
                ? new Detail.LoaderPaths(facts.firmware())
                : new Detail.None();
    }

    /// The one emulator of a control domain, with the machine types that Xen has guests for; all of
    /// them if the kernel does not tell.
    ///
    /// @throws DriverException if it cannot be found out whether this is a control domain
    @Override
    public EmulatorList emulators() {
        XenFacts now = facts.get();
        switch (now.controlDomain()) {
            case ControlDomain.NotHere _ -> {
                return EmulatorList.complete(List.of());
            }
            case ControlDomain.Unclear(String cause) -> throw unclear(cause);
            case ControlDomain.Here _ -> {}
        }
        Set<Arch> archs = new LinkedHashSet<>();
        archs.add(now.arch());
        boolean hardware = now.guests().isEmpty();
        boolean para = now.guests().isEmpty();
        for (GuestKind guest : now.guests()) {
            archs.add(guest.arch());
            hardware |= guest.fullyVirtualized();
            para |= !guest.fullyVirtualized();
        }
        return EmulatorList.complete(
                List.of(
                        new EmulatorOffer(
                                DEFAULT_EMULATOR,
                                now.version(),
                                List.copyOf(archs),
                                VirtType.XEN,
                                true,
                                List.of(
                                        new EmulatorOffer.Slot(
                                                VirtType.XEN, machines(para, hardware))))));
    }

    private static List<EmulatorOffer.Machine> machines(boolean para, boolean hardware) {
        List<EmulatorOffer.Machine> machines = new ArrayList<>();
        for (XenMachine machine : XenMachine.values()) {
            boolean offered =
                    switch (machine) {
                        case PV -> para;
                        case PVH, FV -> hardware;
                    };
            if (offered) {
                machines.add(
                        new EmulatorOffer.Machine(
                                machine.xmlName(),
                                Optional.empty(),
                                machine.maxVcpus(),
                                false,
                                machine == XenMachine.PV));
            }
        }
        return machines;
    }
}
