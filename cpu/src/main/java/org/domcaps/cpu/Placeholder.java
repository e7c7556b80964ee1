package org.domcaps.cpu;

/// Removed as soon as the module has its first class.
interface Placeholder {}
