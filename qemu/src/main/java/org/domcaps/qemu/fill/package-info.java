/// Facts and a target to a document: pure, no I/O, no clock.
///
/// [DocumentFiller] walks the elements of the format and asks the rules about each; the few things
/// that are computed rather than decided have a class of their own: [CpuModes] for the content of
/// the CPU modes. [QemuSituation] is what the rules look at.
package org.domcaps.qemu.fill;
