package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.List;
import java.util.Objects;

/// Results of calls about storage pools and volumes. Each record names its procedures; `read`
/// throws an [org.domcaps.rpc.xdr.XdrException] if the bytes are not of the record's form.
public sealed interface ObjectResult extends Payload {

    /// A pool: [Procedure#STORAGE_POOL_LOOKUP_BY_NAME], [Procedure#STORAGE_POOL_DEFINE_XML] and
    /// their like.
    record Pool(StoragePool pool) implements ObjectResult {

        /// Checks.
        public Pool {
            Objects.requireNonNull(pool, "pool");
        }

        /// Reads the result.
        public static Pool read(XdrReader in) {
            return new Pool(StoragePool.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
        }
    }

    /// [Procedure#CONNECT_LIST_ALL_STORAGE_POOLS].
    ///
    /// @param pools empty if only their number was wanted
    /// @param count how many there are
    record Pools(List<StoragePool> pools, int count) implements ObjectResult {

        /// Copies.
        public Pools {
            pools = List.copyOf(pools);
        }

        /// Reads the result.
        public static Pools read(XdrReader in) {
            return new Pools(in.readList(Limits.OBJECTS, StoragePool::read), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(pools, Limits.OBJECTS, (to, pool) -> pool.write(to));
            out.writeInt(count);
        }
    }

    /// [Procedure#STORAGE_POOL_GET_INFO]. Sizes are in bytes.
    ///
    /// @param state 0 inactive, 2 running
    /// @param capacity size of the file system
    /// @param allocation what is used of it
    /// @param available what is free of it
    record PoolInfo(int state, long capacity, long allocation, long available)
            implements ObjectResult {

        /// Reads the result.
        public static PoolInfo read(XdrReader in) {
            return new PoolInfo(in.readInt(), in.readLong(), in.readLong(), in.readLong());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(state);
            out.writeLong(capacity);
            out.writeLong(allocation);
            out.writeLong(available);
        }
    }

    /// A volume: [Procedure#STORAGE_VOL_LOOKUP_BY_NAME] and its like.
    record Volume(StorageVolume volume) implements ObjectResult {

        /// Checks.
        public Volume {
            Objects.requireNonNull(volume, "volume");
        }

        /// Reads the result.
        public static Volume read(XdrReader in) {
            return new Volume(StorageVolume.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            volume.write(out);
        }
    }

    /// [Procedure#STORAGE_POOL_LIST_ALL_VOLUMES].
    ///
    /// @param volumes empty if only their number was wanted
    /// @param count how many there are
    record Volumes(List<StorageVolume> volumes, int count) implements ObjectResult {

        /// Copies.
        public Volumes {
            volumes = List.copyOf(volumes);
        }

        /// Reads the result.
        public static Volumes read(XdrReader in) {
            return new Volumes(in.readList(Limits.OBJECTS, StorageVolume::read), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeList(volumes, Limits.OBJECTS, (to, volume) -> volume.write(to));
            out.writeInt(count);
        }
    }

    /// [Procedure#STORAGE_VOL_GET_INFO], [Procedure#STORAGE_VOL_GET_INFO_FLAGS]. Sizes are in
    /// bytes.
    ///
    /// @param type 0 file, 1 block device, 2 directory
    /// @param capacity what a guest sees
    /// @param allocation what it takes on the host
    record VolumeInfo(int type, long capacity, long allocation) implements ObjectResult {

        /// Reads the result.
        public static VolumeInfo read(XdrReader in) {
            return new VolumeInfo(in.readInt(), in.readLong(), in.readLong());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(type);
            out.writeLong(capacity);
            out.writeLong(allocation);
        }
    }
}
