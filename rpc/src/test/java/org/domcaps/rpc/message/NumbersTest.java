package org.domcaps.rpc.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.rpc.message.Procedure.Access;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers of the protocol, compared with what is known of it from elsewhere.
class NumbersTest {

    /// Procedures that daemons of libvirt 9.0 call unknown, because they are events.
    private static final Set<Integer> EVENTS =
            Stream.of(
                            IntStream.of(107, 195, 224, 241, 248, 276, 292, 311, 315, 339, 346),
                            IntStream.of(348, 354, 359, 362, 363, 367, 370, 373, 376, 377, 379),
                            IntStream.of(382, 383, 385, 423, 438, 446),
                            IntStream.rangeClosed(169, 173),
                            IntStream.rangeClosed(268, 270),
                            IntStream.rangeClosed(318, 333))
                    .flatMap(IntStream::boxed)
                    .collect(Collectors.toSet());

    @Test
    void everyNumberIsAProcedureOrAnEvent() {
        Set<Integer> events = new HashSet<>();
        for (int number = 1; number <= Procedure.LAST; number++) {
            assertThat(Procedure.find(number).isEmpty()).isEqualTo(Procedure.isEvent(number));
            if (Procedure.isEvent(number)) {
                events.add(number);
            }
        }
        assertThat(events).isEqualTo(EVENTS);
    }

    @Test
    void numbersOutOfRangeAreNeither() {
        for (int number : new int[] {Integer.MIN_VALUE, -1, 0, 449, 9999, Integer.MAX_VALUE}) {
            assertThat(Procedure.find(number)).isEmpty();
            assertThat(Procedure.isEvent(number)).isFalse();
        }
    }

    @Test
    void rowsAreOrderedByNumber() {
        assertThat(Stream.of(Procedure.values()).map(Procedure::number))
                .isSorted()
                .doesNotHaveDuplicates();
        for (Procedure procedure : Procedure.values()) {
            assertThat(Procedure.find(procedure.number())).contains(procedure);
        }
    }

    @Test
    void rowsCarryTheNamesOfApiFunctions() {
        assertThat(Procedure.values())
                .allSatisfy(procedure -> assertThat(procedure.apiName()).startsWith("vir"));
        Procedure capabilities = Procedure.CONNECT_GET_DOMAIN_CAPABILITIES;
        assertThat(capabilities.number()).isEqualTo(342);
        assertThat(capabilities.apiName()).isEqualTo("virConnectGetDomainCapabilities");
        assertThat(capabilities.access()).isEqualTo(Access.WRITE);
        assertThat(capabilities.domain()).isEqualTo(ErrorDomain.DOMAIN);
    }

    @Test
    void programsAreFoundByNumberAndVersion() {
        for (Program program : Program.values()) {
            assertThat(Program.find(program.number(), 1)).contains(program);
            assertThat(Program.find(program.number(), 2)).isEmpty();
        }
        assertThat(Program.find(1_801_807_216, 1)).contains(Program.KEEPALIVE);
        assertThat(Program.find(0, 1)).isEmpty();
    }

    @Test
    void typesStatusesAndFeaturesAreFoundByNumber() {
        for (MessageType type : MessageType.values()) {
            assertThat(MessageType.find(type.number())).contains(type);
        }
        for (MessageStatus status : MessageStatus.values()) {
            assertThat(MessageStatus.find(status.number())).contains(status);
        }
        for (AuthType type : AuthType.values()) {
            assertThat(AuthType.find(type.number())).contains(type);
        }
        for (Feature feature : Feature.values()) {
            assertThat(Feature.find(feature.number())).contains(feature);
        }
        for (int number : List.of(-1, 7, 99)) {
            assertThat(MessageType.find(number)).isEmpty();
            assertThat(MessageStatus.find(number)).isEmpty();
            assertThat(AuthType.find(number)).isEmpty();
        }
        assertThat(Feature.find(16)).isEmpty();
    }
}
