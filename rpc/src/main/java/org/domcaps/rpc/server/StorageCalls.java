package org.domcaps.rpc.server;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.ObjectArguments;
import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.message.StoragePool;
import org.domcaps.rpc.message.StorageVolume;
import org.domcaps.rpc.xdr.XdrReader;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Finds out what a call about storage wants.
final class StorageCalls {

    /// The flags of [StorageAnswers#pools] that the older calls stand for.
    private static final int INACTIVE = 1;

    private static final int ACTIVE = 2;

    private final StorageAnswers storage;
    private final XdrReader in;

    private StorageCalls(StorageAnswers storage, XdrReader in) {
        this.storage = storage;
        this.in = in;
    }

    /// What a call wants; that it fails if it is none of those that are served.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if the arguments cannot be read
    static Work prepare(Procedure procedure, XdrReader in, StorageAnswers storage) {
        return new StorageCalls(storage, in).lists(procedure);
    }

    private Work lists(Procedure procedure) {
        return switch (procedure) {
            case CONNECT_NUM_OF_STORAGE_POOLS -> count(ACTIVE);
            case CONNECT_NUM_OF_DEFINED_STORAGE_POOLS -> count(INACTIVE);
            case CONNECT_LIST_STORAGE_POOLS -> names(ACTIVE);
            case CONNECT_LIST_DEFINED_STORAGE_POOLS -> names(INACTIVE);
            case CONNECT_LIST_ALL_STORAGE_POOLS -> {
                Arguments.ListAll asked = Arguments.ListAll.read(in);
                yield asked(
                        "",
                        () -> {
                            List<StoragePool> pools = storage.pools(asked.flags());
                            return new ObjectResult.Pools(
                                    asked.needResults() ? pools : List.of(), pools.size());
                        });
            }
            case STORAGE_POOL_LIST_ALL_VOLUMES -> {
                ObjectArguments.AllVolumes asked = ObjectArguments.AllVolumes.read(in);
                yield asked(
                        about(asked.pool()),
                        () -> {
                            List<StorageVolume> volumes =
                                    storage.volumes(asked.pool(), asked.flags());
                            return new ObjectResult.Volumes(
                                    asked.needResults() ? volumes : List.of(), volumes.size());
                        });
            }
            case STORAGE_POOL_NUM_OF_VOLUMES ->
                    ofPool(pool -> new Result.Number(storage.volumes(pool, 0).size()));
            case STORAGE_POOL_LIST_VOLUMES -> {
                ObjectArguments.VolumeNames asked = ObjectArguments.VolumeNames.read(in);
                yield asked(
                        about(asked.pool()),
                        () ->
                                someNames(
                                        storage.volumes(asked.pool(), 0).stream()
                                                .map(StorageVolume::name)
                                                .toList(),
                                        asked.most()));
            }
            default -> lookups(procedure);
        };
    }

    private Work lookups(Procedure procedure) {
        return switch (procedure) {
            case STORAGE_POOL_LOOKUP_BY_NAME -> {
                String name = Arguments.Text.read(in).text();
                yield pool(LogText.field("pool", name), () -> storage.poolByName(name));
            }
            case STORAGE_POOL_LOOKUP_BY_UUID -> {
                ObjectArguments.Uuid asked = ObjectArguments.Uuid.read(in);
                yield pool("pool=" + asked.uuid(), () -> storage.poolByUuid(asked.uuid()));
            }
            case STORAGE_POOL_LOOKUP_BY_TARGET_PATH -> {
                String path = Arguments.Text.read(in).text();
                yield pool(LogText.field("path", path), () -> storage.poolByTarget(path));
            }
            case STORAGE_POOL_LOOKUP_BY_VOLUME ->
                    ofVolume(volume -> new ObjectResult.Pool(storage.poolOf(volume)));
            case STORAGE_VOL_LOOKUP_BY_NAME -> {
                ObjectArguments.VolumeName asked = ObjectArguments.VolumeName.read(in);
                yield volume(
                        about(asked.pool()) + LogText.field(" volume", asked.name()),
                        () -> storage.volumeByName(asked.pool(), asked.name()));
            }
            case STORAGE_VOL_LOOKUP_BY_KEY -> {
                String key = Arguments.Text.read(in).text();
                yield volume(LogText.field("key", key), () -> storage.volumeByKey(key));
            }
            case STORAGE_VOL_LOOKUP_BY_PATH -> {
                String path = Arguments.Text.read(in).text();
                yield volume(LogText.field("path", path), () -> storage.volumeByPath(path));
            }
            default -> changes(procedure);
        };
    }

    private Work changes(Procedure procedure) {
        return switch (procedure) {
            case STORAGE_POOL_DEFINE_XML -> {
                ObjectArguments.Definition asked = ObjectArguments.Definition.read(in);
                yield pool("", () -> storage.define(asked.xml(), asked.flags()));
            }
            case STORAGE_POOL_CREATE_XML -> {
                ObjectArguments.Definition asked = ObjectArguments.Definition.read(in);
                yield pool("", () -> storage.create(asked.xml(), asked.flags()));
            }
            case STORAGE_POOL_BUILD -> withFlags(storage::build);
            case STORAGE_POOL_CREATE -> withFlags(storage::start);
            case STORAGE_POOL_REFRESH -> withFlags(storage::refresh);
            case STORAGE_POOL_DESTROY -> done(storage::stop);
            case STORAGE_POOL_UNDEFINE -> done(storage::undefine);
            case STORAGE_POOL_SET_AUTOSTART -> {
                ObjectArguments.PoolAutostart asked = ObjectArguments.PoolAutostart.read(in);
                yield asked(
                        about(asked.pool()),
                        () -> {
                            storage.setAutostart(asked.pool(), asked.on());
                            return new Result.Nothing();
                        });
            }
            default -> volumes(procedure);
        };
    }

