package org.domcaps.bench;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.QemuDriver;
import org.domcaps.qemu.driver.ReplayedEmulators;
import org.domcaps.qemu.qmp.Recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// The documents of a made-up fleet: those of real emulators, recorded in this project, each host
/// kind with some CPU features switched off at random. The same seed gives the same fleet.
final class Fleet {

    /// How many different documents there are.
    static final int KINDS = 600;

    private static final long SEED = 20_26;
    private static final int MOST_SWITCHED_OFF = 4;
    private static final String REQUIRE = "<feature policy='require'";

    private final List<byte[]> kinds = new ArrayList<>();

    /// Computes the documents from the recordings of a checkout.
    Fleet(Path root) {
        Random random = new Random(SEED);
        List<String> texts = originals(root);
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < KINDS) {
            made.add(varied(texts.get(random.nextInt(texts.size())), random));
        }
        for (String text : made) {
            kinds.add(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> originals(Path root) {
        Path recordings = root.resolve("qemu/src/test/resources/recordings");
        List<String> texts = new ArrayList<>();
        for (String name :
                List.of(
                        "qemu-7.2/caps_7.2.22_x86_64",
                        "qemu-10.0/caps_10.0.13_x86_64",
                        "qemu-11.1/caps_11.1.3_x86_64")) {
            Path recording = recordings.resolve(name + ".replies.gz");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(recording));
                    QemuDriver driver =
                            new QemuDriver(
                                    ReplayedEmulators.single(Recording.parse(in.readAllBytes())),
                                    HostSource.given(
                                            Bundle.readHostFacts(
                                                    recording.resolveSibling(
                                                            "host-facts.json"))))) {
                for (String machine : List.of("pc", "q35")) {
                    DomainCapabilities document =
                            driver.domainCapabilities(Request.defaults().withMachine(machine));
                    byte[] text = DocumentWriter.write(document, Release.NEWEST);
                    texts.add(new String(text, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new BenchException("cannot read " + recording + ": " + e.getMessage(), e);
            }
        }
        return texts;
    }

    /// The same document with a few features of the host-model switched off.
    private static String varied(String text, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(REQUIRE); at >= 0; at = text.indexOf(REQUIRE, at + 1)) {
            places.add(at);
        }
        StringBuilder varied = new StringBuilder(text);
        int count = 1 + random.nextInt(MOST_SWITCHED_OFF);
        Set<Integer> chosen = new LinkedHashSet<>();
        while (chosen.size() < Math.min(count, places.size())) {
            chosen.add(places.get(random.nextInt(places.size())));
        }
        // 'disable' is as long as 'require', so that places stay.
        chosen.forEach(
                at -> varied.replace(at, at + REQUIRE.length(), "<feature policy='disable'"));
        return varied.toString();
    }

    /// Bytes of all documents of so many hosts.
    long bytes(int hosts) {
        long bytes = 0;
        for (int i = 0; i < hosts; i++) {
            bytes += kinds.get(i % KINDS).length;
        }
        return bytes;
    }

    /// Writes a folder with a file for each host. Equal documents are one file under several names,
    /// which a reader cannot tell and which spares the disk.
    void write(Path folder, int hosts) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < hosts; i++) {
                Path file = folder.resolve("host" + i + ".xml");
                if (i < KINDS) {
                    Files.write(file, kinds.get(i));
                } else {
                    Files.createLink(file, folder.resolve("host" + i % KINDS + ".xml"));
                }
            }
        } catch (IOException e) {
            throw new BenchException("cannot write the fleet: " + e.getMessage(), e);
        }
    }
}
