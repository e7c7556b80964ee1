/// Replays cases that lie in a folder laid out like libvirt's `tests/`, and compares.
///
/// Every case is found by the names of the files, with no list of cases built in, and comes out as
/// a [CaseResult]. What the files cannot say is not invented; where a rule fills the gap, it stands
/// here. [Conformance] runs them all.
///
/// ## Documents (folder `domaincapsdata`)
///
/// | name | case |
/// |---|---|
/// | `qemu_VERSION[-tcg or -hvf][-MACHINE].ARCH[+VARIANT][-FLAG].xml` | the recording `caps_VERSION_ARCH` on the host of libvirt's own test |
/// | `libxl-MACHINE.xml` | a Xen guest on x86_64; the test names the two firmware images in an order of its own |
/// | `bhyve_LABEL.ARCH.xml` | a bhyve that can do what the label stands for, see [BhyveLabel], and has two firmware images |
/// | `empty.xml` | the document of a driver that knows nothing, for a KVM guest on x86_64 |
///
/// ## CPU cases (folder `cputestdata`)
///
/// | files | case | what is compared |
/// |---|---|---|
/// | `ARCH-cpuid-NAME.xml` and `-host.xml` | `-host` | the processor as the host capabilities describe it |
/// | the same and `-guest.xml` | `-guest` | the processor as the CPU of a guest |
/// | the same and `.sig` | `-signature` | its signature as text |
/// | `ARCH-cpuid-NAME.json` and `-json.xml` | `-json` | the host-model that QEMU's answers lead to |
/// | `.json` and `.sig` | `-json-signature` | the signature in QEMU's answers |
/// | `-guest.xml`, `-enabled.xml`, `-disabled.xml`, `-json.xml` | `-live-update` | the guest's definition corrected by what QEMU enabled |
/// | `ARCH-cpuid-baseline-LABEL.xml` | the same | the baseline of two `-json.xml` definitions |
/// | `ARCH-baseline-NAME.xml` and `-result`, `-expanded`, `-migratable` | `-result` and so on | the baseline; without any result file it must fail |
/// | `ARCH-HOST+CPU.xml` | the same | the definition settled on the host |
/// | `ARCH-HOST+CPU[,LIST]-result.xml` | the same | the definition that a guest is started with |
///
/// Three things stand in no file.
///
/// * *Whether the models that QEMU listed (the second document of a `.json`) limited a result.* A
///   result passes if it comes out with them or without any limit; what is shown for a failure is
///   the limited one.
/// * *Which definitions a `cpuid-baseline` was made of.* The case passes if two of the folder's
///   `-json.xml` definitions have that baseline, and both can run it. It is skipped if no two do,
///   because the right ones may not be in the folder.
/// * *What models a LIST names.* The only one that the files prove to be in it is the model of the
///   result, so this is the list that is used. That checks how the definition is expressed by the
///   model and not why this one was chosen.
///
/// Comparisons leave no files behind and have no cases.
package org.domcaps.conformance;
