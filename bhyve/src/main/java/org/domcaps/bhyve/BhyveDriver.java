package org.domcaps.bhyve;

import org.domcaps.document.Arch;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Answers as libvirt's bhyve driver does.
public final class BhyveDriver implements Driver {

    /// What a document names if the request does not. It is never looked at: the program that is
    /// asked is the one in `PATH`, whatever a request names.
    public static final String DEFAULT_EMULATOR = "/usr/sbin/bhyve";

    private static final ArgumentCheck CHECK = new ArgumentCheck(ErrorDomain.BHYVE);
    private static final Release ARM_SINCE = new Release(12, 0);

    private final BhyveSource source;

    /// A driver that asks for the facts at each request, as libvirt probes at each.
    public BhyveDriver(BhyveSource source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /// Whether a path names the program.
    public static boolean isOwnEmulator(String path) {
        return path.substring(path.lastIndexOf('/') + 1).equals("bhyve");
    }

    /// Whether this is a host of bhyve.
    public boolean isActive() {
        return source.isActive();
    }

    @Override
    public DomainCapabilities domainCapabilities(Request request) {
        return document(request, source.read());
    }

    @Override
    public Explanation explain(Request request) {
        BhyveFacts now = source.read();
        return BhyveExplainer.explain(document(request, now), request.release(), now);
    }

    private static DomainCapabilities document(Request request, BhyveFacts now) {
        if (!now.isActive()) {
            throw new DriverException(
                    ErrorCode.INTERNAL,
                    ErrorDomain.BHYVE,
                    "bhyve state driver is not active: this is no FreeBSD, and there is no program"
                            + " bhyve in PATH");
        }
        Target target = resolve(request, now.arch());
        now.requireSound();
        return new DomainCapabilities(
                Optional.of(target.emulator()),
                Optional.of(target.virtType().xmlName()),
                target.machine(),
                Optional.of(target.arch().xmlName()),
                OptionalLong.empty(),
                new Evaluation<>(BhyveRules.TABLE, request.release(), now)
                        .blocks(element -> detail(element, now)),
                Map.of());
    }

    private static Detail detail(Element element, BhyveFacts facts) {
        return element == Element.LOADER
                ? new Detail.LoaderPaths(facts.firmware())
                : new Detail.None();
    }

    /// Decides everything that a request leaves open, in libvirt's order. The machine is whatever
    /// the request names.
    ///
    /// @throws DriverException if the request cannot be served
    static Target resolve(Request request, Arch host) {
        CHECK.refuseFlags(request, "bhyveConnectGetDomainCapabilities");
        CHECK.requireVirtType(request, VirtType.BHYVE);
        Arch arch = CHECK.arch(request, host);
        if (!serves(arch, request.release())) {
            throw new DriverException(
                    ErrorCode.NO_SUPPORT,
                    ErrorDomain.BHYVE,
                    "unsupported architecture: " + arch.xmlName());
        }
        return new Target(
                request.emulator().orElse(DEFAULT_EMULATOR),
                arch,
                request.machine(),
                VirtType.BHYVE);
    }

    private static boolean serves(Arch arch, Release release) {
        return arch.family() == Arch.Family.X86
                || arch == Arch.AARCH64 && release.isAtLeast(ARM_SINCE);
    }

    /// The one emulator of the host. Its version is that of the system it belongs to.
    @Override
    public EmulatorList emulators() {
        BhyveFacts now = source.read();
        List<Arch> archs = archs(now.arch());
        if (!now.isActive() || archs.isEmpty()) {
            return EmulatorList.complete(List.of());
        }
        now.requireSound();
        return EmulatorList.complete(
                List.of(
                        new EmulatorOffer(
                                DEFAULT_EMULATOR,
                                Optional.of(now.system()).filter(BhyveFacts::isHomeSystem),
                                archs,
                                VirtType.BHYVE,
                                true,
                                List.of(new EmulatorOffer.Slot(VirtType.BHYVE, List.of())))));
    }

    /// The guests that libvirt accepts and the host's processor runs.
    private static List<Arch> archs(Arch host) {
        List<Arch> archs = new ArrayList<>();
        if (serves(host, Release.NEWEST)) {
            archs.add(host);
        }
        if (host == Arch.X86_64) {
            archs.add(Arch.I686);
        }
        return archs;
    }
}
