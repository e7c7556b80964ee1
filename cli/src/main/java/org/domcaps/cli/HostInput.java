package org.domcaps.cli;

import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.library.HostFiles;
import org.domcaps.library.HostOperand;
import org.domcaps.library.HostReader;
import org.domcaps.library.Source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The hosts that a command line names, read with progress. Hosts that cannot be read get a line on
/// standard error each, and the others go on.
final class HostInput {

    /// What a command that reads hosts says about its operands.
    static final String NOTE =
            "HOST is a file with a document (XML or JSON, of any libvirt release), a folder with"
                + " such files at any depth, a facts bundle, a .replies file, or - for standard"
                + " input; NAME=HOST gives it a name. Equal documents are kept once. A host that"
                + " cannot be read gets one line on standard error, the others go on, and the exit"
                + " code is 3.";

    private final Context context;
    private final Request request;

    /// @param request what is asked of facts bundles
    HostInput(Context context, Request request) {
        this.context = context;
        this.request = request;
    }

    /// What is asked of facts, by the options `--arch`, `--machine` and `--virttype` as far as the
    /// command has them.
    static Request request(Arguments arguments) {
        return new Request(
                Optional.empty(),
                arguments.find("arch"),
                arguments.find("machine"),
                arguments.find("virttype"),
                EnumSet.noneOf(Flag.class),
                Release.NEWEST);
    }

    /// Documents of the hosts that the words name.
    HostSet<DomainCapabilities> documents(List<String> words) {
        return read(words, HostReader.ofDocuments(request, this::open, context.shell().in()));
    }

    /// What a parser of a command's own makes of the hosts' texts.
    ///
    /// @param parser takes the bytes of one text
    /// @param ofDocument takes a document computed from facts
    <T> HostSet<T> read(
            List<String> words,
            Function<byte[], T> parser,
            Function<DomainCapabilities, T> ofDocument) {
        return read(
                words,
                new HostReader<>(
                        parser,
                        path -> {
                            try (Driver driver = open(path)) {
                                return ofDocument.apply(driver.domainCapabilities(request));
                            }
                        },
                        context.shell().in()));
    }

    private <T> HostSet<T> read(List<String> words, HostReader<T> reader) {
        HostFiles files = HostFiles.find(operands(words));
        HostSet<T> set;
        try (Progress progress = new Progress(context, "reading hosts")) {
            set = reader.read(files, progress);
        }
        for (UnreadHost unread : set.unread()) {
            context.notices().accept(unread.reason());
        }
        if (set.isEmpty()) {
            throw new DomcapsException(ErrorCode.SYSTEM, "no host could be read");
        }
        return set;
    }

    private Driver open(Path recording) {
        Source source =
                new Source(
                        Optional.of(recording),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty());
        return context.backend().sources().open(source, context.notices());
    }

    /// The words as operands.
    static List<HostOperand> operands(List<String> words) {
        if (words.stream().filter(word -> word.equals("-") || word.endsWith("=-")).count() > 1) {
            throw new UsageException("standard input can be read only once, so give - only once");
        }
        List<HostOperand> operands = new ArrayList<>(words.size());
        for (String word : words) {
            try {
                operands.add(HostOperand.parse(word));
            } catch (InvalidPathException e) {
                throw new UsageException("'" + word + "' is no path: " + e.getReason());
            }
        }
        return operands;
    }

    /// How a command ends that has its answer: [ExitCode#UNKNOWN] if a host could not be read.
    static ExitCode end(HostSet<?> hosts, ExitCode answer) {
        return hosts.unread().isEmpty() ? answer : ExitCode.UNKNOWN;
    }
}
