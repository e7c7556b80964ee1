/// Folders of this host as libvirt's storage pools of the kind `dir`, to look at.
///
/// Tools that write domain definitions ask for the pool around each disk, and define one where
/// there is none. Such a pool is taken here, for the connection that defines it, and shows the
/// files that the folder holds at each question, with format and size from their headers. Nothing
/// on the host is made, changed or removed: a pool that was built without its folder being there is
/// an empty one.
///
/// [ConnectionPools] holds the pools of a connection; [PoolDefinition] is what their documents say;
/// [Folder] and [ImageHeader] look at files; [PoolText] and [VolumeText] write documents;
/// [StorageFaults] has the refusals, in libvirt's words.
package org.domcaps.daemon.storage;
