package org.domcaps.rpc.client;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Feature;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;
import org.domcaps.rpc.xdr.XdrLimits;
import org.domcaps.rpc.xdr.XdrReader;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A session with a daemon of libvirt. Any number of threads may use it at once, and they do not
/// wait for each other: replies come in any order.
///
/// Every method that asks the daemon something throws:
///
/// - [RemoteException] if the daemon refuses,
/// - [CallAbandonedException] if it does not answer in time, or if the thread is interrupted,
/// - [ConnectionException] if the connection is broken; then it stays broken.
///
/// Texts of the daemon that are documents come as the bytes it sent.
public final class Connection implements AutoCloseable {

    /// How many calls can be without a reply at most.
    public static final int MOST_CALLS = 4096;

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Session session;
    private final Optional<Pulse> pulse;
    private final Duration timeout;
    private final String uri;
    private final boolean secure;

    Connection(
            Session session, Optional<Pulse> pulse, Duration timeout, String uri, boolean secure) {
        this.session = session;
        this.pulse = pulse;
        this.timeout = timeout;
        this.uri = uri;
        this.secure = secure;
    }

    /// Opens a session.
    ///
    /// @param uri which daemon and how to reach it
    /// @param environment where its socket, certificates and logins are
    /// @throws ConnectionException if the daemon cannot be reached, or takes too long
    /// @throws org.domcaps.rpc.uri.UriException if the URI asks for what this client does not do
    /// @throws org.domcaps.rpc.sasl.AuthenticationException if the daemon wants proof that cannot
    ///   be given
    /// @throws RemoteException if the daemon refuses
    public static Connection open(
            ConnectUri uri, ConnectOptions options, ClientEnvironment environment) {
        return new Opening(uri, options, environment).open();
    }

    /// The URI of the hypervisor as the daemon calls it, `qemu:///system`.
    public String uri() {
        return uri;
    }

    /// Whether nobody between here and the daemon can read along. What the daemon says about itself
    /// is [#daemonIsSecure].
    public boolean isEncrypted() {
        return secure;
    }

    /// Whether the connection works; once it does not, it never will again.
    public boolean isOpen() {
        return session.isOpen();
    }

    /// The kind of hypervisor, `QEMU`.
    public String type() {
        return ask(Procedure.CONNECT_GET_TYPE, new Arguments.None(), Result.Text::read).text();
    }

    /// The hypervisor's version; for QEMU that of the emulator for the host's own architecture.
    public Version hypervisorVersion() {
        return Version.unpacked(
                ask(Procedure.CONNECT_GET_VERSION, new Arguments.None(), Result.Version::read)
                        .packed());
    }

    /// The daemon's own version.
    public Version daemonVersion() {
        return Version.unpacked(
                ask(Procedure.CONNECT_GET_LIB_VERSION, new Arguments.None(), Result.Version::read)
                        .packed());
    }

    /// The host's name.
    public String hostname() {
        return ask(Procedure.CONNECT_GET_HOSTNAME, new Arguments.None(), Result.Text::read).text();
    }

    /// Size and make of the host.
    public Result.NodeInfo nodeInfo() {
        return ask(Procedure.NODE_GET_INFO, new Arguments.None(), Result.NodeInfo::read);
    }

    /// Most virtual CPUs of a guest.
    ///
    /// @param virtType the virt type; absent: the hypervisor's general limit
    public int maxVcpus(Optional<String> virtType) {
        return ask(
                        Procedure.CONNECT_GET_MAX_VCPUS,
                        new Arguments.OptionalText(virtType),
                        Result.Number::read)
                .value();
    }

    /// Whether the daemon says that its connection to the hypervisor is secure.
    public boolean daemonIsSecure() {
        return ask(Procedure.CONNECT_IS_SECURE, new Arguments.None(), Result.Number::read).value()
                != 0;
    }

    /// Whether the daemon has a feature of the protocol.
    public boolean supports(Feature feature) {
        return ask(
                                Procedure.CONNECT_SUPPORTS_FEATURE,
                                new Arguments.Number(feature.number()),
                                Result.Number::read)
                        .value()
                != 0;
    }

