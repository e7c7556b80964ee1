package org.domcaps.rpc.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import javax.security.sasl.SaslException;

/// The conversations that the RFCs print.
class ScramClientTest {

    private static final Login LOGIN = new Login("user", "pencil");

    private static final String NONCE_256 = "rOprNGfwEbeRWgbNEkqO";
    private static final String FIRST_256 =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private static final String LAST_256 = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    private static String step(ScramClient client, String challenge) throws SaslException {
        return new String(client.evaluateChallenge(challenge.getBytes(UTF_8)), UTF_8);
    }

    @Test
    void speaksAsInRfc7677() throws Exception {
        ScramClient client = new ScramClient(ScramHash.SHA_256, LOGIN, NONCE_256);

        assertThat(client.getMechanismName()).isEqualTo("SCRAM-SHA-256");
        assertThat(step(client, "")).isEqualTo("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
        assertThat(step(client, FIRST_256))
                .isEqualTo(
                        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(client.isComplete()).isFalse();
        assertThat(step(client, LAST_256)).isEmpty();
        assertThat(client.isComplete()).isTrue();
    }

    @Test
    void speaksAsInRfc5802() throws Exception {
        ScramClient client = new ScramClient(ScramHash.SHA_1, LOGIN, "fyko+d2lbbFgONRv9qkxdawL");

        step(client, "");
        assertThat(
                        step(
                                client,
                                "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                        + "s=QSXCR+Q6sek8bf92,i=4096"))
                .endsWith("p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=");
        step(client, "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=");
        assertThat(client.isComplete()).isTrue();
    }

    @Test
    void escapesWhatTheFormUsesItself() throws Exception {
        ScramClient client = new ScramClient(ScramHash.SHA_256, new Login("a=b,c", "x"), "n");

        assertThat(step(client, "")).isEqualTo("n,,n=a=3Db=2Cc,r=n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
                "v=x",
                "v=***",
                "e=invalid-proof",
                "",
            })
    void doesNotBelieveAServerThatDoesNotKnowThePassword(String last) throws Exception {
        ScramClient client = new ScramClient(ScramHash.SHA_256, LOGIN, NONCE_256);
        step(client, "");
        step(client, FIRST_256);

        assertThatExceptionOfType(SaslException.class).isThrownBy(() -> step(client, last));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "r=somebodyElses,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO1,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1",
                "r=rOprNGfwEbeRWgbNEkqO1,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=2000000000",
                "r=rOprNGfwEbeRWgbNEkqO1,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=x",
                "r=rOprNGfwEbeRWgbNEkqO1,s=###,i=4096",
                "r=rOprNGfwEbeRWgbNEkqO1,i=4096",
            })
    void refusesAServerThatBreaksTheForm(String first) throws Exception {
        ScramClient client = new ScramClient(ScramHash.SHA_256, LOGIN, NONCE_256);
        step(client, "");

        assertThatExceptionOfType(SaslException.class).isThrownBy(() -> step(client, first));
    }

    @Test
    void noncesAreFresh() throws Exception {
        assertThat(step(new ScramClient(ScramHash.SHA_256, LOGIN), ""))
                .isNotEqualTo(step(new ScramClient(ScramHash.SHA_256, LOGIN), ""));
    }

    @Test
    void passwordsAreNotPrinted() {
        assertThat(LOGIN.toString()).contains("user").doesNotContain("pencil");
    }
}
