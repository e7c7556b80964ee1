package org.domcaps.conformance;

/// Removed as soon as the module has its first class.
interface Placeholder {}
