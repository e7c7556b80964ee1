/// Asks a QEMU binary and judges its answers.
///
/// [QemuProcess] starts a binary with its monitor on a pipe and ends it whatever happens.
/// [FirstRun] is the conversation with the accelerated QEMU, [SecondRun] the one with TCG alone,
/// each over any `QmpChannel`, so that a recording is read by the same code as a live QEMU.
/// [QemuProbe] runs both at once. [RecordingRun] holds libvirt's own, longer conversation, for
/// recordings that libvirt's tests can read too.
///
/// When a probe is over, whatever its process started is over too. If the virtual machine is
/// killed, the kernel kills the emulator; a wrapper script that did not become QEMU by `exec` is
/// killed the same way, and the QEMU that it waits for is then nobody's, so wrappers should use
/// `exec`.
///
/// An answer that a probe cannot do without and that does not come makes the probe fail as
/// inconclusive; nothing is ever taken for a "no" because asking went wrong.
package org.domcaps.qemu.probe;
