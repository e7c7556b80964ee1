package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.List;

/// Arguments of calls about the state of the machine. Each record names its procedure; `read`
/// throws an [org.domcaps.rpc.xdr.XdrException] if the bytes are not of the record's form. `flags`
/// are the bits as they came.
public sealed interface NodeArguments extends Payload {

    /// [Procedure#NODE_GET_CELLS_FREE_MEMORY].
    ///
    /// @param start number of the first NUMA node
    /// @param most how many are wanted at most
    record FreeCells(int start, int most) implements NodeArguments {

        /// Reads the arguments.
        public static FreeCells read(XdrReader in) {
            return new FreeCells(in.readInt(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(start);
            out.writeInt(most);
        }
    }

    /// [Procedure#NODE_GET_CPU_STATS].
    ///
    /// @param cpu number of the processor, -1 for all together
    /// @param count how many figures are wanted; 0 asks how many there are
    record CpuStatistics(int cpu, int count, int flags) implements NodeArguments {

        /// Reads the arguments.
        public static CpuStatistics read(XdrReader in) {
            return new CpuStatistics(in.readInt(), in.readInt(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(cpu);
            out.writeInt(count);
            out.writeInt(flags);
        }
    }

    /// [Procedure#NODE_GET_MEMORY_STATS].
    ///
    /// @param count how many figures are wanted; 0 asks how many there are
    /// @param cell number of the NUMA node, -1 for all together
    record MemoryStatistics(int count, int cell, int flags) implements NodeArguments {

        /// Reads the arguments.
        public static MemoryStatistics read(XdrReader in) {
            return new MemoryStatistics(in.readInt(), in.readInt(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(count);
            out.writeInt(cell);
            out.writeInt(flags);
        }
    }

    /// [Procedure#NODE_GET_CPU_MAP].
    ///
    /// @param needMap whether the map is wanted
    /// @param needOnline whether the number of those that are on is wanted
    record CpuMap(boolean needMap, boolean needOnline, int flags) implements NodeArguments {

        /// Reads the arguments.
        public static CpuMap read(XdrReader in) {
            return new CpuMap(in.readBool(), in.readBool(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeBool(needMap);
            out.writeBool(needOnline);
            out.writeInt(flags);
        }
    }

    /// [Procedure#NODE_GET_FREE_PAGES].
    ///
    /// @param sizesKib sizes of pages in KiB
    /// @param start number of the first NUMA node
    /// @param cells how many nodes
    record FreePages(List<Integer> sizesKib, int start, int cells, int flags)
            implements NodeArguments {

        /// Copies.
        public FreePages {
            sizesKib = List.copyOf(sizesKib);
        }

        /// Reads the arguments.
        public static FreePages read(XdrReader in) {
            return new FreePages(
                    in.readList(Limits.PAGE_SIZES, XdrReader::readInt),
                    in.readInt(),
                    in.readInt(),
                    in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(sizesKib, Limits.PAGE_SIZES, XdrWriter::writeInt);
            out.writeInt(start);
            out.writeInt(cells);
            out.writeInt(flags);
        }
    }
}
