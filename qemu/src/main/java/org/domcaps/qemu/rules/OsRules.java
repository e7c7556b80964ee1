package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.FIRMWARE_ENROLLED_KEYS;
import static org.domcaps.document.EnumKey.FIRMWARE_SECURE_BOOT;
import static org.domcaps.document.EnumKey.LOADER_READONLY;
import static org.domcaps.document.EnumKey.LOADER_SECURE;
import static org.domcaps.document.EnumKey.LOADER_TYPE;
import static org.domcaps.document.EnumKey.MEMORY_SOURCE_TYPE;
import static org.domcaps.document.EnumKey.OS_FIRMWARE;
import static org.domcaps.qemu.rules.QemuCondition.always;
import static org.domcaps.qemu.rules.QemuCondition.anyType;
import static org.domcaps.qemu.rules.QemuCondition.firmware;
import static org.domcaps.qemu.rules.QemuCondition.type;
import static org.domcaps.rule.Condition.all;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Element;
import org.domcaps.rule.Rule;

import java.util.List;

/// `<iothreads>`, `<os>` and `<memoryBacking>`.
final class OsRules {

    private OsRules() {}

    static List<Rule<Situation>> rows() {
        return List.of(
                supported(Element.IOTHREADS, always()),
                supported(Element.OS, always()),
                value(OS_FIRMWARE, "bios", firmware(FirmwareFact.BIOS)),
                value(OS_FIRMWARE, "efi", firmware(FirmwareFact.EFI)),
                supported(Element.FIRMWARE_FEATURES, always()),
                value(FIRMWARE_SECURE_BOOT, "yes", firmware(FirmwareFact.SECURE_BOOT)),
                value(FIRMWARE_SECURE_BOOT, "no", firmware(FirmwareFact.NO_SECURE_BOOT)),
                value(FIRMWARE_ENROLLED_KEYS, "yes", firmware(FirmwareFact.ENROLLED_KEYS)),
                value(FIRMWARE_ENROLLED_KEYS, "no", firmware(FirmwareFact.NO_ENROLLED_KEYS)),
                supported(Element.LOADER, always()),
                value(LOADER_TYPE, "rom", always()),
                value(LOADER_TYPE, "pflash", always()),
                value(LOADER_READONLY, "yes", always()),
                value(LOADER_READONLY, "no", always()),
                // The feature secure-boot has no say here, only requires-smm.
                value(LOADER_SECURE, "yes", firmware(FirmwareFact.REQUIRES_SMM)),
                value(LOADER_SECURE, "no", always()),
                supported(
                        Element.VARSTORE,
                        all(
                                firmware(FirmwareFact.VARSTORE_TEMPLATE),
                                anyType("uefi-vars-x64", "uefi-vars-sysbus"))),
                supported(Element.MEMORY_BACKING, always()),
                value(MEMORY_SOURCE_TYPE, "file", always()),
                value(MEMORY_SOURCE_TYPE, "anonymous", always()),
                value(MEMORY_SOURCE_TYPE, "memfd", type("memory-backend-memfd")));
    }
}
