package org.domcaps.decide;

import org.domcaps.document.Block;
import org.domcaps.document.CpuFeature;
import org.domcaps.document.Detail;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.FeaturePolicy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Documents of real emulators, as the recordings of this project give them, and hosts that differ
/// from them a little.
public final class RecordedDocuments {

    private static final Path RECORDINGS = Path.of("../qemu/src/test/resources/recordings");

    private RecordedDocuments() {}

    /// The document of a case: `qemu-7.2/default`.
    public static DomainCapabilities read(String name) {
        int slash = name.indexOf('/');
        Path file =
                RECORDINGS
                        .resolve(name.substring(0, slash))
                        .resolve("cases")
                        .resolve(name.substring(slash + 1))
                        .resolve("expected.xml");
        try {
            return DocumentReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Documents of several emulators under KVM, all of one host.
    public static List<DomainCapabilities> several() {
        return List.of(
                read("qemu-7.2/default"),
                read("qemu-7.2/q35"),
                read("qemu-10.0/default"),
                read("qemu-10.0/q35"),
                read("qemu-11.1/default"),
                read("qemu-11.1/q35"));
    }

    /// The same host but for some CPU features that it does not have, and its address size.
    public static DomainCapabilities varied(DomainCapabilities document, Random random) {
        Detail.HostModel model = document.hostModel().orElseThrow();
        List<CpuFeature> features = new ArrayList<>();
        for (CpuFeature feature : model.features()) {
            if (feature.policy() == FeaturePolicy.REQUIRE && random.nextInt(12) == 0) {
                if (random.nextBoolean()) {
                    features.add(new CpuFeature(FeaturePolicy.DISABLE, feature.name()));
                }
            } else {
                features.add(feature);
            }
        }
        int bits = 40 + random.nextInt(3) * 6;
        return withHostModel(
                document,
                new Detail.HostModel(
                        model.model(),
                        model.fallback(),
                        model.vendor(),
                        Optional.of(new Detail.MaxPhysAddr("passthrough", bits)),
                        features));
    }

    /// A document whose host-model also requires a feature.
    public static DomainCapabilities withFeature(DomainCapabilities document, String feature) {
        Detail.HostModel model = document.hostModel().orElseThrow();
        List<CpuFeature> features = new ArrayList<>(model.features());
        features.add(new CpuFeature(FeaturePolicy.REQUIRE, feature));
        return withHostModel(
                document,
                new Detail.HostModel(
                        model.model(),
                        model.fallback(),
                        model.vendor(),
                        model.maxPhysAddr(),
                        features));
    }

    /// The same document with another host-model.
    public static DomainCapabilities withHostModel(
            DomainCapabilities document, Detail.HostModel model) {
        EnumMap<Element, Block> blocks = new EnumMap<>(document.blocks());
        blocks.put(Element.HOST_MODEL, Block.of(List.of(), model));
        return with(document, blocks);
    }

    /// The same document with other blocks.
    public static DomainCapabilities with(
            DomainCapabilities document, EnumMap<Element, Block> blocks) {
        return new DomainCapabilities(
                document.path(),
                document.domain(),
                document.machine(),
                document.arch(),
                document.vcpuMax(),
                blocks,
                document.extras());
    }

    /// The same document about another machine type.
    public static DomainCapabilities withMachine(DomainCapabilities document, String machine) {
        return new DomainCapabilities(
                document.path(),
                document.domain(),
                Optional.of(machine),
                document.arch(),
                document.vcpuMax(),
                document.blocks(),
                document.extras());
    }
}
