/// Where the machine is touched: its files below a root, its environment, its programs, its kernel
/// calls.
///
/// Every contact is a value or a small interface that is passed in, so that a test puts its own in
/// place:
///
/// | seam | real | in tests |
/// |---|---|---|
/// | [HostRoot] | `/` | a folder with its own `proc`, `sys`, `dev`, `usr`, `etc` |
/// | [HostEnvironment] | the variables of the process | any values |
/// | [KvmDevice] | [NativeKvm], ioctls on `/dev/kvm` | an object with numbers |
/// | [CpuidSource] | [DeviceCpuid], then [NativeCpuid] | a map |
///
/// Nothing here parses: what a file or program said is handed on as text or bytes. Nothing here
/// throws because the machine lacks something either; that a file is missing or refused is a result
/// ([FileText], [CommandResult], [KvmDevice.Opening]), and the reason is kept in the words of the C
/// library.
package org.domcaps.host.system;
