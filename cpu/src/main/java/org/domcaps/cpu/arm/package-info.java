/// The CPU rules of ARM, 32 and 64 bit.
///
/// The custom mode lists whatever the emulator lists, without vendors, and there is no host-model:
/// a guest gets the host's CPU as it is, or one of the emulator's. The map serves for the rest:
/// describing a host's processor, which libvirt does for its host capabilities, and checking the
/// names of features that a definition switches.
///
/// A processor is described by two numbers ([org.domcaps.cpu.HostProcessor.ArmRegisters]):
/// `MIDR_EL1` tells the implementer, who is the vendor, and the part, which is the model; the
/// kernel's hardware capabilities tell the features. Those names are the kernel's and not the ones
/// that a definition may switch.
///
/// ## The table
///
/// `map.txt` is written by `cpu/tools/small_maps.py`; the general form stands in the package page
/// of `org.domcaps.cpu.table`. Numbers are hexadecimal, but for the bit of a flag.
///
/// | line | meaning |
/// |---|---|
/// | `vendor IMPLEMENTER NAME` | a vendor and its code |
/// | `model PART VENDOR NAME` | a model, which may have blanks in its name |
/// | `feature NAME` | a feature that definitions may switch |
/// | `flag BIT NAME` | a bit of the hardware capabilities |
///
/// Vendors number their parts themselves; libvirt does not mind, and takes the first model with the
/// part whoever made it. So does this.
package org.domcaps.cpu.arm;
