package org.domcaps.daemon.storage;

import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.StoragePool;
import org.domcaps.rpc.message.StorageVolume;
import org.domcaps.rpc.server.StorageAnswers;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// The pools of one connection, as libvirt's storage driver would answer for them.
final class ConnectionPools implements StorageAnswers {

    /// Flags of the document of a pool.
    private static final int XML_INACTIVE = 1;

    private static final int BUILD = 1;
    private static final int FORMAT_FLAGS = 6;
    private static final int FORMAT_BUILD_FLAGS = 12;

    private final GuardedShelf shelf;
    private final ConnectionVolumes volumes;

    ConnectionPools(Semaphore room) {
        this.shelf = new GuardedShelf(room);
        this.volumes = new ConnectionVolumes(shelf);
    }

    private <T> T of(StoragePool pool, Function<Pool, T> answer) {
        return shelf.ask(pools -> answer.apply(pools.require(pool)));
    }

    @Override
    public List<StoragePool> pools(int flags) {
        return shelf.ask(pools ->
                PoolFilter.of(flags).select(pools.all()).stream().map(Pool::reference).toList());
    }

    @Override
    public StoragePool define(String xml, int flags) {
        StorageFaults.requireFlags(flags, 0, "storagePoolDefineXML");
        PoolDefinition definition = PoolDefinition.read(xml);
        return shelf.ask(pools -> {
            Pool pool = pools.admit(definition);
            pool.define(definition);
            return pool.reference();
        });
    }

    @Override
    public StoragePool create(String xml, int flags) {
        StorageFaults.requireFlags(flags, BUILD | FORMAT_FLAGS, "storagePoolCreateXML");
        PoolDefinition definition = PoolDefinition.read(xml);
        return shelf.ask(pools -> {
            pools.requireStopped(definition);
            Pool pool = pools.admit(definition);
            pool.take(definition);
            try {
                begin(pool, flags);
            } catch (RuntimeException e) {
                forgetUndefined(pools, pool);
                throw e;
            }
            return pool.reference();
        });
    }

    private static void begin(Pool pool, int flags) {
        requireNoFormatting(pool, flags & FORMAT_FLAGS);
        if ((flags & BUILD) != 0) {
            pool.build();
        }
        pool.start();
    }

    private static void requireNoFormatting(Pool pool, int flags) {
        if (flags != 0) {
            throw StorageFaults.invalid(
                    "No source device specified when formatting pool '"
                            + pool.definition().name()
                            + "'");
        }
    }

    private static void forgetUndefined(PoolShelf pools, Pool pool) {
        if (!pool.isPersistent()) {
            pools.remove(pool);
        }
    }

    @Override
    public StoragePool poolByName(String name) {
        return shelf.ask(pools -> pools.require(name).reference());
    }

    @Override
    public StoragePool poolByUuid(UUID uuid) {
        return shelf.ask(pools ->
                pools.find(uuid)
                        .map(Pool::reference)
                        .orElseThrow(() -> StorageFaults.noPool("uuid '" + uuid + "'")));
    }

    @Override
    public StoragePool poolByTarget(String path) {
        String wanted = Folder.sanitized(path);
        return shelf.ask(pools ->
                pools.all().stream()
                        .filter(Pool::isActive)
                        .filter(pool -> pool.definition().target().equals(wanted))
                        .findFirst()
                        .map(Pool::reference)
                        .orElseThrow(() -> StorageFaults.noPool("target path '" + path + "'")));
    }

    @Override
    public void build(StoragePool reference, int flags) {
        shelf.change(pools -> {
            Pool pool = pools.require(reference);
            requireInactive(pool, "already");
            StorageFaults.requireFlags(
                    flags, FORMAT_BUILD_FLAGS, "virStorageBackendFileSystemBuild");
            requireNoFormatting(pool, flags);
            pool.build();
        });
    }

