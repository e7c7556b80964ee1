package org.domcaps.daemon.storage;

import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.StoragePool;
import org.domcaps.rpc.message.StorageVolume;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The volumes in the pools of one connection. Files are shown as they are; a volume that somebody
/// makes is kept without a file, and only such a one is deleted. Folders are looked at while the
/// shelf is free for others: they can be large, or far away.
final class ConnectionVolumes {

    /// Flags of the sizes of a volume.
    private static final int GET_PHYSICAL = 1;

    /// Flags of new volumes: how their files are to be filled.
    private static final int PREALLOCATE = 1;

    private static final int REFLINK = 2;

    private final GuardedShelf shelf;

    ConnectionVolumes(GuardedShelf shelf) {
        this.shelf = shelf;
    }

    private Shown shown(Function<PoolShelf, Pool> pool) {
        return shelf.ask(pool.andThen(Pool::show));
    }

    private Shown shown(StoragePool pool) {
        return shown(found -> found.require(pool));
    }

    List<StorageVolume> all(StoragePool pool, int flags) {
        StorageFaults.requireFlags(flags, 0, "storagePoolListAllVolumes");
        return shown(pool).volumes();
    }

    StorageVolume byName(StoragePool pool, String name) {
        return shown(pool).named(name);
    }

    StorageVolume byKey(String key) {
        return anywhere(key).orElseThrow(() -> StorageFaults.noVolume("key " + key));
    }

    StorageVolume byPath(String path) {
        return anywhere(Folder.sanitized(path))
                .orElseThrow(() -> StorageFaults.noVolume("path '" + path + "'"));
    }

    /// The volume of some pool that lies there.
    private Optional<StorageVolume> anywhere(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Shown> running =
                shelf.ask(pools ->
                        pools.all().stream().filter(Pool::isActive).map(Pool::show).toList());
        return running.stream()
                .filter(shown -> shown.folder().child(name).equals(path))
                .flatMap(shown -> shown.find(name).stream())
                .findFirst();
    }

    /// Where it lies.
    String path(StorageVolume reference) {
        return shown(found -> found.require(reference.pool())).named(reference.name()).key();
    }

    Volume require(StorageVolume reference) {
        return shown(found -> found.require(reference.pool())).require(reference.name());
    }

    ObjectResult.VolumeInfo info(StorageVolume reference, int flags) {
        StorageFaults.requireFlags(flags, GET_PHYSICAL, "storageVolGetInfoFlags");
        Volume volume = require(reference);
        return new ObjectResult.VolumeInfo(
                volume.kind().number(),
                volume.capacity(),
                (flags & GET_PHYSICAL) != 0 ? volume.physical() : volume.allocation());
    }

    StorageVolume create(StoragePool pool, String xml, int flags) {
        StorageFaults.requireFlags(flags, PREALLOCATE | REFLINK, "storageVolCreateXML");
        Shown shown = shown(pool);
        VolumeDefinition definition = VolumeDefinition.read(xml, VolumeDefinition.NO_LEAST);
        if (shown.find(definition.name()).isPresent()) {
            throw StorageFaults.exists(definition.name());
        }
        requireFree(shown, definition);
        return plan(pool, definition);
    }

    /// What is no volume can be in the way all the same: a device, a pipe, the folder itself.
    private static void requireFree(Shown shown, VolumeDefinition definition) {
        String path = shown.folder().child(definition.name());
        if (new Folder(path).exists()) {
            throw StorageFaults.invalid("volume target path '" + path + "' already exists");
        }
    }

    /// Makes one that is at least as large as another.
    StorageVolume copy(StoragePool pool, String xml, StorageVolume source, int flags) {
        StorageFaults.requireFlags(flags, PREALLOCATE | REFLINK, "storageVolCreateXMLFrom");
        Shown shown = shown(pool);
        VolumeDefinition definition = VolumeDefinition.read(xml, require(source).capacity());
        if (shown.find(definition.name()).isPresent()) {
            throw StorageFaults.internal(
                    "storage volume name '" + definition.name() + "' already in use.");
        }
        requireFree(shown, definition);
        return plan(pool, definition);
    }

    private StorageVolume plan(StoragePool reference, VolumeDefinition definition) {
        return shelf.ask(pools -> {
            Pool pool = pools.require(reference);
            pool.requireActive();
            if (pool.planned().containsKey(definition.name())) {
                throw StorageFaults.exists(definition.name());
            }
            pools.add(pool, definition);
            return pool.show().find(definition.name()).orElseThrow();
        });
    }

    void delete(StorageVolume reference, int flags) {
        StorageFaults.requireFlags(flags, 0, "virStorageBackendVolDeleteLocal");
        shelf.change(pools -> {
            Pool pool = pools.require(reference.pool());
            if (pool.show().folder().find(reference.name()).isPresent()) {
                throw StorageFaults.notServed("virStorageVolDelete");
            }
            if (!pools.remove(pool, reference.name())) {
                throw StorageFaults.noVolume("name '" + reference.name() + "'");
            }
        });
    }
}
