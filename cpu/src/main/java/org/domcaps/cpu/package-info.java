/// CPU definitions, what is known of processors, and the questions that a document asks about them.
///
/// ## What is here
///
/// * **Definitions.** A `<cpu>` element is a [CpuDefinition]: a [HostCpu] says what a host has, a
///   [GuestCpu] what a guest shall get. [CpuDefinitionReader] and [CpuDefinitionWriter] are the two
///   ways across the border of XML.
/// * **Processors.** [Cpuid] is the seam to the CPUID instruction. [CpuidWalk] visits every leaf
///   through it and leaves a [CpuidDump], which is also the content of `<cpudata>`
///   ([CpuidDumpReader], [CpuidDumpWriter]). What is known of a host's processor, of whatever
///   architecture, is a [HostProcessor].
/// * **What an emulator says.** [Expansion] is the answer to `query-cpu-model-expansion`,
///   [SlotModel] one entry of `query-cpu-definitions`. *Slot* is all that one accelerator of one
///   binary answered; every accelerator has its own.
/// * **The questions.** [CpuFamily] is everything that the CPU section of a document has to know
///   about an architecture: which models the custom mode lists, how QEMU's names translate, what
///   the host-model is. [CpuFamilies] finds the implementation for an architecture and a release.
///   [CpuOperations] judges and changes definitions.
///
/// ## One implementation per architecture
///
/// Nobody outside a family asks which architecture it is dealing with. A family gets everything
/// that any of them needs in one [HostModelInput] and uses what it wants: x86 decodes the expansion
/// and falls back on CPUID, POWER looks only at the processor's version, s390 copies the expansion,
/// others have no host-model at all. What libvirt does where it has no rule of its own stands in
/// [BasicFamily] and [BasicOperations]. An architecture without CPU rules has no family; then
/// neither custom models nor a host-model are supported.
///
/// ## Order
///
/// Features come in the order in which libvirt prints them before it began to sort: that of the CPU
/// map on x86, that of the reply on s390. Whoever writes a document of a release that sorts calls
/// [HostModel#sortedByName]. The order of the custom models is that of the emulator's reply and not
/// touched here.
///
/// ## Absence
///
/// An absent vendor, size or signature means *not known* and prints nothing. An absent list of
/// allowed models means that all are allowed; an empty one allows none. The one exception is
/// [HostModelInput#definitions], where empty means that the emulator told no models and all are
/// allowed.
package org.domcaps.cpu;
