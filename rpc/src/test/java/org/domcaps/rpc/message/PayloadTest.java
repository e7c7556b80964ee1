package org.domcaps.rpc.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.domcaps.rpc.xdr.XdrException;
import org.domcaps.rpc.xdr.XdrReader;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// Laws of all payloads: what was written reads as the same value; bytes cut short anywhere, and
/// bytes of any content, give a value or an [XdrException] and nothing else.
class PayloadTest {

    private static final int ROUNDS = 200;

    private static Set<Class<?>> kinds() {
        Set<Class<?>> kinds = new HashSet<>();
        collect(Payload.class, kinds);
        return kinds;
    }

    private static void collect(Class<?> type, Set<Class<?>> kinds) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(sub -> collect(sub, kinds));
        } else {
            kinds.add(type);
        }
    }

    /// The `read` of a record; records without content have none.
    private static Function<XdrReader, Payload> reader(Payload value) {
        if (value instanceof Arguments.None || value instanceof Result.Nothing) {
            return _ -> value;
        }
        return in -> {
            try {
                return (Payload)
                        value.getClass()
                                .getDeclaredMethod("read", XdrReader.class)
                                .invoke(null, in);
            } catch (InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        };
    }

    @Test
    void everyKindTakesPart() {
        Set<Class<?>> made = new HashSet<>();
        new RandomPayloads(1).oneOfEach().forEach(value -> made.add(value.getClass()));

        assertThat(made).isEqualTo(kinds());
    }

    @Test
    void whatWasWrittenReadsAsTheSameValue() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            for (Payload value : new RandomPayloads(seed).oneOfEach()) {
                XdrReader in = new XdrReader(value.toBytes());

                assertThat(reader(value).apply(in)).isEqualTo(value);
                assertThat(in.remaining()).as("left over of %s", value).isZero();
            }
        }
    }

    @Test
    void bytesThatAreCutShortAreRefused() {
        for (Payload value : new RandomPayloads(7).oneOfEach()) {
            byte[] bytes = value.toBytes();
            for (int length = 0; length < bytes.length; length += 1 + bytes.length / 100) {
                XdrReader in = new XdrReader(bytes, 0, length);

                assertThat(refusal(reader(value), in)).as("%s at %d", value, length).isTrue();
            }
        }
    }

    private static boolean refusal(Function<XdrReader, Payload> reader, XdrReader in) {
        try {
            Payload _ = reader.apply(in);
            return false;
        } catch (XdrException _) {
            return true;
        }
    }

    @Test
    void bytesBehindTheValueAreIgnored() {
        for (Payload value : new RandomPayloads(9).oneOfEach()) {
            byte[] bytes = value.toBytes();

            assertThat(reader(value).apply(new XdrReader(Arrays.copyOf(bytes, bytes.length + 9))))
                    .isEqualTo(value);
        }
    }

    @Test
    void anyBytesGiveAValueOrARefusal() {
        Random random = new Random(4711);
        List<Payload> values = new ArrayList<>(new RandomPayloads(3).oneOfEach());
        for (int round = 0; round < 2000; round++) {
            for (Payload value : values) {
                byte[] bytes = round % 2 == 0 ? noise(random) : damaged(random, value.toBytes());

                assertThatCode(() -> refusal(reader(value), new XdrReader(bytes)))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        // Small words are likelier to be taken for counts and truth values.
        for (int i = 0; i + 3 < bytes.length; i += 4) {
            if (random.nextInt(3) > 0) {
                Arrays.fill(bytes, i, i + 3, (byte) 0);
            }
        }
        return bytes;
    }

    private static byte[] damaged(Random random, byte[] bytes) {
        if (bytes.length > 0) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }
}
