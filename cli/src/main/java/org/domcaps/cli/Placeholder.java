package org.domcaps.cli;

/// Removed as soon as the module has its first class.
interface Placeholder {}
