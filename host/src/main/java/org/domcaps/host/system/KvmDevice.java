package org.domcaps.host.system;

import java.util.OptionalLong;

/// The node `/dev/kvm`.
public interface KvmDevice {

    /// Opens the node for reading, as libvirt does for its questions.
    Opening open();

    /// How opening went.
    sealed interface Opening {

        /// The node is open; the caller closes it.
        record Opened(Handle handle) implements Opening {}

        /// There is no such node.
        record Missing() implements Opening {}

        /// The system refused, with the C library's words for the reason.
        record Refused(String reason) implements Opening {}

        /// It could not be tried, for example because Java may not call native code.
        record Untried(String cause) implements Opening {}
    }

    /// The open node.
    interface Handle extends AutoCloseable {

        /// ioctl `KVM_CHECK_EXTENSION`: the number that the kernel gives for a capability; 0 if it
        /// has none, negative if it failed.
        int checkExtension(int capability);

        /// ioctl `KVM_GET_MSRS` on the system descriptor, with one entry: the feature register's
        /// value. Empty if the kernel refused. A kernel that handles none of the entries leaves the
        /// value at 0, which counts as read.
        OptionalLong readFeatureMsr(int index);

        @Override
        void close();
    }
}
