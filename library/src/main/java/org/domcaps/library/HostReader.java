package org.domcaps.library;

import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.DocumentBytes;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.host.system.FileFault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads what many hosts say.
///
/// Each text is read into memory once and parsed only if no other host had the very same bytes, so
/// that time goes with the number of files and memory with the number of different contents. A host
/// that cannot be read becomes an [UnreadHost] and the others go on.
///
/// @param <T> what a host says, a value with `equals` and `hashCode`
public final class HostReader<T> {

    /// Some thirty times the longest document there is; what is longer is refused instead of kept.
    public static final int MOST_BYTES = 4 << 20;

    private final Function<byte[], T> parser;
    private final Function<Source, T> ofSource;
    private final InputStream standardInput;

    /// A reader of one kind of content.
    ///
    /// @param parser makes a value of a text, throwing [DomcapsException] if it cannot
    /// @param ofSource makes a value of a facts bundle, a `.replies` file or a daemon, likewise
    /// @param standardInput what `-` reads; it stays open
    public HostReader(
            Function<byte[], T> parser, Function<Source, T> ofSource, InputStream standardInput) {
        this.parser = Objects.requireNonNull(parser, "parser");
        this.ofSource = Objects.requireNonNull(ofSource, "ofSource");
        this.standardInput = Objects.requireNonNull(standardInput, "standardInput");
    }

    /// A reader of documents: in XML or JSON, of any release, computed from facts, or a daemon's.
    ///
    /// @param request what is asked of facts and daemons
    /// @param drivers opens the driver of a facts bundle, a `.replies` file or a daemon
    /// @param standardInput what `-` reads
    public static HostReader<DomainCapabilities> ofDocuments(
            Request request, Function<Source, Driver> drivers, InputStream standardInput) {
        return new HostReader<>(
                bytes -> DocumentBytes.read(bytes).capabilities(),
                source -> answer(request, drivers.apply(source)),
                standardInput);
    }

    private static DomainCapabilities answer(Request request, Driver opened) {
        try (Driver driver = opened) {
            return driver.domainCapabilities(request);
        }
    }

    /// Reads every file.
    public HostSet<T> read(HostFiles files, ReadProgress progress) {
        HostSet.Builder<T> set = new HostSet.Builder<>();
        files.unread().forEach(set::addUnread);
        Map<ByteBuffer, Parsed<T>> met = new HashMap<>();
        MessageDigest digest = sha256();
        List<HostFile> all = files.files();
        for (int i = 0; i < all.size(); i++) {
            HostFile file = all.get(i);
            Parsed<T> parsed = read(file, met, digest);
            if (parsed.content().isPresent()) {
                set.add(file.host(), parsed.content().get());
            } else {
                set.addUnread(new UnreadHost(file.host(), file.place(), parsed.where(file)));
            }
            progress.read(i + 1, all.size());
        }
        return set.build();
    }

    private Parsed<T> read(HostFile file, Map<ByteBuffer, Parsed<T>> met, MessageDigest digest) {
        Optional<Source> source = file.source();
        if (source.isPresent()) {
            return parsed(() -> ofSource.apply(source.get()));
        }
        byte[] bytes;
        try {
            bytes = bytes(file);
        } catch (IOException e) {
            return Parsed.fault("cannot be read: " + FileFault.reason(e));
        }
        if (bytes.length > MOST_BYTES) {
            return Parsed.fault("larger than the limit of " + MOST_BYTES + " bytes");
        }
        ByteBuffer key = ByteBuffer.wrap(digest.digest(bytes));
        Parsed<T> known = met.get(key);
        if (known == null) {
            known = parsed(() -> parser.apply(bytes));
            met.put(key, known);
        }
        return known;
    }

    private byte[] bytes(HostFile file) throws IOException {
        if (file.form() == HostFile.Form.STANDARD_INPUT) {
            return standardInput.readNBytes(MOST_BYTES + 1);
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static <T> Parsed<T> parsed(Supplier<T> source) {
        try {
            return new Parsed<>(Optional.of(source.get()), "");
        } catch (DomcapsException e) {
            return Parsed.fault(e.getMessage());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// What a text gave: a content, or the reason why there is none.
    private record Parsed<T>(Optional<T> content, String reason) {
        private static <T> Parsed<T> fault(String reason) {
            return new Parsed<>(Optional.empty(), reason);
        }

        /// The reason with the place, which some reasons name themselves.
        private String where(HostFile file) {
            return reason.startsWith(file.place()) ? reason : file.place() + ": " + reason;
        }
    }
}
