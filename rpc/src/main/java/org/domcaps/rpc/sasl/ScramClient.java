package org.domcaps.rpc.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/// SCRAM (RFC 5802, RFC 7677) without channel binding: proves that one knows a password without
/// sending it, and has the server prove the same.
///
/// Names and passwords are normalised with NFKC, which is what SASLprep does to characters that
/// people use; those that it forbids are left to the server.
final class ScramClient implements SaslClient {

    /// No channel binding, no other identity to act as.
    private static final String GS2_HEADER = "n,,";

    private static final int NONCE_BYTES = 18;
    private static final int FEWEST_ROUNDS = 4096;

    /// More would be an attack on our time.
    private static final int MOST_ROUNDS = 10_000_000;

    private final ScramHash hash;
    private final Login login;
    private final String nonce;
    private int step;
    private String clientFirst = "";
    private byte[] serverSignature = new byte[0];

    ScramClient(ScramHash hash, Login login) {
        this(hash, login, freshNonce());
    }

    /// With a nonce that tests choose.
    ScramClient(ScramHash hash, Login login, String nonce) {
        this.hash = hash;
        this.login = login;
        this.nonce = nonce;
    }

    private static String freshNonce() {
        byte[] random = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @Override
    public String getMechanismName() {
        return hash.mechanism();
    }

    @Override
    public boolean hasInitialResponse() {
        return true;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        String text = new String(challenge, StandardCharsets.UTF_8);
        step++;
        return switch (step) {
            case 1 -> {
                clientFirst = "n=" + escaped(normal(login.user())) + ",r=" + nonce;
                yield bytes(GS2_HEADER + clientFirst);
            }
            case 2 -> bytes(proof(text));
            case 3 -> {
                checkServer(text);
                yield new byte[0];
            }
            default -> throw new SaslException("the exchange is over");
        };
    }

    private String proof(String serverFirst) throws SaslException {
        String serverNonce = attribute(serverFirst, 'r');
        if (!serverNonce.startsWith(nonce) || serverNonce.length() == nonce.length()) {
            throw new SaslException("the server did not answer to what we sent");
        }
        byte[] salt = decoded(attribute(serverFirst, 's'));
        int rounds = rounds(attribute(serverFirst, 'i'));
        String clientFinal =
                "c=" + Base64.getEncoder().encodeToString(bytes(GS2_HEADER)) + ",r=" + serverNonce;
        byte[] signed = bytes(clientFirst + "," + serverFirst + "," + clientFinal);
        try {
            byte[] salted = salted(bytes(normal(login.password())), salt, rounds);
            byte[] clientKey = hmac(salted, bytes("Client Key"));
            byte[] stored = MessageDigest.getInstance(hash.digest()).digest(clientKey);
            byte[] proof = hmac(stored, signed);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= clientKey[i];
            }
            serverSignature = hmac(hmac(salted, bytes("Server Key")), signed);
            return clientFinal + ",p=" + Base64.getEncoder().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new SaslException("this Java lacks " + hash.mac(), e);
        }
    }

    private static int rounds(String text) throws SaslException {
        try {
            int rounds = Integer.parseInt(text);
            if (rounds >= FEWEST_ROUNDS && rounds <= MOST_ROUNDS) {
                return rounds;
            }
        } catch (NumberFormatException _) {
            // Refused below, as numbers out of range are.
        }
        throw new SaslException(
                "the server wants "
                        + text
                        + " rounds of hashing; "
                        + FEWEST_ROUNDS
                        + " to "
                        + MOST_ROUNDS
                        + " make sense");
    }

    private void checkServer(String serverFinal) throws SaslException {
        Optional<String> error = find(serverFinal, 'e');
        if (error.isPresent()) {
            throw new SaslException("the server refuses: " + error.get());
        }
        if (!MessageDigest.isEqual(decoded(attribute(serverFinal, 'v')), serverSignature)) {
            throw new SaslException("the server does not know the password itself");
        }
    }

    /// PBKDF2 with one block. [javax.crypto.SecretKeyFactory] would take the password as characters
    /// and refuses an empty one.
    private byte[] salted(byte[] password, byte[] salt, int rounds)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hash.mac());
        mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, hash.mac()));
        mac.update(salt);
        byte[] block = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] sum = block.clone();
        for (int i = 1; i < rounds; i++) {
            block = mac.doFinal(block);
            for (int j = 0; j < sum.length; j++) {
                sum[j] ^= block[j];
            }
        }
        return sum;
    }

    private byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hash.mac());
        mac.init(new SecretKeySpec(key, hash.mac()));
        return mac.doFinal(data);
    }

    private static String attribute(String message, char name) throws SaslException {
        return find(message, name)
                .orElseThrow(() -> new SaslException("the server's message has no '" + name + "'"));
    }

    private static Optional<String> find(String message, char name) {
        for (String part : message.split(",", -1)) {
            if (part.length() >= 2 && part.charAt(0) == name && part.charAt(1) == '=') {
                return Optional.of(part.substring(2));
            }
        }
        return Optional.empty();
    }

    private static byte[] decoded(String base64) throws SaslException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new SaslException("the server's message is no Base64", e);
        }
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String escaped(String name) {
        return name.replace("=", "=3D").replace(",", "=2C");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isComplete() {
        return step >= 3;
    }

    @Override
    public byte[] unwrap(byte[] incoming, int offset, int length) {
        throw new IllegalStateException("SCRAM has no security layer");
    }

    @Override
    public byte[] wrap(byte[] outgoing, int offset, int length) {
        throw new IllegalStateException("SCRAM has no security layer");
    }

    @Override
    public Object getNegotiatedProperty(String name) {
        return null;
    }

    @Override
    public void dispose() {
        serverSignature = new byte[0];
    }
}
