package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.Objects;
import java.util.UUID;

/// Arguments of calls about objects: storage pools, volumes, and whatever else is looked up. Each
/// record names its procedures; `read` throws an [org.domcaps.rpc.xdr.XdrException] if the bytes
/// are not of the record's form. `flags` are the bits as they came.
public sealed interface ObjectArguments extends Payload {

    /// A UUID: what [Procedure#NETWORK_LOOKUP_BY_UUID] and its like look for.
    record Uuid(UUID uuid) implements ObjectArguments {

        /// Checks.
        public Uuid {
            Objects.requireNonNull(uuid, "uuid");
        }

        /// Reads the arguments.
        public static Uuid read(XdrReader in) {
            return new Uuid(WireUuid.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            WireUuid.write(out, uuid);
        }
    }

    /// [Procedure#SECRET_LOOKUP_BY_USAGE].
    ///
    /// @param type what the secret is used for, as a number
    /// @param usage what it is used with, such as the path of a volume
    record SecretUsage(int type, String usage) implements ObjectArguments {

        /// Checks.
        public SecretUsage {
            Objects.requireNonNull(usage, "usage");
        }

        /// Reads the arguments.
        public static SecretUsage read(XdrReader in) {
            return new SecretUsage(in.readInt(), in.readString());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(type);
            out.writeString(usage);
        }
    }

    /// [Procedure#STORAGE_POOL_DEFINE_XML], [Procedure#STORAGE_POOL_CREATE_XML].
    record Definition(String xml, int flags) implements ObjectArguments {

        /// Checks.
        public Definition {
            Objects.requireNonNull(xml, "xml");
        }

