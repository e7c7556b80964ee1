package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrException;
import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Results of the calls that somebody here makes or answers. Each record names its procedures;
/// `read` throws an [XdrException] if the bytes are not of the record's form.
public sealed interface Result extends Payload {

    /// Nothing but the news that it went well: [Procedure#CONNECT_OPEN], [Procedure#CONNECT_CLOSE].
    record Nothing() implements Result {
        @Override
        public void write(XdrWriter out) {}
    }

    /// A text: [Procedure#CONNECT_GET_TYPE], [Procedure#CONNECT_GET_CAPABILITIES],
    /// [Procedure#CONNECT_GET_HOSTNAME], [Procedure#CONNECT_GET_URI],
    /// [Procedure#CONNECT_GET_SYSINFO], [Procedure#CONNECT_GET_DOMAIN_CAPABILITIES],
    /// [Procedure#CONNECT_BASELINE_CPU], [Procedure#CONNECT_BASELINE_HYPERVISOR_CPU], and the
    /// mechanisms of [Procedure#AUTH_SASL_INIT], with commas between them.
    record Text(String text) implements Result {

        /// Checks.
        public Text {
            Objects.requireNonNull(text, "text");
        }

        /// Reads the result.
        public static Text read(XdrReader in) {
            return new Text(in.readString());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeString(text);
        }
    }

    /// A number of 32 bits: [Procedure#CONNECT_SUPPORTS_FEATURE], [Procedure#CONNECT_IS_SECURE],
    /// [Procedure#AUTH_POLKIT], [Procedure#CONNECT_GET_MAX_VCPUS], [Procedure#CONNECT_COMPARE_CPU],
    /// [Procedure#CONNECT_COMPARE_HYPERVISOR_CPU], [Procedure#NODE_NUM_OF_DEVICES].
    record Number(int value) implements Result {

        /// Reads the result.
        public static Number read(XdrReader in) {
            return new Number(in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(value);
        }
    }

    /// A version: [Procedure#CONNECT_GET_VERSION], [Procedure#CONNECT_GET_LIB_VERSION].
    ///
    /// @param packed major * 1000000 + minor * 1000 + micro
    record Version(long packed) implements Result {

        private static final long MAJOR = 1_000_000;
        private static final long MINOR = 1000;

        /// The version of that name.
        public static Version of(long major, long minor, long micro) {
            return new Version(major * MAJOR + minor * MINOR + micro);
        }

        /// Reads the result.
        public static Version read(XdrReader in) {
            return new Version(in.readLong());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeLong(packed);
        }

        /// The version as people write it, `7.2.22`.
        public String dotted() {
            return packed / MAJOR + "." + packed / MINOR % MINOR + "." + packed % MINOR;
        }
    }

    /// [Procedure#AUTH_LIST].
    ///
    /// @param types numbers of [AuthType], in the server's order; at most [Limits#AUTH_TYPES]
    record AuthTypes(List<Integer> types) implements Result {

        /// Copies.
        public AuthTypes {
            types = List.copyOf(types);
        }

        /// Reads the result.
        public static AuthTypes read(XdrReader in) {
            return new AuthTypes(in.readList(Limits.AUTH_TYPES, XdrReader::readInt));
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(types, Limits.AUTH_TYPES, XdrWriter::writeInt);
        }
    }

    /// [Procedure#AUTH_SASL_START], [Procedure#AUTH_SASL_STEP].
    ///
    /// @param complete whether the server's side is done
    record SaslProgress(boolean complete, SaslData data) implements Result {

        /// Checks.
        public SaslProgress {
            Objects.requireNonNull(data, "data");
        }

        /// Reads the result.
        public static SaslProgress read(XdrReader in) {
            return new SaslProgress(in.readBool(), SaslData.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            out.writeBool(complete);
            data.write(out);
        }
    }

    /// [Procedure#NODE_GET_INFO].
    ///
    /// @param model name of the CPU, at most 31 bytes
    /// @param memory size of the memory in KiB
    /// @param cpus number of active CPUs
    /// @param mhz expected frequency, 0 if unknown
    /// @param nodes number of NUMA nodes
    /// @param sockets sockets per node
    /// @param cores cores per socket
    /// @param threads threads per core
    record NodeInfo(
            String model,
            long memory,
            int cpus,
            int mhz,
            int nodes,
            int sockets,
            int cores,
            int threads)
            implements Result {

        /// Checks.
        ///
        /// @throws IllegalArgumentException if the name is too long for its field
        public NodeInfo {
            if (model.getBytes(StandardCharsets.UTF_8).length >= Limits.NODE_MODEL) {
                throw new IllegalArgumentException(
                        "a CPU name of " + Limits.NODE_MODEL + " bytes or more: " + model);
            }
        }

        /// Reads the result.
        public static NodeInfo read(XdrReader in) {
            byte[] field = in.readChars(Limits.NODE_MODEL);
            int used = 0;
            while (used < field.length - 1 && field[used] != 0) {
                used++;
            }
            String model = new String(field, 0, used, StandardCharsets.UTF_8);
            // The field can end inside a character, whose replacement takes more room than it.
            while (model.getBytes(StandardCharsets.UTF_8).length >= Limits.NODE_MODEL) {
                model = model.substring(0, model.length() - 1);
            }
            return new NodeInfo(
                    model,
                    in.readLong(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeChars(
                    Arrays.copyOf(model.getBytes(StandardCharsets.UTF_8), Limits.NODE_MODEL));
            out.writeLong(memory);
            out.writeInt(cpus);
            out.writeInt(mhz);
            out.writeInt(nodes);
            out.writeInt(sockets);
            out.writeInt(cores);
            out.writeInt(threads);
        }
    }

    /// [Procedure#CONNECT_GET_CPU_MODEL_NAMES].
    ///
    /// @param names empty if only their number was wanted
    /// @param count how many there are
    record CpuModelNames(List<String> names, int count) implements Result {

        /// Copies.
        public CpuModelNames {
            names = List.copyOf(names);
        }

        /// Reads the result.
        public static CpuModelNames read(XdrReader in) {
            return new CpuModelNames(
                    in.readList(Limits.CPU_MODELS, XdrReader::readString), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(names, Limits.CPU_MODELS, XdrWriter::writeString);
            out.writeInt(count);
        }
    }

    /// Names of objects: [Procedure#NODE_LIST_DEVICES], [Procedure#CONNECT_LIST_DEFINED_DOMAINS]
    /// and its like.
    record Names(List<String> names) implements Result {

        /// Copies.
        public Names {
            names = List.copyOf(names);
        }

        /// Reads the result.
        public static Names read(XdrReader in) {
            return new Names(in.readList(Limits.NODE_DEVICES, XdrReader::readString));
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(names, Limits.NODE_DEVICES, XdrWriter::writeString);
        }
    }

    /// A list of objects that is empty, with their number: [Procedure#CONNECT_LIST_ALL_DOMAINS] and
    /// its like. Nobody here has any objects.
    record NoObjects() implements Result {

        /// Reads the result.
        ///
        /// @throws XdrException if there are objects
        public static NoObjects read(XdrReader in) {
            in.readCount(0);
            in.readInt();
            return new NoObjects();
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(0);
            out.writeInt(0);
        }
    }

    /// A list of records that is empty and has no number: [Procedure#CONNECT_GET_ALL_DOMAIN_STATS],
    /// [Procedure#CONNECT_LIST_DOMAINS].
    record NoRecords() implements Result {

        /// Reads the result.
        ///
        /// @throws XdrException if there are records
        public static NoRecords read(XdrReader in) {
            in.readCount(0);
            return new NoRecords();
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(0);
        }
    }
}
