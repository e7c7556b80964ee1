package org.domcaps.library;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.qemu.explain.QemuExplainer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a program gets its [Driver] from, one line each:
///
/// ```java
/// try (Driver host = Domcaps.thisHost()) {
///     DomainCapabilities capabilities = host.domainCapabilities(Request.defaults());
/// }
/// ```
///
/// Programs that choose more than this, such as deadlines or other environment variables, use
/// [DriverFactory].
public final class Domcaps {

    private Domcaps() {}

    /// The hypervisors of this host. Facts are kept in the user's cache folder and read from there
    /// while they are valid.
    public static Driver thisHost() {
        return open(Source.thisHost());
    }

    /// What was recorded on some host.
    ///
    /// @param recording a facts bundle (a folder that `domcaps record` wrote), or one `.replies`
    ///   file
    /// @throws org.domcaps.error.DomcapsException if it cannot be read
    public static Driver replay(Path recording) {
        return open(
                new Source(
                        Optional.of(recording),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty()));
    }

    /// Why the document for a request says what it says. Where the driver has no facts, as a remote
    /// daemon's has not, it is explained as [#explain(DomainCapabilities, Release)] does.
    ///
    /// @throws org.domcaps.error.DomcapsException as [Driver#domainCapabilities]
    public static Explanation explain(Driver driver, Request request) {
        Explanation explanation = driver.explain(request);
        return switch (explanation.basis()) {
            case FACTS -> explanation;
            case DOCUMENT -> explain(explanation.document(), explanation.release());
        };
    }

    /// Explains a document of which nothing but itself is at hand: what it says is told, the rules
    /// of its hypervisor are named where they are known here, and what nobody could look at stays
    /// unknown.
    ///
    /// @param release the release that the document is from
    public static Explanation explain(DomainCapabilities document, Release release) {
        Optional<VirtType> type = document.domain().flatMap(VirtType::find);
        if (type.isEmpty()) {
            return DocumentFindings.explain(document, release);
        }
        return switch (type.get()) {
            case QEMU, KVM, HVF, HYPERV -> QemuExplainer.explain(document, release);
            case NONE,
                    KQEMU,
                    XEN,
                    LXC,
                    UML,
                    OPENVZ,
                    TEST,
                    VMWARE,
                    VBOX,
                    PHYP,
                    PARALLELS,
                    BHYVE,
                    VZ ->
                    DocumentFindings.explain(document, release);
        };
    }

    private static Driver open(Source source) {
        return DriverFactory.ofThisProcess().open(source, _ -> {});
    }
}