    @Override
    public void start(StoragePool reference, int flags) {
        StorageFaults.requireFlags(flags, BUILD | FORMAT_FLAGS, "storagePoolCreate");
        shelf.change(pools -> {
            Pool pool = pools.require(reference);
            requireInactive(pool, "already");
            begin(pool, flags);
        });
    }

    private static void requireInactive(Pool pool, String how) {
        if (pool.isActive()) {
            throw StorageFaults.invalid(
                    "storage pool '" + pool.definition().name() + "' is " + how + " active");
        }
    }

    @Override
    public void stop(StoragePool reference) {
        shelf.change(pools -> {
            Pool pool = running(pools, reference);
            pool.stop();
            forgetUndefined(pools, pool);
        });
    }

    private static Pool running(PoolShelf pools, StoragePool reference) {
        Pool pool = pools.require(reference);
        pool.requireActive();
        return pool;
    }

    @Override
    public void undefine(StoragePool reference) {
        shelf.change(pools -> {
            Pool pool = pools.require(reference);
            requireInactive(pool, "still");
            pools.remove(pool);
        });
    }

    @Override
    public void refresh(StoragePool reference, int flags) {
        StorageFaults.requireFlags(flags, 0, "storagePoolRefresh");
        shelf.change(pools -> {
            Pool pool = running(pools, reference);
            try {
                pool.look();
            } catch (RuntimeException e) {
                pool.stop();
                forgetUndefined(pools, pool);
                throw e;
            }
        });
    }

    @Override
    public ObjectResult.PoolInfo info(StoragePool pool) {
        return of(pool, Pool::info);
    }

    @Override
    public String poolXml(StoragePool pool, int flags) {
        StorageFaults.requireFlags(flags, XML_INACTIVE, "storagePoolGetXMLDesc");
        return of(pool, found -> found.xml((flags & XML_INACTIVE) != 0));
    }

    @Override
    public boolean autostart(StoragePool pool) {
        return of(pool, Pool::isAutostart);
    }

    @Override
    public void setAutostart(StoragePool pool, boolean on) {
        shelf.change(pools -> pools.require(pool).setAutostart(on));
    }

    @Override
    public boolean active(StoragePool pool) {
        return of(pool, Pool::isActive);
    }

    @Override
    public boolean persistent(StoragePool pool) {
        return of(pool, Pool::isPersistent);
    }

    @Override
    public List<StorageVolume> volumes(StoragePool pool, int flags) {
        return volumes.all(pool, flags);
    }

    @Override
    public StorageVolume volumeByName(StoragePool pool, String name) {
        return volumes.byName(pool, name);
    }

    @Override
    public StorageVolume volumeByKey(String key) {
        return volumes.byKey(key);
    }

    @Override
    public StorageVolume volumeByPath(String path) {
        return volumes.byPath(path);
    }

    @Override
    public StoragePool poolOf(StorageVolume volume) {
        return shelf.ask(pools -> pools.require(volume.pool()).reference());
    }

    @Override
    public StorageVolume createVolume(StoragePool pool, String xml, int flags) {
        return volumes.create(pool, xml, flags);
    }

    @Override
    public StorageVolume cloneVolume(
            StoragePool pool, String xml, StorageVolume source, int flags) {
        return volumes.copy(pool, xml, source, flags);
    }

    @Override
    public void deleteVolume(StorageVolume volume, int flags) {
        volumes.delete(volume, flags);
    }

    @Override
    public ObjectResult.VolumeInfo volumeInfo(StorageVolume volume, int flags) {
        return volumes.info(volume, flags);
    }

    @Override
    public String volumeXml(StorageVolume volume, int flags) {
        StorageFaults.requireFlags(flags, 0, "storageVolGetXMLDesc");
        return VolumeText.write(volumes.require(volume));
    }

    @Override
    public String volumePath(StorageVolume volume) {
        return volumes.path(volume);
    }

    @Override
    public void close() {
        shelf.change(PoolShelf::close);
    }
}
