package org.domcaps.rpc.client;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.Answer;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;
import org.domcaps.xml.XmlReader;

import java.util.Optional;

/// Answers with what a daemon says.
///
/// The daemon decides which release its answer is one of; the release of a request has no effect
/// here. [#answer] gives the daemon's own bytes. Flags go to the daemon as they are.
///
/// The connection is opened by the first question. If it breaks, the question that found out fails,
/// and the next one opens a new connection.
public final class RemoteDriver implements Driver {

    private final ConnectUri uri;
    private final ConnectOptions options;
    private final ClientEnvironment environment;
    private Optional<Connection> current = Optional.empty();
    private boolean closed;

    /// A driver for the daemon of a URI. Nothing is connected yet.
    public RemoteDriver(ConnectUri uri, ConnectOptions options, ClientEnvironment environment) {
        this.uri = uri;
        this.options = options;
        this.environment = environment;
    }

    /// The connection, opened if there is none that works.
    ///
    /// @throws org.domcaps.error.DomcapsException as [Connection#open]
    public synchronized Connection connection() {
        if (closed) {
            throw new ConnectionException("the connection to " + uri + " was closed here");
        }
        if (current.isEmpty() || !current.get().isOpen()) {
            current.ifPresent(Connection::close);
            current = Optional.of(Connection.open(uri, options, environment));
        }
        return current.get();
    }

    /// @throws RemoteException if the daemon refuses
    /// @throws org.domcaps.xml.XmlException if it sends what is no domain capabilities
    /// @throws org.domcaps.error.DomcapsException as [Connection]
    @Override
    public DomainCapabilities domainCapabilities(Request request) {
        return answer(request).document();
    }

    @Override
    public Answer answer(Request request) {
        EmulatorChoice choice =
                new EmulatorChoice(
                        request.emulator(), request.arch(), request.machine(), request.virtType());
        return Answer.received(connection().domainCapabilities(choice, Flag.bits(request.flags())));
    }

    /// The emulators of the host's capabilities. A daemon tells the version of one of them only, so
    /// none has one here. It leaves out those that it could not ask, and does not say so.
    @Override
    public EmulatorList emulators() {
        return EmulatorList.complete(HostOffers.read(XmlReader.read(connection().capabilities())));
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.ifPresent(Connection::close);
        current = Optional.empty();
    }
}
