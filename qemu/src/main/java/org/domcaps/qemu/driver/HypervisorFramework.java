package org.domcaps.qemu.driver;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.system.Command;
import org.domcaps.host.system.CommandResult;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Asks macOS whether this machine can do Hypervisor.framework: the kernel's setting
/// `kern.hv_support`.
final class HypervisorFramework {

    private static final Path SYSCTL = Path.of("/usr/sbin/sysctl");
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private HypervisorFramework() {}

    /// Whether this machine can.
    ///
    /// @throws DriverException if it could not be found out
    static boolean isSupported() {
        return isSupported(SYSCTL, DEADLINE);
    }

    /// As [#isSupported()], with another program; one that fails knows no such setting.
    static boolean isSupported(Path sysctl, Duration deadline) {
        List<String> line = List.of(sysctl.toString(), "-n", "kern.hv_support");
        return switch (new Command(line, Map.of("LC_ALL", "C"), deadline).run()) {
            case CommandResult.Exited(int status, byte[] output, _, _) ->
                    status == 0 && isSet(new String(output, StandardCharsets.UTF_8).strip());
            case CommandResult.Killed(int signal, _) ->
                    throw unclear(sysctl, "was killed by signal " + signal);
            case CommandResult.TimedOut(Duration time, _) ->
                    throw unclear(sysctl, "gave no answer within " + time.toMillis() + " ms");
            case CommandResult.NotStarted(String reason) ->
                    throw unclear(sysctl, "could not be started: " + reason);
        };
    }

    private static boolean isSet(String value) {
        return !value.isEmpty() && !value.equals("0");
    }

    private static DriverException unclear(Path sysctl, String what) {
        return new DriverException(
                ErrorCode.INTERNAL,
                ErrorDomain.QEMU,
                "cannot find out whether Hypervisor.framework is there: " + sysctl + " " + what);
    }
}
