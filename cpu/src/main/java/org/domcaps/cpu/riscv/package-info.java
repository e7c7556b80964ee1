/// The CPU rules of riscv64: every model of the emulator is listed, and nothing else is known.
///
/// 32-bit RISC-V has no rules at all.
package org.domcaps.cpu.riscv;
