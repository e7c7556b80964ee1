package org.domcaps.rpc.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class MechanismsTest {

    private static final Optional<Login> LOGIN = Optional.of(new Login("u", "p"));

    @ParameterizedTest(name = "{0}, wanted {1}, confidential {2}")
    @CsvSource({
        "PLAIN|SCRAM-SHA-1|SCRAM-SHA-256, '', true, SCRAM-SHA-256",
        "PLAIN|DIGEST-MD5|SCRAM-SHA-256|SCRAM-SHA-512, '', true, SCRAM-SHA-512",
        "PLAIN|DIGEST-MD5|SCRAM-SHA-256, '', false, DIGEST-MD5",
        "PLAIN|DIGEST-MD5|SCRAM-SHA-256, PLAIN, true, PLAIN",
        "PLAIN|DIGEST-MD5|SCRAM-SHA-256, scram-sha-256, true, SCRAM-SHA-256",
        "CRAM-MD5|PLAIN, '', true, CRAM-MD5",
        "EXTERNAL, '', true, EXTERNAL",
    })
    void theStrongestThatFitsIsChosen(
            String offered, String wanted, boolean confidential, String chosen) {
        assertThat(
                        Mechanisms.client(
                                        List.of(offered.split("\\|")),
                                        Optional.of(wanted).filter(w -> !w.isEmpty()),
                                        "h",
                                        confidential,
                                        LOGIN)
                                .getMechanismName())
                .isEqualTo(chosen);
    }

    @ParameterizedTest(name = "{0}, wanted {1}, confidential {2}")
    @CsvSource({
        "PLAIN|SCRAM-SHA-256, '', false, keep the rest secret",
        "PLAIN, SCRAM-SHA-256, true, the URI wants SCRAM-SHA-256",
        "OTP, '', true, offers SASL with OTP",
        "'', '', true, with nothing",
    })
    void whatCannotBeDoneIsRefusedClearly(
            String offered, String wanted, boolean confidential, String words) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() ->
                        Mechanisms.client(
                                offered.isEmpty() ? List.of() : List.of(offered.split("\\|")),
                                Optional.of(wanted).filter(w -> !w.isEmpty()),
                                "h",
                                confidential,
                                LOGIN))
                .withMessageContaining(words);
    }

    @Test
    void withoutALoginTheRefusalSaysHowToGiveOne() {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() ->
                        Mechanisms.client(
                                List.of("PLAIN"), Optional.empty(), "h", true, Optional.empty()))
                .withMessageContaining("auth.conf");
    }
}
