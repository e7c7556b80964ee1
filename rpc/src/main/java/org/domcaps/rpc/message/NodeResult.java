package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Results of calls about the state of the machine. Each record names its procedures; `read` throws
/// an [org.domcaps.rpc.xdr.XdrException] if the bytes are not of the record's form.
public sealed interface NodeResult extends Payload {

    /// A named figure.
    ///
    /// @param name `user`, `total`
    /// @param value of processors in nanoseconds, of memory in KiB
    record Figure(String name, long value) {

        /// Checks.
        public Figure {
            Objects.requireNonNull(name, "name");
        }

        static Figure read(XdrReader in) {
            return new Figure(in.readString(), in.readLong());
        }

        void write(XdrWriter out) {
            out.writeString(name);
            out.writeLong(value);
        }
    }

    /// Which processors there are and which of them are on: [Procedure#NODE_GET_CPU_MAP].
    ///
    /// @param map a bit for each processor that is on, the first one the lowest of the first byte;
    ///   empty if it was not wanted
    /// @param online how many are on; 0 if that was not wanted
    /// @param present how many there are
    record CpuMap(List<Byte> map, int online, int present) implements NodeResult {

        /// Copies.
        public CpuMap {
            map = List.copyOf(map);
        }

        /// Reads the result.
        public static CpuMap read(XdrReader in) {
            byte[] bytes = in.readOpaque(in.readCount(Limits.CPU_MAP));
            List<Byte> map = new ArrayList<>(bytes.length);
            for (byte one : bytes) {
                map.add(one);
            }
            return new CpuMap(map, in.readInt(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            byte[] bytes = new byte[map.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = map.get(i);
            }
            out.writeInt(bytes.length);
            out.writeOpaque(bytes);
            out.writeInt(online);
            out.writeInt(present);
        }
    }

    /// A size in bytes: [Procedure#NODE_GET_FREE_MEMORY].
    record Size(long bytes) implements NodeResult {

        /// Reads the result.
        public static Size read(XdrReader in) {
            return new Size(in.readLong());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeLong(bytes);
        }
    }

    /// Figures of 64 bits: of [Procedure#NODE_GET_CELLS_FREE_MEMORY] in bytes, of
    /// [Procedure#NODE_GET_FREE_PAGES] numbers of pages.
    ///
    /// @param sizes in the order of the nodes, for each node in that of the sizes asked for
    record Sizes(List<Long> sizes) implements NodeResult {

        /// Copies.
        public Sizes {
            sizes = List.copyOf(sizes);
        }

        /// Reads the result.
        public static Sizes read(XdrReader in) {
            return new Sizes(in.readList(Limits.CELLS, XdrReader::readLong));
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(sizes, Limits.CELLS, XdrWriter::writeLong);
        }
    }

    /// [Procedure#NODE_GET_CPU_STATS], [Procedure#NODE_GET_MEMORY_STATS].
    ///
    /// @param figures empty if only their number was wanted
    /// @param count how many there are
    record Figures(List<Figure> figures, int count) implements NodeResult {

        /// Copies.
        public Figures {
            figures = List.copyOf(figures);
        }

        /// Reads the result.
        public static Figures read(XdrReader in) {
            return new Figures(in.readList(Limits.FIGURES, Figure::read), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(figures, Limits.FIGURES, (to, figure) -> figure.write(to));
            out.writeInt(count);
        }
    }
}
