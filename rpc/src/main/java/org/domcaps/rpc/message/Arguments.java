package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrException;
import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Arguments of the calls that somebody here makes or answers. Each record names its procedures;
/// `read` throws an [XdrException] if the bytes are not of the record's form. `flags` are the bits
/// as they came.
public sealed interface Arguments extends Payload {

    /// No arguments: [Procedure#CONNECT_CLOSE], [Procedure#CONNECT_GET_TYPE] and many others.
    record None() implements Arguments {
        @Override
        public void write(XdrWriter out) {}
    }

    /// [Procedure#CONNECT_OPEN].
    ///
    /// @param name the URI without transport and host; empty text lets the server choose, absence
    ///   is an error
    /// @param flags bit 0: read-only; servers ignore the others
    record Open(Optional<String> name, int flags) implements Arguments {

        /// The flag of read-only connections.
        public static final int READ_ONLY = 1;

        /// Checks.
        public Open {
            Objects.requireNonNull(name, "name");
        }

        /// Reads the arguments.
        public static Open read(XdrReader in) {
            return new Open(in.readOptional(XdrReader::readString), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeOptional(name, XdrWriter::writeString);
            out.writeInt(flags);
        }

        /// Whether the connection shall be read-only.
        public boolean readOnly() {
            return (flags & READ_ONLY) != 0;
        }
    }

    /// A single number: the feature of [Procedure#CONNECT_SUPPORTS_FEATURE], the flags of
    /// [Procedure#CONNECT_GET_SYSINFO], the most that [Procedure#CONNECT_LIST_DEFINED_DOMAINS] and
    /// its like may give.
    record Number(int value) implements Arguments {

        /// Reads the argument.
        public static Number read(XdrReader in) {
            return new Number(in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(value);
        }
    }

    /// A text: what a lookup looks for, such as [Procedure#STORAGE_POOL_LOOKUP_BY_NAME].
    record Text(String text) implements Arguments {

        /// Checks.
        public Text {
            Objects.requireNonNull(text, "text");
        }

        /// Reads the argument.
        public static Text read(XdrReader in) {
            return new Text(in.readString());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeString(text);
        }
    }

    /// A text that may be absent: the virt type of [Procedure#CONNECT_GET_MAX_VCPUS].
    record OptionalText(Optional<String> text) implements Arguments {

        /// Checks.
        public OptionalText {
            Objects.requireNonNull(text, "text");
        }

        /// Reads the argument.
        public static OptionalText read(XdrReader in) {
            return new OptionalText(in.readOptional(XdrReader::readString));
        }

        @Override
        public void write(XdrWriter out) {
            out.writeOptional(text, XdrWriter::writeString);
        }
    }

    /// [Procedure#CONNECT_GET_DOMAIN_CAPABILITIES].
    record DomainCapabilities(EmulatorChoice choice, int flags) implements Arguments {

        /// Checks.
        public DomainCapabilities {
            Objects.requireNonNull(choice, "choice");
        }

        /// Reads the arguments.
        public static DomainCapabilities read(XdrReader in) {
            return new DomainCapabilities(EmulatorChoice.read(in), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            choice.write(out);
            out.writeInt(flags);
        }
    }

    /// [Procedure#CONNECT_GET_CPU_MODEL_NAMES].
    ///
    /// @param needResults whether the names are wanted, not only their number
    record CpuModelNames(String arch, boolean needResults, int flags) implements Arguments {

        /// Checks.
        public CpuModelNames {
            Objects.requireNonNull(arch, "arch");
        }

