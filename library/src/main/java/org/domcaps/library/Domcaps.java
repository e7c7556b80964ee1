package org.domcaps.library;

import org.domcaps.bhyve.BhyveExplainer;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.qemu.explain.QemuExplainer;
import org.domcaps.rpc.client.ConnectOptions;
import org.domcaps.rpc.client.RemoteDriver;
import org.domcaps.rpc.uri.UriBook;
import org.domcaps.testdriver.TestExplainer;
import org.domcaps.xen.XenExplainer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a program gets its [Driver] from, one line each:
///
/// ```java
/// Driver here = Domcaps.thisHost();
/// Driver there = Domcaps.connect("qemu+ssh://root@example.com/system");
/// Driver then = Domcaps.replay(Path.of("rack12"));
/// ```
///
/// All of them answer in the same way, and are closed after use:
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
    ///   file; recordings may be packed by gzip
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

    /// The hypervisors of a daemon of libvirt.
    ///
    /// @param uri a connection URI of libvirt, `qemu:///system`, or an alias of the client's
    ///   `libvirt.conf`
    /// @return a driver that is connected; it can also be asked for the [RemoteDriver#connection]
    ///   and with it everything else that the daemon tells
    /// @throws org.domcaps.error.DomcapsException if the daemon cannot be reached or refuses
    public static RemoteDriver connect(String uri) {
        return connect(uri, ConnectOptions.DEFAULT);
    }

    /// The hypervisors of a daemon of libvirt, with other timeouts or a password.
    ///
    /// @param uri as for [#connect(String)]
    /// @throws org.domcaps.error.DomcapsException if the daemon cannot be reached or refuses
    public static RemoteDriver connect(String uri, ConnectOptions options) {
        RemoteDriver driver = DriverFactory.ofThisProcess().connect(uri, options);
        driver.connection();
        return driver;
    }

    /// The hypervisors of the daemon that libvirt's clients connect to if nobody names one: that of
    /// the variable `LIBVIRT_DEFAULT_URI`, else of `uri_default` in the client's `libvirt.conf`,
    /// else the one behind this machine's default socket.
    ///
    /// @throws org.domcaps.error.DomcapsException if the daemon cannot be reached or refuses
    public static RemoteDriver connect() {
        return connect(UriBook.DEFAULT_WORD);
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
            case XEN -> XenExplainer.explain(document, release);
            case BHYVE -> BhyveExplainer.explain(document, release);
            case TEST -> TestExplainer.explain(document, release);
            case NONE, KQEMU, LXC, UML, OPENVZ, VMWARE, VBOX, PHYP, PARALLELS, VZ ->
                    DocumentFindings.explain(document, release);
        };
    }

    private static Driver open(Source source) {
        return DriverFactory.ofThisProcess().open(source, _ -> {});
    }
}
