package org.domcaps.qemu;

/// Removed as soon as the module has its first class.
interface Placeholder {}