        /// Reads the arguments.
        public static CpuModelNames read(XdrReader in) {
            return new CpuModelNames(in.readString(), in.readBool(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeString(arch);
            out.writeBool(needResults);
            out.writeInt(flags);
        }
    }

    /// [Procedure#CONNECT_COMPARE_CPU]: a CPU against the host's.
    record CompareCpu(String cpu, int flags) implements Arguments {

        /// Checks.
        public CompareCpu {
            Objects.requireNonNull(cpu, "cpu");
        }

        /// Reads the arguments.
        public static CompareCpu read(XdrReader in) {
            return new CompareCpu(in.readString(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeString(cpu);
            out.writeInt(flags);
        }
    }

    /// [Procedure#CONNECT_BASELINE_CPU].
    ///
    /// @param cpus at most [Limits#BASELINE_CPUS] documents
    record BaselineCpu(List<String> cpus, int flags) implements Arguments {

        /// Copies.
        public BaselineCpu {
            cpus = List.copyOf(cpus);
        }

        /// Reads the arguments.
        public static BaselineCpu read(XdrReader in) {
            return new BaselineCpu(
                    in.readList(Limits.BASELINE_CPUS, XdrReader::readString), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(cpus, Limits.BASELINE_CPUS, XdrWriter::writeString);
            out.writeInt(flags);
        }
    }

    /// [Procedure#CONNECT_COMPARE_HYPERVISOR_CPU].
    record CompareHypervisorCpu(EmulatorChoice choice, String cpu, int flags) implements Arguments {

        /// Checks.
        public CompareHypervisorCpu {
            Objects.requireNonNull(choice, "choice");
            Objects.requireNonNull(cpu, "cpu");
        }

        /// Reads the arguments.
        public static CompareHypervisorCpu read(XdrReader in) {
            return new CompareHypervisorCpu(EmulatorChoice.read(in), in.readString(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            choice.write(out);
            out.writeString(cpu);
            out.writeInt(flags);
        }
    }

    /// [Procedure#CONNECT_BASELINE_HYPERVISOR_CPU].
    ///
    /// @param cpus at most [Limits#BASELINE_CPUS] documents
    record BaselineHypervisorCpu(EmulatorChoice choice, List<String> cpus, int flags)
            implements Arguments {

        /// Checks and copies.
        public BaselineHypervisorCpu {
            Objects.requireNonNull(choice, "choice");
            cpus = List.copyOf(cpus);
        }

        /// Reads the arguments.
        public static BaselineHypervisorCpu read(XdrReader in) {
            return new BaselineHypervisorCpu(
                    EmulatorChoice.read(in),
                    in.readList(Limits.BASELINE_CPUS, XdrReader::readString),
                    in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            choice.write(out);
            out.writeList(cpus, Limits.BASELINE_CPUS, XdrWriter::writeString);
            out.writeInt(flags);
        }
    }

    /// The calls that list all objects of a kind, [Procedure#CONNECT_LIST_ALL_DOMAINS] and its
    /// like.
    ///
    /// @param needResults whether the objects are wanted, not only their number
    record ListAll(boolean needResults, int flags) implements Arguments {

        /// Reads the arguments.
        public static ListAll read(XdrReader in) {
            return new ListAll(in.readBool(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeBool(needResults);
            out.writeInt(flags);
        }
    }

    /// [Procedure#NODE_NUM_OF_DEVICES].
    ///
    /// @param capability only devices that have it
    record DeviceCount(Optional<String> capability, int flags) implements Arguments {

        /// Checks.
        public DeviceCount {
            Objects.requireNonNull(capability, "capability");
        }

        /// Reads the arguments.
        public static DeviceCount read(XdrReader in) {
            return new DeviceCount(in.readOptional(XdrReader::readString), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeOptional(capability, XdrWriter::writeString);
            out.writeInt(flags);
        }
    }

    /// [Procedure#NODE_LIST_DEVICES].
    ///
    /// @param capability only devices that have it
    /// @param most how many names are wanted at most
    record DeviceNames(Optional<String> capability, int most, int flags) implements Arguments {

        /// Checks.
        public DeviceNames {
            Objects.requireNonNull(capability, "capability");
        }

        /// Reads the arguments.
        public static DeviceNames read(XdrReader in) {
            return new DeviceNames(
                    in.readOptional(XdrReader::readString), in.readInt(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeOptional(capability, XdrWriter::writeString);
            out.writeInt(most);
            out.writeInt(flags);
        }
    }

    /// [Procedure#AUTH_SASL_START].
    ///
    /// @param mechanism the one that the client chose from the server's list
    record SaslStart(String mechanism, SaslData data) implements Arguments {

        /// Checks.
        public SaslStart {
            Objects.requireNonNull(mechanism, "mechanism");
            Objects.requireNonNull(data, "data");
        }

        /// Reads the arguments.
        public static SaslStart read(XdrReader in) {
            return new SaslStart(in.readString(), SaslData.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            out.writeString(mechanism);
            data.write(out);
        }
    }

    /// [Procedure#AUTH_SASL_STEP].
    record SaslStep(SaslData data) implements Arguments {

        /// Checks.
        public SaslStep {
            Objects.requireNonNull(data, "data");
        }

        /// Reads the argument.
        public static SaslStep read(XdrReader in) {
            return new SaslStep(SaslData.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            data.write(out);
        }
    }
}
