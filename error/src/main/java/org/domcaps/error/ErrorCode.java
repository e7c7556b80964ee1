package org.domcaps.error;

/// Error codes of the libvirt API that this system can answer with (`virErrorNumber` in libvirt's
/// public header).
public enum ErrorCode {
    /// Something failed that the caller could not foresee: a probe, a broken reply.
    INTERNAL(1, "internal error: "),
    /// The hypervisor driver does not offer the call.
    NO_SUPPORT(3, "this function is not supported by the connection driver: "),
    /// Nobody here answers for that URI.
    NO_CONNECTION_DRIVER(5, "no connection driver available for "),
    /// An argument of the call is wrong or does not fit this host.
    INVALID_ARGUMENT(8, "invalid argument: "),
    /// An operation failed at what it had to do.
    OPERATION_FAILED(9, "operation failed: "),
    /// A document or definition is not well formed, or not of the expected form.
    XML(27, "XML error: "),
    /// The connection is read-only.
    OPERATION_DENIED(29, "operation forbidden: "),
    /// A document is not even XML; the message is the parser's.
    XML_DETAIL(35, ""),
    /// The operating system refused something; the message ends with its reason.
    SYSTEM(38, ""),
    /// The wire protocol was broken, or a call came at the wrong time.
    RPC(39, ""),
    /// There is no such domain.
    NO_DOMAIN(42, "Domain not found: "),
    /// There is no such network.
    NO_NETWORK(43, "Network not found: "),
    /// The peer could not prove who it is.
    AUTHENTICATION_FAILED(45, "authentication failed: "),
    /// There is no such storage pool.
    NO_STORAGE_POOL(49, "Storage pool not found: "),
    /// There is no such storage volume.
    NO_STORAGE_VOLUME(50, "Storage volume not found: "),
    /// There is no such node device.
    NO_NODE_DEVICE(53, "Node device not found: "),
    /// The state of an object does not allow the operation.
    OPERATION_INVALID(55, "Requested operation is not valid: "),
    /// There is no such host interface.
    NO_INTERFACE(57, "Interface not found: "),
    /// There is no such network filter.
    NO_NWFILTER(62, "Network filter not found: "),
    /// There is no such secret.
    NO_SECRET(66, "Secret not found: "),
    /// The configuration asked for cannot be served: no emulator, emulator too old.
    CONFIG_UNSUPPORTED(67, "unsupported configuration: "),
    /// The hypervisor cannot do that.
    OPERATION_UNSUPPORTED(84, "Operation not supported: "),
    /// A number is too large.
    OVERFLOW(82, "numerical overflow: "),
    /// There is such a storage volume already; the message says so behind its name.
    STORAGE_VOLUME_EXISTS(90, "storage volume "),
    /// CPU definitions that have no common CPU.
    CPU_INCOMPATIBLE(91, "the CPU is incompatible with host CPU: "),
    /// Access control refused the call.
    ACCESS_DENIED(88, "access denied: "),
    /// There is no such binding of a network filter.
    NO_NWFILTER_BINDING(101, "Network filter binding not found: ");

    private final int number;
    private final String prefix;

    ErrorCode(int number, String prefix) {
        this.number = number;
        this.prefix = prefix;
    }

    /// The number on the wire and in `virErrorPtr.code`.
    public int number() {
        return number;
    }

    /// The words that libvirt puts before the detail text, with the blank that follows them; empty
    /// where the detail is the whole message.
    public String prefix() {
        return prefix;
    }
}
