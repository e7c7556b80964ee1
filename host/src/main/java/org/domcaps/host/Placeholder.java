package org.domcaps.host;

/// Removed as soon as the module has its first class.
interface Placeholder {}