    /// The host's capabilities, the document `<capabilities>`.
    public byte[] capabilities() {
        return ask(Procedure.CONNECT_GET_CAPABILITIES, new Arguments.None(), Connection::bytes);
    }

    /// The domain capabilities of an emulator, the document `<domainCapabilities>`.
    ///
    /// @param flags bits of [org.domcaps.driver.Flag]; daemons refuse those that they do not know
    public byte[] domainCapabilities(EmulatorChoice choice, int flags) {
        return ask(
                Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                new Arguments.DomainCapabilities(choice, flags),
                Connection::bytes);
    }

    /// Names of the CPU models that the daemon knows for an architecture; empty if it supports all
    /// that the hypervisor does.
    public List<String> cpuModelNames(String arch) {
        return ask(
                        Procedure.CONNECT_GET_CPU_MODEL_NAMES,
                        new Arguments.CpuModelNames(arch, true, 0),
                        Result.CpuModelNames::read)
                .names();
    }

    /// Compares a CPU (`<cpu>`, or a document that has one) with that of the host.
    public CpuComparison compareCpu(String cpu, Set<CpuOption> options) {
        return comparison(
                Procedure.CONNECT_COMPARE_CPU,
                new Arguments.CompareCpu(cpu, CpuOption.bits(options, true)));
    }

    /// Compares a CPU with what the hypervisor can give a guest.
    public CpuComparison compareHypervisorCpu(
            EmulatorChoice choice, String cpu, Set<CpuOption> options) {
        return comparison(
                Procedure.CONNECT_COMPARE_HYPERVISOR_CPU,
                new Arguments.CompareHypervisorCpu(choice, cpu, CpuOption.bits(options, true)));
    }

    private CpuComparison comparison(Procedure procedure, Payload arguments) {
        int number = ask(procedure, arguments, Result.Number::read).value();
        return CpuComparison.find(number)
                .orElseThrow(() ->
                        new ConnectionException(
                                "the daemon answered "
                                        + procedure.apiName()
                                        + " with "
                                        + number
                                        + ", which means nothing"));
    }

    /// The largest CPU that all of these hosts have, as `<cpu>`.
    ///
    /// @param cpus at most 256 definitions
    public String baselineCpu(List<String> cpus, Set<CpuOption> options) {
        return ask(
                        Procedure.CONNECT_BASELINE_CPU,
                        new Arguments.BaselineCpu(cpus, CpuOption.bits(options, false)),
                        Result.Text::read)
                .text();
    }

    /// The largest CPU that all of these hosts have and the hypervisor can give a guest, as
    /// `<cpu>`.
    ///
    /// @param cpus at most 256 definitions
    public String baselineHypervisorCpu(
            EmulatorChoice choice, List<String> cpus, Set<CpuOption> options) {
        return ask(
                        Procedure.CONNECT_BASELINE_HYPERVISOR_CPU,
                        new Arguments.BaselineHypervisorCpu(
                                choice, cpus, CpuOption.bits(options, false)),
                        Result.Text::read)
                .text();
    }

    private <T> T ask(Procedure procedure, Payload arguments, Function<XdrReader, T> result) {
        return session.call(procedure, arguments, timeout, result);
    }

    /// A string as the bytes that came.
    private static byte[] bytes(XdrReader in) {
        return in.readOpaque(in.readCount(XdrLimits.STRING));
    }

    /// Takes leave of the daemon and ends the connection. Calls of other threads that still wait
    /// fail.
    @Override
    public void close() {
        pulse.ifPresent(Pulse::close);
        // An interrupted thread takes leave all the same.
        boolean interrupted = Thread.interrupted();
        try {
            if (session.isOpen()) {
                session.call(
                        Procedure.CONNECT_CLOSE,
                        new Arguments.None(),
                        FAREWELL,
                        _ -> new Result.Nothing());
            }
        } catch (ConnectionException | CallAbandonedException | RemoteException _) {
            // A daemon that is gone, or does not answer, is left without a word.
        } finally {
            session.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
