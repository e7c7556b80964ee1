package org.domcaps.cli;

import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.DocumentBytes;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The hosts that a command line names, read with progress: those of its words, or the one that the
/// source options name. Hosts that cannot be read get a line on standard error each, and the others
/// go on. Closing it closes the drivers that are still of use.
final class HostInput implements AutoCloseable {

    /// What every command that reads hosts says about them.
    static final String NOTE =
            "A HOST is a file with a document (XML or JSON, of any libvirt release), a folder with"
                + " such files at any depth, a facts bundle, a .replies file, the URI of a daemon"
                + " (qemu+ssh://root@rack12/system), or - for standard input; NAME=HOST gives it a"
                + " name. Without any it is this host, or that of --connect or --replay. Equal"
                + " documents are kept once. A host that cannot be read gets one line on standard"
                + " error, the others go on, and the exit code is 3.";

    private static final List<String> ONE_HOST = List.of("connect", "replay", "host-facts");

    private final Arguments arguments;
    private final Context context;
    private final Request request;
    private final List<Driver> drivers = new ArrayList<>();

    /// @param arguments with the source options, and with `--arch`, `--machine` and `--virttype` as
    ///   far as the command has them: these are asked of all that is no document
    HostInput(Arguments arguments, Context context) {
        this.arguments = arguments;
        this.context = context;
        this.request =
                new Request(
                        Optional.empty(),
                        arguments.find("arch"),
                        arguments.find("machine"),
                        arguments.find("virttype"),
                        EnumSet.noneOf(Flag.class),
                        OptionValues.generation(arguments).orElse(Release.NEWEST));
    }

    /// Documents of the hosts that the words name.
    ///
    /// @param what what the words are to the user, such as `HOST` or `--capabilities`
    HostSet<DomainCapabilities> documents(String what, List<String> words) {
        return read(
                what,
                words,
                bytes -> DocumentBytes.read(bytes).capabilities(),
                Function.identity());
    }

    /// Documents of the hosts of one word, where the source options are about other hosts.
    HostSet<DomainCapabilities> other(String word) {
        return named(
                List.of(word),
                bytes -> DocumentBytes.read(bytes).capabilities(),
                source -> answer(source, Function.identity()));
    }

    /// What a parser of a command's own makes of the hosts' texts.
    ///
    /// @param parser takes the bytes of one text
    /// @param ofDocument takes the document that a host answered
    <T> HostSet<T> read(
            String what,
            List<String> words,
            Function<byte[], T> parser,
            Function<DomainCapabilities, T> ofDocument) {
        return hosts(what, words, parser, source -> answer(source, ofDocument));
    }

    private <T> T answer(Source source, Function<DomainCapabilities, T> ofDocument) {
        try (Driver driver = open(source)) {
            return ofDocument.apply(driver.domainCapabilities(request));
        }
    }

    /// The hosts for more than one question.
    HostSet<HostAnswer> answers(String what, List<String> words) {
        return this.<HostAnswer>hosts(
                what,
                words,
                bytes -> new HostAnswer.Written(DocumentBytes.read(bytes).capabilities()),
                source -> {
                    Driver driver = open(source);
                    drivers.add(driver);
                    return new HostAnswer.Asked(driver, request.release());
                });
    }

    private <T> HostSet<T> hosts(
            String what,
            List<String> words,
            Function<byte[], T> parser,
            Function<Source, T> ofSource) {
        if (words.isEmpty()) {
            Source here = OptionValues.source(arguments, List.of());
            return HostSet.of(nameOfOne(), ofSource.apply(here));
        }
        for (String option : ONE_HOST) {
            if (arguments.has(option)) {
                throw new UsageException(
                        what
                                + " names the hosts, so --"
                                + option
                                + " has no effect; leave one of them out");
            }
        }
        return named(words, parser, ofSource);
    }

    private <T> HostSet<T> named(
            List<String> words, Function<byte[], T> parser, Function<Source, T> ofSource) {
        HostFiles files = HostFiles.find(operands(words));
        HostReader<T> reader =
                new HostReader<>(
                        parser, source -> ofSource.apply(patient(source)), context.shell().in());
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

    private String nameOfOne() {
        return arguments.find("connect").or(() -> arguments.find("replay")).orElse("this host");
    }

    /// The source with the patience that the command line asks for.
    private Source patient(Source source) {
        return new Source(
                source.replay(),
                source.hostFacts(),
                source.emulators(),
                source.cache(),
                OptionValues.probeTimeout(arguments),
                source.connect());
    }

    private Driver open(Source source) {
        return context.backend().sources().open(source, context.notices());
    }

    private static List<HostOperand> operands(List<String> words) {
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

    @Override
    public void close() {
        drivers.forEach(Driver::close);
    }
}
