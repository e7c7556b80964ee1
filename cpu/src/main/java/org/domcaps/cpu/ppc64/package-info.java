/// The CPU rules of 64-bit POWER, in either byte order.
///
/// A POWER processor is its version: the register PVR decides the model ([PpcMap#modelOf]), and
/// there are no features beside it. So two CPUs are the same or they are not, and the host-model is
/// the host's own model, whatever the emulator answers.
///
/// A guest in mode host-model may name a *compatibility mode* (`power8`), in which the processor
/// behaves like an older model. Modes are known for those models of the map that are called `POWER`
/// and a number; a host offers its own and every lower one.
///
/// ## The table
///
/// `map.txt` is written by `cpu/tools/small_maps.py`; the general form stands in the package page
/// of `org.domcaps.cpu.table`. Numbers are hexadecimal.
///
/// | line | meaning |
/// |---|---|
/// | `vendor NAME` | a vendor |
/// | `model NAME VENDOR VALUE/MASK ...` | a model, and the values of the register under their masks that mean it |
/// | `legacy NAME MODEL` | a name that older definitions use for a model |
///
/// Of several models that fit a register the first counts.
package org.domcaps.cpu.ppc64;
