package org.domcaps.rpc.client;

import org.domcaps.error.DomcapsException;
import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.Feature;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.sasl.Login;
import org.domcaps.rpc.sasl.Logins;
import org.domcaps.rpc.transport.Deadline;
import org.domcaps.rpc.transport.Link;
import org.domcaps.rpc.transport.Links;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;
import org.domcaps.rpc.uri.Route;
import org.domcaps.rpc.uri.Routes;

import java.time.Duration;
import java.util.Optional;

/// The opening of a connection, from the URI to the hypervisor, under one deadline.
final class Opening {

    private final ConnectUri uri;
    private final ConnectOptions options;
    private final ClientEnvironment environment;

    Opening(ConnectUri uri, ConnectOptions options, ClientEnvironment environment) {
        this.uri = uri;
        this.options = options;
        this.environment = environment;
    }

    Connection open() {
        Route route = Routes.of(uri, environment, options.readOnly());
        try (Deadline deadline = Deadline.in(options.openTimeout())) {
            Link link = Links.open(route, environment, deadline);
            try {
                Connection connection = over(link, deadline);
                if (!deadline.callOff()) {
                    throw Links.late(link.peer(), deadline, null);
                }
                return connection;
            } catch (DomcapsException e) {
                link.close();
                throw deadline.isOver() ? Links.late(link.peer(), deadline, e) : e;
            } catch (RuntimeException | Error e) {
                link.close();
                throw e;
            }
        }
    }

    /// Over a link that is open already.
    private Connection over(Link link, Deadline deadline) {
        Exchange exchange = new Exchange(link);
        Optional<Link> wrapped = new Authentication(exchange, link, uri, this::login).run();
        Link authenticated = wrapped.orElse(link);
        Session session =
                new Session(
                        authenticated,
                        wrapped.map(Link::input).orElse(exchange.input()),
                        exchange.nextSerial());
        deadline.guard(session);
        Optional<Pulse> pulse = Optional.empty();
        try {
            pulse = pulse(session);
            openHypervisor(session);
            return new Connection(
                    session,
                    pulse,
                    options.callTimeout(),
                    name(session),
                    authenticated.isConfidential());
        } catch (RuntimeException | Error e) {
            pulse.ifPresent(Pulse::close);
            session.close();
            throw e;
        }
    }

    private Optional<Login> login() {
        return options.login().or(() -> new Logins(environment).find(uri));
    }

    /// The question itself makes the daemon ask for signs of life, too, so it is left out by those
    /// who want none.
    private Optional<Pulse> pulse(Session session) {
        Duration interval = options.pulse();
        if (interval.isZero()) {
            return Optional.empty();
        }
        boolean answers;
        try {
            answers =
                    session.call(
                                            Procedure.CONNECT_SUPPORTS_FEATURE,
                                            new Arguments.Number(Feature.KEEPALIVE.number()),
                                            options.openTimeout(),
                                            Result.Number::read)
                                    .value()
                            != 0;
        } catch (RemoteException _) {
            answers = false;
        }
        return answers
                ? Optional.of(new Pulse(session, interval, options.unanswered()))
                : Optional.empty();
    }

    private void openHypervisor(Session session) {
        int flags = options.readOnly() ? Arguments.Open.READ_ONLY : 0;
        session.call(
                Procedure.CONNECT_OPEN,
                new Arguments.Open(Optional.of(uri.daemonUri()), flags),
                options.openTimeout(),
                _ -> new Result.Nothing());
    }

    private String name(Session session) {
        if (!uri.daemonUri().isEmpty()) {
            return uri.daemonUri();
        }
        return session.call(
                        Procedure.CONNECT_GET_URI,
                        new Arguments.None(),
                        options.openTimeout(),
                        Result.Text::read)
                .text();
    }
}
