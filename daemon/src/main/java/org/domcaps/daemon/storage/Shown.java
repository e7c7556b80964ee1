package org.domcaps.daemon.storage;

import org.domcaps.driver.DriverException;
import org.domcaps.rpc.message.StorageVolume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What a pool shows at this moment: the files of its folder, and the volumes that somebody made in
/// it without a file. Where both have a name, the file counts.
///
/// @param pool the name of the pool
/// @param folder where it is
/// @param isThere whether the folder exists
/// @param planned volumes without a file, by name
record Shown(String pool, Folder folder, boolean isThere, Map<String, VolumeDefinition> planned) {

    Shown {
        planned = Map.copyOf(planned);
    }

    /// All volumes, ordered by name.
    ///
    /// @throws DriverException if the folder cannot be listed
    List<StorageVolume> volumes() {
        TreeSet<String> names = new TreeSet<>(planned.keySet());
        if (isThere) {
            folder.entries().forEach(entry -> names.add(entry.name()));
        }
        return names.stream().map(this::reference).toList();
    }

    /// The volume of that name.
    Optional<StorageVolume> find(String name) {
        return planned.containsKey(name) || folder.find(name).isPresent()
                ? Optional.of(reference(name))
                : Optional.empty();
    }

    /// The volume of that name; its file is not looked into.
    ///
    /// @throws DriverException if there is none
    StorageVolume named(String name) {
        return find(name).orElseThrow(() -> noVolume(name));
    }

    /// The volume of that name, looked at.
    ///
    /// @throws DriverException if there is none
    Volume require(String name) {
        Optional<Volume> made = folder.find(name).map(entry -> Volume.of(folder, entry));
        return made.or(() ->
                        Optional.ofNullable(planned.get(name))
                                .map(definition -> Volume.planned(folder, definition)))
                .orElseThrow(() -> noVolume(name));
    }

    private static DriverException noVolume(String name) {
        return StorageFaults.noVolume("name '" + name + "'");
    }

    private StorageVolume reference(String name) {
        return new StorageVolume(pool, name, folder.child(name));
    }
}
