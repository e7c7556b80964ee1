package org.domcaps.driver;

/// Removed as soon as the module has its first class.
interface Placeholder {}
