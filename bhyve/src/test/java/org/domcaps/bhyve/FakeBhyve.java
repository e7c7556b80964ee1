package org.domcaps.bhyve;

import org.domcaps.document.Arch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Facts made by hand.
final class FakeBhyve {

    private FakeBhyve() {}

    /// A host of FreeBSD whose program can do just these things.
    static BhyveFacts able(Arch arch, BhyveCapability... capabilities) {
        Set<BhyveCapability> able = Set.of(capabilities);
        Map<BhyveQuestion, String> answers = new EnumMap<>(BhyveQuestion.class);
        for (BhyveCapability capability : BhyveCapability.values()) {
            answers.merge(
                    capability.question(),
                    capability.answer(able.contains(capability)),
                    String::concat);
        }
        return new BhyveFacts(
                arch,
                "FreeBSD 13.2-RELEASE",
                Optional.of("/usr/sbin/bhyve"),
                answers,
                Optional.empty(),
                List.of("/fw/BHYVE_UEFI.fd", "/fw/BHYVE_UEFI_CSM.fd"));
    }
}
