/// Facts of the machine that runs the emulators, as one immutable value.
///
/// # The value
///
/// [HostFacts] holds everything that a domain capabilities document needs from the host, for any
/// release that Domcaps writes. It has a JSON form ([HostFacts#toJson], [HostFacts#fromJson]) which
/// people write by hand too: to replay a recording as another machine would see it, or to pass on a
/// machine in a bug report. The form is described in `docs/host-facts/README.md`.
///
/// | part | type | comes from |
/// |---|---|---|
/// | machine | [Machine] | `/proc/sys/kernel/{arch,osrelease,version}`, `/proc/cpuinfo` |
/// | raw CPU | [RawCpu] | CPUID, `/dev/cpu/0/msr`; `/proc/cpuinfo` on POWER; `midr_el1` and the auxiliary vector on ARM |
/// | KVM | [Kvm] | ioctls on `/dev/kvm` |
/// | features | [HostFeature] | `/sys/module/*/parameters`, `/proc/cmdline`, `/sys/firmware/uv`, `/sys/kernel/iommu_groups`, nodes |
/// | swtpm | [Swtpm] | `PATH`; `swtpm_setup --print-capabilities` |
/// | RDP helper | a path | `PATH`, `qemu.conf` |
/// | SEV guests | [SevGuests] | CPUID leaf 0x8000001F |
/// | firmware | [org.domcaps.host.firmware.FirmwareFacts] | descriptor directories, `qemu.conf` |
///
/// # Rules
///
/// * **A failure is a fact.** What makes a request fail (`/dev/kvm` refused, a directory that
///   cannot be opened) is kept in the value and thrown when somebody asks for what depends on it,
///   not when the machine is looked at.
/// * **Three outcomes.** There, not there, could not find out: types such as [Kvm] and [Swtpm] have
///   a case for the last one, and it is never turned into "not there".
/// * **Parts are gathered when asked for** ([HostProbe#gather]). Asking a value for a part that was
///   not gathered is a mistake in the program and fails at once; it does not answer with a default.
/// * **Reading is not parsing.** Parsers take text and have no contact with the machine; files,
///   programs and kernel calls are reached through the seams of [org.domcaps.host.system].
///
/// # Validity
///
/// [HostState] is the cheap value for cache keys: a few small files and file attributes, no native
/// call, no process. [SwtpmFingerprint] does the same for the answer of `swtpm_setup`.
package org.domcaps.host;
