/// The CPU rules of s390 and s390x.
///
/// Libvirt has no map for them; the emulator knows models and features best. The host-model is what
/// the emulator answers, copied: its model, and every property that is on or off as a feature that
/// is required or disabled. Nothing is compared, because only the emulator could.
package org.domcaps.cpu.s390;
