/// The rules: what must hold for each thing that a QEMU document says, as data.
///
/// **To find the rule of a value**, open the class named after its part of the document: [OsRules],
/// [CpuModeRules], [DiskRules], [DeviceRules], [TpmRules], [FeatureRules]. A row reads
/// `value(TPM_MODEL, "tpm-crb", type("tpm-crb"))`: the enum, the value, the condition. `since` and
/// `until` bound the releases for which a row counts. The form of rows, and how they decide a
/// document, is that of all hypervisors: `org.domcaps.rule`.
///
/// A row asks for facts: [QemuCondition] has their kinds, and each decides itself in a [Situation];
/// [Places] says where they can be seen. [Catalogue] holds all rows; nothing here does I/O. The
/// questions that the rows ask of QEMU are collected from the rows themselves, so that there is no
/// second list of them. [Derivations] says where everything comes from that is no yes or no.
package org.domcaps.qemu.rules;
