package org.domcaps.host;

import org.domcaps.host.system.FileFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The state of a device node: whatever decides who can open it. Access control lists show in the
/// time of change.
public sealed interface DeviceNode {

    /// The node exists.
    ///
    /// @param device major and minor number as the kernel codes them
    /// @param changed when the node's attributes changed, in nanoseconds since 1970
    /// @param mode type and permissions
    /// @param uid its owner
    /// @param gid its group
    record Present(long device, long changed, int mode, int uid, int gid) implements DeviceNode {}

    /// There is no such node.
    record Missing() implements DeviceNode {}

    /// The node cannot be looked at.
    record Unknown(String reason) implements DeviceNode {
        /// Checks that the reason is given.
        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /// Looks at a node.
    static DeviceNode read(Path node) {
        try {
            Map<String, Object> attributes =
                    Files.readAttributes(node, "unix:rdev,ctime,mode,uid,gid");
            return new Present(
                    ((Number) attributes.get("rdev")).longValue(),
                    ((FileTime) attributes.get("ctime")).to(TimeUnit.NANOSECONDS),
                    (Integer) attributes.get("mode"),
                    (Integer) attributes.get("uid"),
                    (Integer) attributes.get("gid"));
        } catch (NoSuchFileException _) {
            return new Missing();
        } catch (IOException e) {
            return new Unknown(FileFault.reason(e));
        }
    }

    /// All of it as text.
    default String text() {
        StringBuilder text = new StringBuilder();
        if (this instanceof Present node) {
            text.append(node.device).append(',').append(node.changed).append(',').append(node.mode);
            text.append(',').append(node.uid).append(',').append(node.gid);
        } else if (this instanceof Unknown unknown) {
            text.append("unknown ").append(unknown.reason);
        } else {
            text.append("missing");
        }
        return text.toString();
    }
}