        /// Reads the arguments.
        public static Definition read(XdrReader in) {
            return new Definition(in.readString(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeString(xml);
            out.writeInt(flags);
        }
    }

    /// A pool: [Procedure#STORAGE_POOL_GET_INFO] and its like.
    record Pool(StoragePool pool) implements ObjectArguments {

        /// Checks.
        public Pool {
            Objects.requireNonNull(pool, "pool");
        }

        /// Reads the arguments.
        public static Pool read(XdrReader in) {
            return new Pool(StoragePool.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
        }
    }

    /// A pool and flags: [Procedure#STORAGE_POOL_GET_XML_DESC], [Procedure#STORAGE_POOL_CREATE] and
    /// its like.
    record PoolWithFlags(StoragePool pool, int flags) implements ObjectArguments {

        /// Checks.
        public PoolWithFlags {
            Objects.requireNonNull(pool, "pool");
        }

        /// Reads the arguments.
        public static PoolWithFlags read(XdrReader in) {
            return new PoolWithFlags(StoragePool.read(in), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
            out.writeInt(flags);
        }
    }

    /// [Procedure#STORAGE_POOL_SET_AUTOSTART].
    record PoolAutostart(StoragePool pool, boolean on) implements ObjectArguments {

        /// Checks.
        public PoolAutostart {
            Objects.requireNonNull(pool, "pool");
        }

        /// Reads the arguments.
        public static PoolAutostart read(XdrReader in) {
            return new PoolAutostart(StoragePool.read(in), in.readBool());
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
            out.writeBool(on);
        }
    }

    /// [Procedure#STORAGE_POOL_LIST_VOLUMES].
    ///
    /// @param most how many names are wanted at most
    record VolumeNames(StoragePool pool, int most) implements ObjectArguments {

        /// Checks.
        public VolumeNames {
            Objects.requireNonNull(pool, "pool");
        }

        /// Reads the arguments.
        public static VolumeNames read(XdrReader in) {
            return new VolumeNames(StoragePool.read(in), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
            out.writeInt(most);
        }
    }

    /// [Procedure#STORAGE_POOL_LIST_ALL_VOLUMES].
    ///
    /// @param needResults whether the volumes are wanted, not only their number
    record AllVolumes(StoragePool pool, boolean needResults, int flags) implements ObjectArguments {

        /// Checks.
        public AllVolumes {
            Objects.requireNonNull(pool, "pool");
        }

        /// Reads the arguments.
        public static AllVolumes read(XdrReader in) {
            return new AllVolumes(StoragePool.read(in), in.readBool(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
            out.writeBool(needResults);
            out.writeInt(flags);
        }
    }

    /// [Procedure#STORAGE_VOL_LOOKUP_BY_NAME].
    record VolumeName(StoragePool pool, String name) implements ObjectArguments {

        /// Checks.
        public VolumeName {
            Objects.requireNonNull(pool, "pool");
            Objects.requireNonNull(name, "name");
        }

        /// Reads the arguments.
        public static VolumeName read(XdrReader in) {
            return new VolumeName(StoragePool.read(in), in.readString());
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
            out.writeString(name);
        }
    }

    /// [Procedure#STORAGE_VOL_CREATE_XML].
    record VolumeDefinition(StoragePool pool, String xml, int flags) implements ObjectArguments {

        /// Checks.
        public VolumeDefinition {
            Objects.requireNonNull(pool, "pool");
            Objects.requireNonNull(xml, "xml");
        }

        /// Reads the arguments.
        public static VolumeDefinition read(XdrReader in) {
            return new VolumeDefinition(StoragePool.read(in), in.readString(), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
            out.writeString(xml);
            out.writeInt(flags);
        }
    }

    /// [Procedure#STORAGE_VOL_CREATE_XML_FROM].
    ///
    /// @param source whose content the new volume gets
    record VolumeClone(StoragePool pool, String xml, StorageVolume source, int flags)
            implements ObjectArguments {

        /// Checks.
        public VolumeClone {
            Objects.requireNonNull(pool, "pool");
            Objects.requireNonNull(xml, "xml");
            Objects.requireNonNull(source, "source");
        }

        /// Reads the arguments.
        public static VolumeClone read(XdrReader in) {
            return new VolumeClone(
                    StoragePool.read(in), in.readString(), StorageVolume.read(in), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            pool.write(out);
            out.writeString(xml);
            source.write(out);
            out.writeInt(flags);
        }
    }

    /// A volume: [Procedure#STORAGE_VOL_GET_INFO] and its like.
    record Volume(StorageVolume volume) implements ObjectArguments {

        /// Checks.
        public Volume {
            Objects.requireNonNull(volume, "volume");
        }

        /// Reads the arguments.
        public static Volume read(XdrReader in) {
            return new Volume(StorageVolume.read(in));
        }

        @Override
        public void write(XdrWriter out) {
            volume.write(out);
        }
    }

    /// A volume and flags: [Procedure#STORAGE_VOL_GET_XML_DESC],
    /// [Procedure#STORAGE_VOL_GET_INFO_FLAGS].
    record VolumeWithFlags(StorageVolume volume, int flags) implements ObjectArguments {

        /// Checks.
        public VolumeWithFlags {
            Objects.requireNonNull(volume, "volume");
        }

        /// Reads the arguments.
        public static VolumeWithFlags read(XdrReader in) {
            return new VolumeWithFlags(StorageVolume.read(in), in.readInt());
        }

        @Override
        public void write(XdrWriter out) {
            volume.write(out);
            out.writeInt(flags);
        }
    }

    /// A wish for events of all objects of a kind:
    /// [Procedure#CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY] and its like. Whether it is about one
    /// object only is told, which one is not read.
    ///
    /// @param event which kind of event, as a number
    /// @param ofOne whether only those of one object are wanted
    record EventWish(int event, boolean ofOne) implements ObjectArguments {

        /// Reads the arguments.
        public static EventWish read(XdrReader in) {
            return new EventWish(in.readInt(), in.readBool());
        }

        @Override
        public void write(XdrWriter out) {
            out.writeInt(event);
            out.writeBool(ofOne);
        }
    }
}
