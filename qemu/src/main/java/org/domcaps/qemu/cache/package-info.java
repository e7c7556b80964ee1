/// Facts that survive between runs, in files of the user's cache directory.
///
/// A file holds the key under which its facts hold, the facts in a compact binary form, and a
/// checksum. The key is a text of everything that can change the facts, so "still valid" means "the
/// key is the same text"; no second check with other criteria exists that could disagree with what
/// the probe saw. Files are replaced whole, by renaming, so that readers never see half a file;
/// what a process that was killed while it wrote left behind is removed by a later one. A file that
/// is damaged is reported once and replaced; a cache that cannot be written costs time but no
/// answer.
package org.domcaps.qemu.cache;
