package org.domcaps.rpc.sasl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.RealmChoiceCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/// Chooses a mechanism and makes its client.
public final class Mechanisms {

    /// What daemons call themselves towards SASL.
    private static final String SERVICE = "libvirt";

    private static final String DIGEST_MD5 = "DIGEST-MD5";

    /// What can be done with a name and a password, the strongest first.
    private static final List<String> WITH_PASSWORD =
            List.of(
                    ScramHash.SHA_512.mechanism(),
                    ScramHash.SHA_256.mechanism(),
                    ScramHash.SHA_1.mechanism(),
                    DIGEST_MD5,
                    "CRAM-MD5",
                    "PLAIN");

    /// What needs neither: a Kerberos ticket, or a certificate shown to TLS.
    private static final List<String> WITHOUT_PASSWORD = List.of("GSSAPI", "EXTERNAL");

    /// What can keep a stream secret by itself.
    private static final List<String> WITH_LAYER = List.of("GSSAPI", DIGEST_MD5);

    private Mechanisms() {}

    /// The client for the best mechanism.
    ///
    /// @param offered what the daemon offers
    /// @param wanted the only one that may be used, if the user says so
    /// @param host the daemon's machine
    /// @param confidential whether the stream is secret without SASL's help
    /// @param login name and password, if there are any
    /// @throws AuthenticationException if nothing fits
    public static SaslClient client(
            List<String> offered,
            Optional<String> wanted,
            String host,
            boolean confidential,
            Optional<Login> login) {
        String mechanism = choose(offered, wanted, confidential, login.isPresent());
        Optional<ScramHash> scram = ScramHash.find(mechanism);
        if (scram.isPresent()) {
            return new ScramClient(scram.get(), login.orElseThrow());
        }
        Map<String, String> properties = new HashMap<>();
        properties.put(Sasl.QOP, confidential ? "auth" : "auth-conf");
        try {
            SaslClient client =
                    Sasl.createSaslClient(
                            new String[] {mechanism},
                            null,
                            SERVICE,
                            host,
                            properties,
                            new Answers(login));
            if (client == null) {
                throw new AuthenticationException("this Java has no mechanism " + mechanism);
            }
            return client;
        } catch (SaslException e) {
            throw new AuthenticationException(mechanism + ": " + e.getMessage(), e);
        }
    }

    /// Whether a finished client wraps the stream from now on.
    public static boolean hasLayer(SaslClient client) {
        Object quality = client.getNegotiatedProperty(Sasl.QOP);
        return quality != null && !quality.equals("auth");
    }

    private static String choose(
            List<String> offered, Optional<String> wanted, boolean confidential, boolean login) {
        List<String> known = new ArrayList<>();
        if (login) {
            known.addAll(WITH_PASSWORD);
        }
        known.addAll(WITHOUT_PASSWORD);
        for (String mechanism : known) {
            boolean asked = wanted.isEmpty() || wanted.get().equalsIgnoreCase(mechanism);
            boolean secret = confidential || WITH_LAYER.contains(mechanism);
            if (asked && secret && offered.contains(mechanism)) {
                return mechanism;
            }
        }
        throw new AuthenticationException(refusal(offered, wanted, confidential, login));
    }

    private static String refusal(
            List<String> offered, Optional<String> wanted, boolean confidential, boolean login) {
        StringBuilder text = new StringBuilder("the daemon offers SASL with ");
        text.append(offered.isEmpty() ? "nothing" : String.join(", ", offered));
        wanted.ifPresent(each -> text.append(", the URI wants ").append(each));
        text.append("; there is ");
        text.append(login ? "a" : "no").append(" name and password");
        if (!login) {
            text.append(" (give them in an auth.conf, with authfile=FILE)");
        }
        if (!confidential) {
            text.append("; over plain TCP only ")
                    .append(String.join(" and ", WITH_LAYER))
                    .append(" keep the rest secret");
        }
        return text.toString();
    }

    /// Answers the questions of the JDK's mechanisms.
    private record Answers(Optional<Login> login) implements CallbackHandler {
        @Override
        public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
            for (Callback callback : callbacks) {
                switch (callback) {
                    case NameCallback name -> name.setName(require(callback).user());
                    case PasswordCallback password ->
                            password.setPassword(require(callback).password().toCharArray());
                    case RealmChoiceCallback realm ->
                            realm.setSelectedIndex(realm.getDefaultChoice());
                    case RealmCallback realm -> realm.setText(realm.getDefaultText());
                    default -> throw new UnsupportedCallbackException(callback);
                }
            }
        }

        private Login require(Callback callback) throws UnsupportedCallbackException {
            return login.orElseThrow(
                    () -> new UnsupportedCallbackException(callback, "no name and password"));
        }
    }
}
