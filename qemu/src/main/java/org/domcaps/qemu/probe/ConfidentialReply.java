package org.domcaps.qemu.probe;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the replies to `query-sev-capabilities` and `query-sgx-capabilities`.
final class ConfidentialReply {

    private static final String SEV = "query-sev-capabilities";
    private static final String SGX = "query-sgx-capabilities";

    private ConfidentialReply() {}

    static Optional<SevFacts> sev(Optional<JsonObject> reply) {
        return reply.map(told -> {
            // Never printed, but a reply without them is not one that libvirt accepts.
            Replies.requireString(SEV, told, "pdh");
            Replies.requireString(SEV, told, "cert-chain");
            return new SevFacts(
                    Replies.requireLong(SEV, told, "cbitpos"),
                    Replies.requireLong(SEV, told, "reduced-phys-bits"),
                    told.findString("cpu0-id"));
        });
    }

    static Optional<SgxFacts> sgx(Optional<JsonObject> reply) {
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        JsonObject told = reply.get();
        boolean flc = Replies.requireBoolean(SGX, told, "flc");
        boolean sgx1 = Replies.requireBoolean(SGX, told, "sgx1");
        boolean sgx2 = Replies.requireBoolean(SGX, told, "sgx2");
        Optional<List<JsonValue>> listed = told.findArray("sections");
        if (listed.isEmpty()) {
            // QEMU before 7.0 cannot say where the memory is, which makes SGX useless.
            return Optional.empty();
        }
        List<SgxFacts.Section> sections = new ArrayList<>();
        long sum = 0;
        for (JsonValue item : listed.get()) {
            if (!(item instanceof JsonObject entry)) {
                throw Replies.malformed(SGX, "a section is no object");
            }
            long kib = Replies.requireLong(SGX, entry, "size") / 1024;
            sections.add(new SgxFacts.Section(Replies.requireLong(SGX, entry, "node"), kib));
            sum += kib;
        }
        OptionalLong stated = told.findLong("section-size");
        long total = stated.isPresent() ? stated.getAsLong() / 1024 : sum;
        return Optional.of(new SgxFacts(flc, sgx1, sgx2, total, sections));
    }
}
