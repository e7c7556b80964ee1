/// The CPU rules of loongarch64: every model of the emulator is listed, and nothing else is known.
package org.domcaps.cpu.loongarch;
