package org.domcaps.cli;

import org.domcaps.daemon.Daemon;
import org.domcaps.daemon.DaemonCheck;
import org.domcaps.daemon.DaemonOptions;
import org.domcaps.host.system.HostRoot;
import org.domcaps.library.DriverFactory;
import org.domcaps.library.Source;
import org.domcaps.rpc.client.ConnectOptions;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;

import java.io.OutputStream;
import java.util.List;

/// The daemon of this process.
final class HostServing implements Serving {

    private final DriverFactory drivers;

    HostServing(DriverFactory drivers) {
        this.drivers = drivers;
    }

    @Override
    public void serve(DaemonOptions options, Source source, OutputStream log) {
        new Daemon(options, System.getenv(), privileged(), log).run(drivers, source);
    }

    @Override
    public List<DaemonCheck.Step> check(String uri) {
        return DaemonCheck.run(
                ConnectUri.parse(uri),
                ConnectOptions.DEFAULT,
                new ClientEnvironment(HostRoot.THIS_MACHINE, System.getenv(), privileged()));
    }

    @Override
    public boolean privileged() {
        return DriverFactory.isRoot();
    }
}
