package org.domcaps.rpc.server;

import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.StoragePool;
import org.domcaps.rpc.message.StorageVolume;

import java.util.List;
import java.util.UUID;

/// One pool with two volumes; everything that is asked or changed is noted.
final class FakeStorage implements StorageAnswers {

    static final StoragePool POOL = new StoragePool("pool", new UUID(1, 2));
    static final StorageVolume FIRST = new StorageVolume("pool", "a", "/pool/a");
    static final StorageVolume SECOND = new StorageVolume("pool", "b", "/pool/b");

    private final List<String> events;

    FakeStorage(List<String> events) {
        this.events = events;
    }

    private <T> T note(T answer, Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ")
                    .append(
                            switch (word) {
                                case StoragePool pool -> pool.name();
                                case StorageVolume volume -> volume.key();
                                default -> word.toString();
                            });
        }
        events.add(line.toString());
        return answer;
    }

    @Override
    public List<StoragePool> pools(int flags) {
        return note(List.of(POOL), "pools", flags);
    }

    @Override
    public StoragePool define(String xml, int flags) {
        return note(POOL, "define", xml, flags);
    }

    @Override
    public StoragePool create(String xml, int flags) {
        return note(POOL, "create", xml, flags);
    }

    @Override
    public StoragePool poolByName(String name) {
        return note(POOL, "poolByName", name);
    }

    @Override
    public StoragePool poolByUuid(UUID uuid) {
        return note(POOL, "poolByUuid", uuid);
    }

    @Override
    public StoragePool poolByTarget(String path) {
        return note(POOL, "poolByTarget", path);
    }

    @Override
    public void build(StoragePool pool, int flags) {
        note(pool, "build", pool, flags);
    }

    @Override
    public void start(StoragePool pool, int flags) {
        note(pool, "start", pool, flags);
    }

    @Override
    public void stop(StoragePool pool) {
        note(pool, "stop", pool);
    }

    @Override
    public void undefine(StoragePool pool) {
        note(pool, "undefine", pool);
    }

    @Override
    public void refresh(StoragePool pool, int flags) {
        note(pool, "refresh", pool, flags);
    }

    @Override
    public ObjectResult.PoolInfo info(StoragePool pool) {
        return note(new ObjectResult.PoolInfo(2, 30, 20, 10), "info", pool);
    }

    @Override
    public String poolXml(StoragePool pool, int flags) {
        return note("<pool/>", "poolXml", pool, flags);
    }

    @Override
    public boolean autostart(StoragePool pool) {
        return note(true, "autostart", pool);
    }

    @Override
    public void setAutostart(StoragePool pool, boolean on) {
        note(pool, "setAutostart", pool, on);
    }

    @Override
    public boolean active(StoragePool pool) {
        return note(true, "active", pool);
    }

    @Override
    public boolean persistent(StoragePool pool) {
        return note(false, "persistent", pool);
    }

    @Override
    public List<StorageVolume> volumes(StoragePool pool, int flags) {
        return note(List.of(FIRST, SECOND), "volumes", pool, flags);
    }

    @Override
    public StorageVolume volumeByName(StoragePool pool, String name) {
        return note(SECOND, "volumeByName", pool, name);
    }

    @Override
    public StorageVolume volumeByKey(String key) {
        return note(SECOND, "volumeByKey", key);
    }

    @Override
    public StorageVolume volumeByPath(String path) {
        return note(SECOND, "volumeByPath", path);
    }

    @Override
    public StoragePool poolOf(StorageVolume volume) {
        return note(POOL, "poolOf", volume);
    }

    @Override
    public StorageVolume createVolume(StoragePool pool, String xml, int flags) {
        return note(FIRST, "createVolume", pool, xml, flags);
    }

    @Override
    public StorageVolume cloneVolume(
            StoragePool pool, String xml, StorageVolume source, int flags) {
        return note(FIRST, "cloneVolume", pool, xml, source, flags);
    }

    @Override
    public void deleteVolume(StorageVolume volume, int flags) {
        note(volume, "deleteVolume", volume, flags);
    }

    @Override
    public ObjectResult.VolumeInfo volumeInfo(StorageVolume volume, int flags) {
        return note(new ObjectResult.VolumeInfo(0, 8, 4), "volumeInfo", volume, flags);
    }

    @Override
    public String volumeXml(StorageVolume volume, int flags) {
        return note("<volume/>", "volumeXml", volume, flags);
    }

    @Override
    public String volumePath(StorageVolume volume) {
        return note("/pool/b", "volumePath", volume);
    }

    @Override
    public void close() {
        note(POOL, "close");
    }
}
