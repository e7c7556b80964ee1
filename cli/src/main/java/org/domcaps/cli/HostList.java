package org.domcaps.cli;

import org.domcaps.decide.check.DocumentsHost;
import org.domcaps.decide.check.DriverHost;
import org.domcaps.decide.check.HostCapabilities;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.decide.suggest.DocumentOffers;
import org.domcaps.decide.suggest.DriverOffers;
import org.domcaps.decide.suggest.OfferedHost;
import org.domcaps.document.DocumentBytes;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Driver;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.library.HostFile;
import org.domcaps.library.HostFiles;
import org.domcaps.library.HostReader;
import org.domcaps.library.Source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The hosts that definitions are held against: this one or a recording through a driver, or those
/// of `--capabilities`. Closing it closes the drivers.
final class HostList implements AutoCloseable {

    /// What help pages say about `--capabilities`.
    static final String NOTE =
            "Without --capabilities the host is this one, or the recording of --replay. A HOST of"
                    + " --capabilities is a file with a document (XML or JSON, of any libvirt"
                    + " release), a folder with such files at any depth, a facts bundle, a .replies"
                    + " file, or - for standard input; NAME=HOST gives it a name. A document knows"
                    + " just its own machine type; a bundle knows all of its host. A host that"
                    + " cannot be read gets one line on standard error, and the exit code is 3.";

    private final Context context;
    private final Release release;
    private final List<HostCapabilities> hosts = new ArrayList<>();
    private final List<OfferedHost> offered = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private boolean complete = true;

    private HostList(Context context, Release release) {
        this.context = context;
        this.release = release;
    }

    /// Opens the hosts that the options name.
    ///
    /// @throws DomcapsException if there is none
    static HostList open(Arguments arguments, Context context) {
        HostList list =
                new HostList(context, OptionValues.generation(arguments).orElse(Release.NEWEST));
        try {
            if (arguments.all("capabilities").isEmpty()) {
                Source source = OptionValues.source(arguments, List.of());
                list.addDriver(
                        arguments.find("replay").orElse("this host"),
                        context.backend().sources().open(source, context.notices()));
            } else {
                list.addFiles(arguments);
            }
            if (list.hosts.isEmpty()) {
                throw new DomcapsException(ErrorCode.SYSTEM, "no host could be read");
            }
            return list;
        } catch (DomcapsException e) {
            list.close();
            throw e;
        }
    }

    /// The hosts; those with equal documents are one.
    List<HostCapabilities> hosts() {
        return hosts;
    }

    /// The same hosts as a guest may be made for.
    List<OfferedHost> offered() {
        return offered;
    }

    /// Whether every host that was named could be read.
    boolean isComplete() {
        return complete;
    }

    private void addFiles(Arguments arguments) {
        for (String option : List.of("replay", "host-facts")) {
            if (arguments.has(option)) {
                throw new UsageException(
                        "--capabilities names the hosts, so it does not go with --" + option);
            }
        }
        HostFiles files = HostFiles.find(HostInput.operands(arguments.all("capabilities")));
        List<HostFile> texts = new ArrayList<>();
        List<HostFile> facts = new ArrayList<>();
        for (HostFile file : files.files()) {
            (file.form() == HostFile.Form.FACTS ? facts : texts).add(file);
        }
        HostSet<DomainCapabilities> set;
        try (Progress progress = new Progress(context, "reading hosts")) {
            set =
                    new HostReader<>(
                                    bytes -> DocumentBytes.read(bytes).capabilities(),
                                    path -> {
                                        throw new IllegalStateException(
                                                path + " is no document but facts");
                                    },
                                    context.shell().in())
                            .read(new HostFiles(texts, files.unread()), progress);
        }
        for (HostGroup<DomainCapabilities> group : set.groups()) {
            List<DomainCapabilities> documents = List.of(group.content());
            hosts.add(new DocumentsHost(group.label(), documents));
            offered.add(new DocumentOffers(group.label(), documents));
        }
        for (UnreadHost unread : set.unread()) {
            complete = false;
            context.notices().accept(unread.reason());
        }
        facts.forEach(file -> addFacts(file.host(), file.path()));
    }

    private void addFacts(String name, Path path) {
        Source source =
                new Source(Optional.of(path), Optional.empty(), List.of(), false, Optional.empty());
        try {
            addDriver(name, context.backend().sources().open(source, context.notices()));
        } catch (DomcapsException e) {
            complete = false;
            context.notices().accept(path + ": " + e.libvirtMessage());
        }
    }

    private void addDriver(String name, Driver driver) {
        drivers.add(driver);
        hosts.add(new DriverHost(name, driver, release));
        offered.add(new DriverOffers(name, driver, release));
    }

    @Override
    public void close() {
        drivers.forEach(Driver::close);
    }
}
