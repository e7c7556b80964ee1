package org.domcaps.rpc.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Payloads of every kind with random content, the same for the same seed.
final class RandomPayloads {

    private static final String LETTERS = "aZ09_-./:<>' \u00fc\u20ac\uD83D\uDE00";

    private final Random random;

    RandomPayloads(long seed) {
        random = new Random(seed);
    }

    /// One of each record.
    List<Payload> oneOfEach() {
        return List.of(
                new Arguments.None(),
                new Arguments.Open(maybeText(), random.nextInt()),
                new Arguments.Number(random.nextInt()),
                new Arguments.Text(text()),
                new Arguments.OptionalText(maybeText()),
                new Arguments.DomainCapabilities(choice(), random.nextInt()),
                new Arguments.CpuModelNames(text(), random.nextBoolean(), random.nextInt()),
                new Arguments.CompareCpu(text(), random.nextInt()),
                new Arguments.BaselineCpu(texts(Limits.BASELINE_CPUS), random.nextInt()),
                new Arguments.CompareHypervisorCpu(choice(), text(), random.nextInt()),
                new Arguments.BaselineHypervisorCpu(
                        choice(), texts(Limits.BASELINE_CPUS), random.nextInt()),
                new Arguments.ListAll(random.nextBoolean(), random.nextInt()),
                new Arguments.DeviceCount(maybeText(), random.nextInt()),
                new Arguments.DeviceNames(maybeText(), random.nextInt(), random.nextInt()),
                new Arguments.SaslStart(text(), sasl()),
                new Arguments.SaslStep(sasl()),
                new Result.Nothing(),
                new Result.Text(text()),
                new Result.Number(random.nextInt()),
                new Result.Version(random.nextLong()),
                new Result.AuthTypes(random.ints(random.nextInt(21)).boxed().toList()),
                new Result.SaslProgress(random.nextBoolean(), sasl()),
                nodeInfo(),
                new Result.CpuModelNames(texts(500), random.nextInt()),
                new Result.Names(texts(500)),
                new Result.NoObjects(),
                new Result.NoRecords(),
                error());
    }

    private ErrorRecord error() {
        return new ErrorRecord(
                random.nextInt(),
                random.nextInt(),
                maybeText(),
                random.nextInt(),
                maybeText(),
                maybeText(),
                maybeText(),
                random.nextInt(),
                random.nextInt());
    }

    private Result.NodeInfo nodeInfo() {
        return new Result.NodeInfo(
                "cpu" + random.nextInt(),
                random.nextLong(),
                random.nextInt(),
                random.nextInt(),
                random.nextInt(),
                random.nextInt(),
                random.nextInt(),
                random.nextInt());
    }

    private EmulatorChoice choice() {
        return new EmulatorChoice(maybeText(), maybeText(), maybeText(), maybeText());
    }

    private SaslData sasl() {
        if (random.nextBoolean()) {
            return SaslData.NONE;
        }
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return new SaslData(Optional.of(bytes));
    }

    private Optional<String> maybeText() {
        return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
    }

    private List<String> texts(int limit) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(limit + 1); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
