package org.domcaps.daemon.storage;

import org.domcaps.host.system.FileStatus;
import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.StoragePool;

import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One pool of a connection. Its owner takes care that only one thread at a time works with it.
final class Pool {

    private static final int RUNNING = 2;

    private PoolDefinition definition;

    /// What counts after the pool is stopped, if it was defined anew while it ran.
    private Optional<PoolDefinition> next = Optional.empty();

    /// Volumes that were made without a file.
    private final Map<String, VolumeDefinition> planned = new TreeMap<>();

    private boolean persistent;
    private boolean active;
    private boolean autostart;

    /// Whether it was built: its folder need not be there then.
    private boolean built;

    /// Size and owner are told from the first start on.
    private boolean seen;

    Pool(PoolDefinition definition) {
        this.definition = definition;
    }

    StoragePool reference() {
        return new StoragePool(definition.name(), definition.uuid());
    }

    PoolDefinition definition() {
        return definition;
    }

    Folder folder() {
        return new Folder(definition.target());
    }

    boolean isPersistent() {
        return persistent;
    }

    boolean isActive() {
        return active;
    }

    boolean isAutostart() {
        return autostart;
    }

    /// Takes a definition; while the pool runs it counts only afterwards.
    void define(PoolDefinition definition) {
        persistent = true;
        if (active) {
            next = Optional.of(definition);
        } else {
            take(definition);
        }
    }

    /// Takes a definition at once; for pools that do not run.
    void take(PoolDefinition newer) {
        built = built && newer.target().equals(definition.target());
        seen = seen && newer.target().equals(definition.target());
        definition = newer;
    }

    void setAutostart(boolean on) {
        if (!persistent) {
            throw StorageFaults.internal("pool has no config file");
        }
        autostart = on;
    }

    void build() {
        built = true;
    }

    /// Starts.
    ///
    /// @throws org.domcaps.driver.DriverException if the folder cannot be listed
    void start() {
        look();
        active = true;
        seen = true;
    }

    void stop() {
        active = false;
        next.ifPresent(this::take);
        next = Optional.empty();
    }

    /// What it shows now.
    ///
    /// @throws org.domcaps.driver.DriverException if it is not started
    Shown show() {
        requireActive();
        return new Shown(definition.name(), folder(), !isPlanned(), planned);
    }

    /// Volumes that were made without a file, by name.
    Map<String, VolumeDefinition> planned() {
        return planned;
    }

    /// Makes sure that the folder can be listed, or is one that nobody has made yet.
    void look() {
        if (!isPlanned()) {
            folder().requireListable();
        }
    }

    /// Whether it shows a folder that is still to be made.
    private boolean isPlanned() {
        return built && !folder().exists();
    }

    void requireActive() {
        if (!active) {
            throw StorageFaults.invalid("storage pool '" + definition.name() + "' is not active");
        }
    }

    ObjectResult.PoolInfo info() {
        Folder.Space space = seen ? folder().space() : new Folder.Space(0, 0);
        return new ObjectResult.PoolInfo(
                active ? RUNNING : 0,
                space.capacity(),
                space.capacity() - space.available(),
                space.available());
    }

    /// Its document.
    ///
    /// @param inactive whether as it will be after it was stopped
    String xml(boolean inactive) {
        if (inactive && next.isPresent()) {
            return PoolText.write(
                    next.get(), new ObjectResult.PoolInfo(0, 0, 0, 0), Optional.empty());
        }
        return PoolText.write(definition, info(), seen ? status() : Optional.empty());
    }

    private Optional<FileStatus> status() {
        try {
            return Optional.of(folder().status());
        } catch (FileSystemException _) {
            return Optional.empty();
        }
    }
}
