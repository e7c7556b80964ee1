package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The daemon under something that behaves like systemd: it passes the listening socket as standard
/// input and waits for word.
@Tag("live")
class ServiceManagerLiveTest {

    private static final String MANAGER =
            """
            import os, signal, socket, subprocess, sys
            folder, command = sys.argv[1], sys.argv[2:]
            word = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            word.bind(folder + '/notify')
            word.settimeout(60)
            listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            listening.bind(folder + '/activated')
            listening.listen(5)
            def activated():
                os.environ.update(LISTEN_FDS='1', LISTEN_PID=str(os.getpid()),
                                  NOTIFY_SOCKET=folder + '/notify', JOURNAL_STREAM='1:1',
                                  XDG_CACHE_HOME=folder + '/cache')
                os.execv(command[0], command)
            pid = os.fork()
            if pid == 0:
                os.dup2(listening.fileno(), 0)
                activated()
            def told():
                print(word.recv(4096).decode().split('\\n')[0], flush=True)
            told()
            print(subprocess.run(['virsh', '-q', '-c',
                'qemu+unix:///system?socket=' + folder + '/activated', 'hostname'],
                stdout=subprocess.PIPE).returncode, flush=True)
            os.kill(pid, signal.SIGHUP)
            told()
            told()
            os.kill(pid, signal.SIGTERM)
            told()
            print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
            """;

    @TempDir Path folder;

    @Test
    void theDaemonServesThePassedSocketReloadsAndEndsCleanly() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/python3")), "python3 is missing");
        assumeTrue(Files.exists(Path.of("/usr/bin/virsh")), "virsh is missing");
        Path script = Files.writeString(folder.resolve("manager.py"), MANAGER);
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/python3", script.toString(), folder.toString()));
        command.addAll(ServedDaemon.command("serve"));

        Run run = ServedDaemon.run(folder, command.toArray(new String[0]));

        assertThat(run.out().lines())
                .as(run.err())
                .containsExactly("READY=1", "0", "RELOADING=1", "READY=1", "STOPPING=1", "0");
        assertThat(run.err())
                .contains("<6>event=started listen=\"inherited:")
                .contains("<6>event=reloaded")
                .contains("<6>event=stopped");
    }
}
