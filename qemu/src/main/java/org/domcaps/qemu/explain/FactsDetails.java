package org.domcaps.qemu.explain;

import org.domcaps.document.DocumentDetail;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.driver.explain.Decision;
import org.domcaps.qemu.fill.QemuSituation;
import org.domcaps.qemu.fill.VcpuLimit;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.explain.DetailWitness;

import java.util.List;
import java.util.Optional;

/// Knows where the numbers, names and texts of a document come from: asks the facts that fill it.
final class FactsDetails implements DetailWitness {

    private final QemuSituation situation;
    private final Request request;
    private final DetailSightings sightings;

    FactsDetails(QemuSituation situation, Request request, boolean assumedHost) {
        this.situation = situation;
        this.request = request;
        this.sightings = new DetailSightings(situation, request, assumedHost);
    }

    @Override
    public String seen(DocumentDetail detail, Evidence evidence) {
        return sightings.seen(detail, evidence);
    }

    @Override
    public Optional<String> decided(DocumentDetail detail) {
        return switch (detail.key()) {
            case PATH ->
                    Optional.of(
                            request.emulator().isPresent()
                                    ? "the request names it"
                                    : "the request names none, so the one that serves "
                                            + situation.target().arch().xmlName()
                                            + " counts");
            case DOMAIN -> Optional.of(virtType());
            case MACHINE -> Optional.of(machine());
            case ARCH ->
                    Optional.of(
                            request.arch().isPresent()
                                    ? "the request names it"
                                    : "the request names none, so the host's counts");
            case VCPU_MAX -> vcpus(situation.vcpuLimit());
            case HOST_MODEL_FALLBACK ->
                    Optional.of(
                            situation.hostModelInput().expansion().isPresent()
                                    ? "QEMU described the CPU"
                                    : "QEMU did not describe the CPU");
            default -> Optional.empty();
        };
    }

    private String virtType() {
        if (request.virtType().isPresent()) {
            return "the request names it";
        }
        return situation.qemu().hardware().isPresent()
                ? "the request names none, and a hardware accelerator works"
                : "the request names none, and no hardware accelerator works";
    }

    private String machine() {
        Target target = situation.target();
        if (request.machine().isEmpty()) {
            return "the request names none, so the usual one counts";
        }
        return request.machine().equals(target.machine())
                ? "the request names it"
                : "the request names its alias " + request.machine().get();
    }

    private Optional<String> vcpus(VcpuLimit limit) {
        return switch (limit.decider()) {
            case NOBODY -> Optional.empty();
            case KERNEL ->
                    Optional.of(
                            "the kernel's limit decides: it is lower than the "
                                    + limit.machine().getAsLong()
                                    + " of the machine type");
            case MACHINE ->
                    Optional.of(
                            "the limit of the machine type decides: "
                                    + (limit.kernel().isPresent()
                                            ? "the kernel's is not lower"
                                            : "no kernel limits guests of virt type "
                                                    + situation.target().virtType().xmlName()));
        };
    }

    @Override
    public List<Decision> decisions(DocumentDetail detail) {
        return new DetailProof(situation, detail)
                .proof()
                .map(proof -> Decision.always(detail.path() + " is in the document", proof))
                .map(List::of)
                .orElse(List.of());
    }
}
