/// Firmware descriptors: which firmware a host offers for a machine type, at any level of libvirt.
///
/// A descriptor is a small JSON file in `/usr/share/qemu/firmware`, `/etc/qemu/firmware` or the
/// user's `qemu/firmware`. Two steps are kept apart:
///
/// 1. **Gathering** ([FirmwareDirectories], the only I/O here) merges the directories, drops what
///    is masked, sorts by file name and keeps each file's JSON as it is, together with which of the
///    named images exist. The outcome is a value, [FirmwareFacts]. A directory or entry that cannot
///    be looked at is a [FirmwareFault] in that value.
/// 2. **Answering** ([FirmwareFacts#offer]) is pure. Only here does the release count, because
///    releases differ in what they accept: [DescriptorRules] holds the differences,
///    [DescriptorParser] applies them, and each file's fate is a [DescriptorVerdict], so that a
///    reader can be told why a descriptor plays no part.
///
/// Order is by file name, byte by byte, at every step; the folder of a file plays no part in it. A
/// file in a more specific folder replaces one of the same name, an empty one hides it. A link to
/// `/dev/null` hides nothing, since only regular files take part.
///
/// Where no matching descriptor names an image, a list of loaders stands in
/// ([FirmwareFacts#fallback]), whatever the guest's architecture; `nvram` in `qemu.conf` replaces
/// it ([FallbackLoaders]).
package org.domcaps.host.firmware;
