package org.domcaps.rpc.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// Payloads of every kind with random content, the same for the same seed.
final class RandomPayloads {

    private static final String LETTERS = "aZ09_-./:<>' \u00fc\u20ac\uD83D\uDE00";

    private final Random random;

    RandomPayloads(long seed) {
        random = new Random(seed);
    }

    /// One of each record.
    List<Payload> oneOfEach() {
        List<Payload> all = new ArrayList<>(aboutTheSession());
        all.addAll(aboutObjects());
        all.addAll(aboutTheNode());
        return all;
    }

    private List<Payload> aboutObjects() {
        return List.of(
                new ObjectArguments.Uuid(uuid()),
                new ObjectArguments.SecretUsage(random.nextInt(), text()),
                new ObjectArguments.Definition(text(), random.nextInt()),
                new ObjectArguments.Pool(pool()),
                new ObjectArguments.PoolWithFlags(pool(), random.nextInt()),
                new ObjectArguments.PoolAutostart(pool(), random.nextBoolean()),
                new ObjectArguments.VolumeNames(pool(), random.nextInt()),
                new ObjectArguments.AllVolumes(pool(), random.nextBoolean(), random.nextInt()),
                new ObjectArguments.VolumeName(pool(), text()),
                new ObjectArguments.VolumeDefinition(pool(), text(), random.nextInt()),
                new ObjectArguments.VolumeClone(pool(), text(), volume(), random.nextInt()),
                new ObjectArguments.Volume(volume()),
                new ObjectArguments.VolumeWithFlags(volume(), random.nextInt()),
                new ObjectArguments.EventWish(random.nextInt(), random.nextBoolean()),
                new ObjectResult.Pool(pool()),
                new ObjectResult.Pools(List.of(pool(), pool()), random.nextInt()),
                new ObjectResult.PoolInfo(
                        random.nextInt(), random.nextLong(), random.nextLong(), random.nextLong()),
                new ObjectResult.Volume(volume()),
                new ObjectResult.Volumes(List.of(volume()), random.nextInt()),
                new ObjectResult.VolumeInfo(
                        random.nextInt(), random.nextLong(), random.nextLong()));
    }

    private List<Payload> aboutTheNode() {
        return List.of(
                new NodeArguments.FreeCells(random.nextInt(), random.nextInt()),
                new NodeArguments.CpuStatistics(
                        random.nextInt(), random.nextInt(), random.nextInt()),
                new NodeArguments.MemoryStatistics(
                        random.nextInt(), random.nextInt(), random.nextInt()),
                new NodeArguments.CpuMap(
                        random.nextBoolean(), random.nextBoolean(), random.nextInt()),
                new NodeArguments.FreePages(
                        List.of(4, 2048), random.nextInt(), random.nextInt(), random.nextInt()),
                new NodeResult.CpuMap(
                        List.of((byte) -1, (byte) 3, (byte) 0), random.nextInt(), random.nextInt()),
                new NodeResult.Size(random.nextLong()),
                new NodeResult.Sizes(List.of(random.nextLong(), random.nextLong())),
                new NodeResult.Figures(
                        List.of(new NodeResult.Figure(text(), random.nextLong())),
                        random.nextInt()));
    }

    private StoragePool pool() {
        return new StoragePool(text(), uuid());
    }

    private StorageVolume volume() {
        return new StorageVolume(text(), text(), text());
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private List<Payload> aboutTheSession() {
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
