package org.domcaps.rpc.server;

import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.StoragePool;
import org.domcaps.rpc.message.StorageVolume;

import java.util.List;
import java.util.UUID;

/// The storage pools of one connection. Used by several threads at once. Every method may throw a
/// [org.domcaps.error.DomcapsException], which becomes the reply.
///
/// `flags` are the bits of the call as they came; whoever answers refuses those he does not know.
public interface StorageAnswers extends AutoCloseable {

    /// The pools that there are, ordered by name.
    ///
    /// @param flags which kinds are wanted; 0 for all
    List<StoragePool> pools(int flags);

    /// Makes a pool known from its document; it is not started.
    StoragePool define(String xml, int flags);

    /// Makes a pool known and starts it, until it is stopped.
    StoragePool create(String xml, int flags);

    /// Finds a pool by its name.
    StoragePool poolByName(String name);

    /// Finds a pool by its UUID.
    StoragePool poolByUuid(UUID uuid);

    /// Finds the pool that shows a folder.
    StoragePool poolByTarget(String path);

    /// Makes ready for its first start.
    void build(StoragePool pool, int flags);

    /// Starts.
    void start(StoragePool pool, int flags);

    /// Stops; a pool that was created and not defined is gone then.
    void stop(StoragePool pool);

    /// Forgets.
    void undefine(StoragePool pool);

    /// Looks at its volumes again.
    void refresh(StoragePool pool, int flags);

    /// How it is and how large.
    ObjectResult.PoolInfo info(StoragePool pool);

    /// Its document `<pool>`.
    String poolXml(StoragePool pool, int flags);

    /// Whether it is to be started by itself.
    boolean autostart(StoragePool pool);

    /// Has it started by itself, or not.
    void setAutostart(StoragePool pool, boolean on);

    /// Whether it is started.
    boolean active(StoragePool pool);

    /// Whether it was defined.
    boolean persistent(StoragePool pool);

    /// The volumes of a pool that is started, ordered by name.
    List<StorageVolume> volumes(StoragePool pool, int flags);

    /// Finds a volume by its name in a pool.
    StorageVolume volumeByName(StoragePool pool, String name);

    /// Finds a volume of any pool by its key.
    StorageVolume volumeByKey(String key);

    /// Finds a volume of any pool by its path.
    StorageVolume volumeByPath(String path);

    /// The pool of a volume.
    StoragePool poolOf(StorageVolume volume);

    /// Makes a volume.
    StorageVolume createVolume(StoragePool pool, String xml, int flags);

    /// Makes a volume with the content of another.
    StorageVolume cloneVolume(StoragePool pool, String xml, StorageVolume source, int flags);

    /// Deletes a volume.
    void deleteVolume(StorageVolume volume, int flags);

    /// Kind and size of a volume.
    ObjectResult.VolumeInfo volumeInfo(StorageVolume volume, int flags);

    /// The document `<volume>`.
    String volumeXml(StorageVolume volume, int flags);

    /// Where a volume lies.
    String volumePath(StorageVolume volume);

    /// Forgets all pools; the connection has ended.
    @Override
    void close();
}