    private Work volumes(Procedure procedure) {
        return switch (procedure) {
            case STORAGE_VOL_CREATE_XML -> {
                ObjectArguments.VolumeDefinition asked = ObjectArguments.VolumeDefinition.read(in);
                yield volume(
                        about(asked.pool()),
                        () -> storage.createVolume(asked.pool(), asked.xml(), asked.flags()));
            }
            case STORAGE_VOL_CREATE_XML_FROM -> {
                ObjectArguments.VolumeClone asked = ObjectArguments.VolumeClone.read(in);
                yield volume(
                        about(asked.pool()),
                        () ->
                                storage.cloneVolume(
                                        asked.pool(), asked.xml(), asked.source(), asked.flags()));
            }
            case STORAGE_VOL_DELETE -> {
                ObjectArguments.VolumeWithFlags asked = ObjectArguments.VolumeWithFlags.read(in);
                yield asked(
                        LogText.field("volume", asked.volume().key()),
                        () -> {
                            storage.deleteVolume(asked.volume(), asked.flags());
                            return new Result.Nothing();
                        });
            }
            default -> facts(procedure);
        };
    }

    private Work facts(Procedure procedure) {
        return switch (procedure) {
            case STORAGE_POOL_GET_INFO -> ofPool(storage::info);
            case STORAGE_POOL_GET_AUTOSTART -> ofPool(pool -> truth(storage.autostart(pool)));
            case STORAGE_POOL_IS_ACTIVE -> ofPool(pool -> truth(storage.active(pool)));
            case STORAGE_POOL_IS_PERSISTENT -> ofPool(pool -> truth(storage.persistent(pool)));
            case STORAGE_POOL_GET_XML_DESC -> {
                ObjectArguments.PoolWithFlags asked = ObjectArguments.PoolWithFlags.read(in);
                yield asked(
                        about(asked.pool()),
                        () -> new Result.Text(storage.poolXml(asked.pool(), asked.flags())));
            }
            case STORAGE_VOL_GET_INFO -> ofVolume(volume -> storage.volumeInfo(volume, 0));
            case STORAGE_VOL_GET_PATH ->
                    ofVolume(volume -> new Result.Text(storage.volumePath(volume)));
            case STORAGE_VOL_GET_INFO_FLAGS -> {
                ObjectArguments.VolumeWithFlags asked = ObjectArguments.VolumeWithFlags.read(in);
                yield asked(
                        LogText.field("volume", asked.volume().key()),
                        () -> storage.volumeInfo(asked.volume(), asked.flags()));
            }
            case STORAGE_VOL_GET_XML_DESC -> {
                ObjectArguments.VolumeWithFlags asked = ObjectArguments.VolumeWithFlags.read(in);
                yield asked(
                        LogText.field("volume", asked.volume().key()),
                        () -> new Result.Text(storage.volumeXml(asked.volume(), asked.flags())));
            }
            default -> new Work.Failed(Refusals.notSupported(procedure));
        };
    }

    private Work count(int flags) {
        return asked("", () -> new Result.Number(storage.pools(flags).size()));
    }

    private Work names(int flags) {
        int most = Arguments.Number.read(in).value();
        return asked(
                "",
                () ->
                        someNames(
                                storage.pools(flags).stream().map(StoragePool::name).toList(),
                                most));
    }

    private static Result someNames(List<String> names, int most) {
        return new Result.Names(names.subList(0, Math.clamp(most, 0, names.size())));
    }

    private static Result truth(boolean value) {
        return new Result.Number(value ? 1 : 0);
    }

    private Work ofPool(Function<StoragePool, Payload> answer) {
        StoragePool pool = ObjectArguments.Pool.read(in).pool();
        return asked(about(pool), () -> answer.apply(pool));
    }

    private Work ofVolume(Function<StorageVolume, Payload> answer) {
        StorageVolume volume = ObjectArguments.Volume.read(in).volume();
        return asked(LogText.field("volume", volume.key()), () -> answer.apply(volume));
    }

    private Work done(Consumer<StoragePool> change) {
        return ofPool(pool -> {
            change.accept(pool);
            return new Result.Nothing();
        });
    }

    /// A change of a pool with flags.
    @FunctionalInterface
    private interface Change {
        void make(StoragePool pool, int flags);
    }

    private Work withFlags(Change change) {
        ObjectArguments.PoolWithFlags asked = ObjectArguments.PoolWithFlags.read(in);
        return asked(
                about(asked.pool()),
                () -> {
                    change.make(asked.pool(), asked.flags());
                    return new Result.Nothing();
                });
    }

    private static Work pool(String about, Supplier<StoragePool> answer) {
        return asked(about, () -> new ObjectResult.Pool(answer.get()));
    }

    private static Work volume(String about, Supplier<StorageVolume> answer) {
        return asked(about, () -> new ObjectResult.Volume(answer.get()));
    }

    private static Work asked(String about, Supplier<Payload> answer) {
        return Work.asked(answer, false, about);
    }

    private static String about(StoragePool pool) {
        return LogText.field("pool", pool.name());
    }
}
