package org.domcaps.rpc.client;

import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.AuthType;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.message.SaslData;
import org.domcaps.rpc.sasl.AuthenticationException;
import org.domcaps.rpc.sasl.Login;
import org.domcaps.rpc.sasl.Mechanisms;
import org.domcaps.rpc.sasl.SaslLink;
import org.domcaps.rpc.transport.Link;
import org.domcaps.rpc.uri.ConnectUri;
import org.domcaps.rpc.uri.UriParameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/// Proves to a daemon who we are, if it wants to know.
final class Authentication {

    private static final String SASL = "sasl";
    private static final String POLKIT = "polkit";

    /// More steps than any mechanism has.
    private static final int MOST_STEPS = 64;

    private final Exchange exchange;
    private final Link link;
    private final ConnectUri uri;
    private final Supplier<Optional<Login>> login;

    Authentication(Exchange exchange, Link link, ConnectUri uri, Supplier<Optional<Login>> login) {
        this.exchange = exchange;
        this.link = link;
        this.uri = uri;
        this.login = login;
    }

    /// What the URI demands.
    private record Demand(Optional<AuthType> type, Optional<String> mechanism) {
        static Demand of(ConnectUri uri) {
            Optional<String> word = uri.parameter(UriParameter.AUTH);
            if (word.isEmpty()) {
                return new Demand(Optional.empty(), Optional.empty());
            }
            String lower = word.get().toLowerCase(Locale.ROOT);
            if (lower.equals(POLKIT)) {
                return new Demand(Optional.of(AuthType.POLKIT), Optional.empty());
            }
            if (lower.equals(SASL)) {
                return new Demand(Optional.of(AuthType.SASL), Optional.empty());
            }
            if (lower.startsWith(SASL + ".")) {
                return new Demand(
                        Optional.of(AuthType.SASL),
                        Optional.of(word.get().substring(SASL.length() + 1)));
            }
            throw new AuthenticationException(
                    "'auth=" + word.get() + "' must be sasl, sasl.MECHANISM or polkit in " + uri);
        }
    }

    /// Does what it takes; gives the link to be used from then on, if it is another one.
    ///
    /// @throws AuthenticationException if the daemon wants what cannot be done
    /// @throws RemoteException if the daemon refuses
    Optional<Link> run() {
        Demand demand = Demand.of(uri);
        return switch (choose(offered(), demand.type())) {
            case NONE -> Optional.empty();
            case POLKIT -> {
                exchange.call(Procedure.AUTH_POLKIT, new Arguments.None(), Result.Number::read);
                yield Optional.empty();
            }
            case SASL -> sasl(demand.mechanism());
        };
    }

    /// What the daemon accepts. The question is always asked: for root it is the question itself
    /// that lets one in.
    private List<Integer> offered() {
        try {
            return exchange.call(Procedure.AUTH_LIST, new Arguments.None(), Result.AuthTypes::read)
                    .types();
        } catch (RemoteException e) {
            if (isUnknown(e.error())) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean isUnknown(ErrorRecord error) {
        return error.code() == ErrorCode.NO_SUPPORT.number()
                || error.code() == ErrorCode.RPC.number()
                        && error.message().orElse("").startsWith("unknown procedure");
    }

    private AuthType choose(List<Integer> offered, Optional<AuthType> wanted) {
        if (wanted.isPresent()) {
            if (offered.contains(wanted.get().number())) {
                return wanted.get();
            }
            throw new AuthenticationException(
                    link.peer() + " does not offer what auth= asks for in " + uri);
        }
        if (offered.isEmpty()) {
            return AuthType.NONE;
        }
        return AuthType.find(offered.getFirst())
                .orElseThrow(() ->
                        new AuthenticationException(
                                link.peer()
                                        + " wants proof of kind "
                                        + offered.getFirst()
                                        + ", which this client does not know"));
    }

    private Optional<Link> sasl(Optional<String> wanted) {
        List<String> mechanisms = new ArrayList<>();
        String list =
                exchange.call(Procedure.AUTH_SASL_INIT, new Arguments.None(), Result.Text::read)
                        .text();
        for (String mechanism : list.split("[, ]+")) {
            if (!mechanism.isEmpty()) {
                mechanisms.add(mechanism);
            }
        }
        SaslClient client =
                Mechanisms.client(
                        mechanisms,
                        wanted,
                        uri.host().orElse("localhost"),
                        link.isConfidential(),
                        login.get());
        try {
            converse(client);
            if (Mechanisms.hasLayer(client)) {
                return Optional.of(new SaslLink(link, client, exchange.input()));
            }
        } catch (SaslException e) {
            throw new AuthenticationException(client.getMechanismName() + ": " + words(e), e);
        }
        if (!link.isConfidential()) {
            throw new AuthenticationException(
                    client.getMechanismName() + " came without encryption, on plain TCP");
        }
        return Optional.empty();
    }

    private static String words(SaslException e) {
        return e.getCause() == null || e.getCause().getMessage() == null
                ? String.valueOf(e.getMessage())
                : e.getMessage() + " (" + e.getCause().getMessage() + ")";
    }

    private void converse(SaslClient client) throws SaslException {
        SaslData first =
                client.hasInitialResponse()
                        ? new SaslData(Optional.of(client.evaluateChallenge(new byte[0])))
                        : SaslData.NONE;
        Result.SaslProgress progress =
                exchange.call(
                        Procedure.AUTH_SASL_START,
                        new Arguments.SaslStart(client.getMechanismName(), first),
                        Result.SaslProgress::read);
        for (int i = 0; i < MOST_STEPS; i++) {
            SaslData next = answer(client, progress);
            if (progress.complete()) {
                if (client.isComplete()) {
                    return;
                }
                throw new SaslException("the daemon was content before it had proved itself");
            }
            progress =
                    exchange.call(
                            Procedure.AUTH_SASL_STEP,
                            new Arguments.SaslStep(next),
                            Result.SaslProgress::read);
        }
        throw new SaslException("the daemon wants more than " + MOST_STEPS + " steps");
    }

    private static SaslData answer(SaslClient client, Result.SaslProgress progress)
            throws SaslException {
        if (client.isComplete()) {
            return SaslData.NONE;
        }
        byte[] answer = client.evaluateChallenge(progress.data().bytes().orElse(new byte[0]));
        return answer == null ? SaslData.NONE : new SaslData(Optional.of(answer));
    }
}
