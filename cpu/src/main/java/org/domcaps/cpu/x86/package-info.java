/// The CPU rules of x86: the CPU map, decoding, and operations on definitions.
///
/// ## Data
///
/// Every feature of the map is one bit of a CPUID answer or of a model specific register, and no
/// two share one. So all that matters of a processor is a set of the map's features ([FeatureSet]),
/// the vendor and the signature ([X86Data]), whether it was read from hardware or reported by an
/// emulator; subset, union and difference are plain set operations.
///
/// [X86Decoder] turns data into a model and the features that differ. [X86Family] uses it for the
/// host-model, [X86Operations] for baseline and translation.
///
/// ## The map
///
/// [CpuMap#forRelease] reads one of two tables: `map-10.7.txt` for releases before 10.10,
/// `map-12.8.txt` from there on. Between 10.10 and 12.8 the map grew in steps of which only one is
/// known, the names ending in `-v1`; lines for it are marked `since 11.0`. Tables are written by
/// `cpu/tools/x86_map.py`, lie in `src/main/tables`, are compiled in by the build, and read by
/// [CpuMapReader], which refuses everything that is unknown, double, or without effect.
///
/// A table is ASCII text, one statement a line, words separated by one blank. Lines that begin with
/// `#` and empty lines are skipped. `since RELEASE` at the end of a line that may carry it leaves
/// the line out for earlier releases.
///
/// | line | meaning |
/// |---|---|
/// | `vendor STRING NAME` | the vendor whose CPUID string is STRING; NAME may have blanks |
/// | `cpuid LEAF.SUBLEAF REGISTER` | a register; numbers are hexadecimal |
/// | `msr INDEX HALF` | a half of a model specific register: `eax` low, `edx` high |
/// | &nbsp;&nbsp;`BIT NAME [since R]` | below a register: a feature; `unmigratable` may follow its name |
/// | `withhold NAME [since R]` | a feature that is never passed to QEMU |
/// | `translate NAME QEMU [since R]` | QEMU's other name of a feature |
/// | `model NAME [since R]` | a model; the lines below it come in the order of this table |
/// | &nbsp;&nbsp;`vendor NAME` | its vendor; without the line it is anybody's |
/// | &nbsp;&nbsp;`decode WHAT` | `host`, `guest` or `never`: what it may describe; without the line both |
/// | &nbsp;&nbsp;`signature F/M ...` | family and model it was made for, with `/FIRST-LAST` only those steppings |
/// | &nbsp;&nbsp;`like NAME` | start from the `features` and `added` of that model; nothing else is taken over |
/// | &nbsp;&nbsp;`features +A -B ...` | changes to what the model consists of |
/// | &nbsp;&nbsp;`added +A -B ...` | changes to what it was given after its release |
/// | &nbsp;&nbsp;`removed A ...` | what was taken from it after its release, in order |
/// | `alias NAME of MODEL [since R]` | another name of a model, its canonical one; describes hosts only |
///
/// The order of registers, bits and models is the map's order, which decides how features are
/// listed and which of two equally good models is chosen.
package org.domcaps.cpu.x86;
