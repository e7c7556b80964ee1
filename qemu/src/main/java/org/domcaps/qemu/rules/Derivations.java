package org.domcaps.qemu.rules;

import org.domcaps.document.Element;
import org.domcaps.document.Generations;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.rule.Evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of [Derivation].
final class Derivations {

    private static final String EXPANSION = "query-cpu-model-expansion";
    private static final String DEFINITIONS = "query-cpu-definitions";
    private static final String MACHINES = "query-machines";
    private static final String KVM = "/dev/kvm";

    static final List<Derivation> ROWS = rows();

    private Derivations() {}

    private static List<Derivation> rows() {
        List<Derivation> rows = new ArrayList<>();
        head(rows);
        loader(rows);
        hostModel(rows);
        custom(rows);
        sev(rows);
        sgx(rows);
        hyperv(rows);
        return List.copyOf(rows);
    }

    private static void head(List<Derivation> rows) {
        rows.add(
                head(
                        "path",
                        "the emulator that was asked for, else the one that serves the"
                                + " architecture",
                        asked("emulator"),
                        host("PATH", "qemu-system-…")));
        rows.add(
                head(
                        "domain",
                        "the virt type that was asked for, else the hardware accelerator that"
                                + " works, else qemu",
                        asked("virt type"),
                        qmp("query-accelerators", "enabled (QEMU 10.2 and later)"),
                        qmp("query-kvm", "present, enabled")));
        rows.add(
                head(
                        "machine",
                        "the machine that was asked for, an alias replaced by its name; else the"
                                + " usual one of the architecture, else QEMU's default, else the"
                                + " first",
                        asked("machine"),
                        qmp(MACHINES, "name, alias, is-default")));
        rows.add(
                head(
                        "arch",
                        "the architecture that was asked for, else the host's",
                        asked("arch"),
                        host("/proc/sys/kernel/arch", "")));
        rows.add(
                head(
                        "vcpu@max",
                        "the machine's limit, under kvm lowered to the kernel's; without either the"
                                + " element is left out",
                        qmp(MACHINES, "cpu-max"),
                        host(KVM, "KVM_CAP_MAX_VCPUS, KVM_CAP_NR_VCPUS")));
    }

    private static void loader(List<Derivation> rows) {
        rows.add(
                of(
                        Element.LOADER,
                        ".value",
                        "the images of matching firmware descriptors that exist, each once; where"
                                + " no descriptor matches, those of the fallback list that exist",
                        new Evidence(Source.FIRMWARE, "qemu/firmware/*.json", "mapping, targets"),
                        host("qemu.conf", "nvram")));
    }

    private static void hostModel(List<Derivation> rows) {
        Evidence expansion = qmp(EXPANSION, "model host (accelerated) or max (TCG)");
        Evidence processor = host("CPUID, MSR 0x10a", "where QEMU does not describe the CPU");
        rows.add(
                of(
                        Element.HOST_MODEL,
                        ".model",
                        "the named model that is nearest to the CPU that QEMU describes",
                        expansion,
                        processor));
        rows.add(
                of(
                        Element.HOST_MODEL,
                        ".model@fallback",
                        "forbid if QEMU described the CPU, allow if the host's CPU was read"
                                + " instead",
                        expansion));
        rows.add(of(Element.HOST_MODEL, ".vendor", "the vendor of the CPU", expansion, processor));
        for (String attribute : List.of("mode", "limit")) {
            rows.add(
                    of(
                            Element.HOST_MODEL,
                            ".maxphysaddr@" + attribute,
                            attribute.equals("mode")
                                    ? "passthrough, under hardware accelerators alone"
                                    : "the host's physical address bits, where the kernel tells"
                                            + " them",
                            asked("virt type"),
                            host("/proc/cpuinfo", "address sizes")));
        }
        rows.add(
                of(
                        Element.HOST_MODEL,
                        ".feature@name",
                        "features that the CPU has and the model has not, or the other way round;"
                                + " flags of the request add more",
                        expansion,
                        asked("flags")));
        rows.add(
                of(
                        Element.HOST_MODEL,
                        ".feature@policy",
                        "require what the CPU has beyond the model, disable what it lacks",
                        expansion,
                        asked("flags")));
    }

    private static void custom(List<Derivation> rows) {
        Element custom = Element.CUSTOM;
        rows.add(
                of(
                        custom,
                        ".model",
                        "the names that QEMU lists under the virt type and the guest's architecture"
                                + " knows; sorted since 10.9",
                        qmp(DEFINITIONS, "name")));
        rows.add(
                of(
                        custom,
                        ".model@usable",
                        "yes if nothing blocks the model, no if something does, unknown if QEMU"
                                + " does not tell",
                        qmp(DEFINITIONS, "unavailable-features")));
        rows.add(
                of(
                        custom,
                        ".model@deprecated",
                        "yes if QEMU says so; otherwise left out",
                        qmp(DEFINITIONS, "deprecated")));
        rows.add(
                of(
                        custom,
                        ".model@vendor",
                        "from the table of CPU models; unknown for others",
                        qmp(DEFINITIONS, "name")));
        rows.add(
                since(
                        Generations.CANONICAL,
                        of(
                                custom,
                                ".model@canonical",
                                "from the table of CPU models (x86), for a name that stands for a"
                                        + " versioned one",
                                qmp(DEFINITIONS, "name"))));
        for (String part : List.of(".blockers@model", ".blockers.feature@name")) {
            rows.add(
                    since(
                            Generations.BLOCKERS,
                            of(
                                    custom,
                                    part,
                                    part.endsWith("model")
                                            ? "the model that is blocked"
                                            : "what the model needs and cannot have, libvirt's"
                                                    + " names, sorted",
                                    qmp(DEFINITIONS, "unavailable-features"))));
        }
    }

    private static void sev(List<Derivation> rows) {
        String command = "query-sev-capabilities";
        Evidence leaf = host("CPUID leaf 0x8000001f", "ECX, EDX");
        Element sev = Element.SEV;
        rows.add(of(sev, ".cbitpos", "as QEMU tells it", qmp(command, "cbitpos")));
        rows.add(
                of(sev, ".reducedPhysBits", "as QEMU tells it", qmp(command, "reduced-phys-bits")));
        rows.add(of(sev, ".maxGuests", "ECX - EDX + 1; 0 if either is 0", leaf));
        rows.add(of(sev, ".maxESGuests", "EDX - 1; 0 if either is 0", leaf));
        rows.add(
                of(
                        sev,
                        ".cpu0Id",
                        "as QEMU tells it (7.1 and later); otherwise left out",
                        qmp(command, "cpu0-id")));
    }

    private static void sgx(List<Derivation> rows) {
        String command = "query-sgx-capabilities";
        Element sgx = Element.SGX;
        for (String flag : List.of("flc", "sgx1", "sgx2")) {
            rows.add(of(sgx, "." + flag, "yes or no as QEMU tells it", qmp(command, flag)));
        }
        rows.add(
                of(
                        sgx,
                        ".section_size",
                        "the total that QEMU tells, else the sum of the sections",
                        qmp(command, "section-size, sections.size")));
        rows.add(of(sgx, ".section_size@unit", "always KiB"));
        rows.add(
                of(
                        sgx,
                        ".sections.section@node",
                        "the NUMA node, in QEMU's order; without sections there is no <sections>",
                        qmp(command, "sections.node")));
        rows.add(
                of(
                        sgx,
                        ".sections.section@size",
                        "bytes divided by 1024, rounded down for each section",
                        qmp(command, "sections.size")));
        rows.add(of(sgx, ".sections.section@unit", "always KiB"));
    }

    private static void hyperv(List<Derivation> rows) {
        rows.add(
                hyperv(
                        "spinlocks",
                        "retries before the guest yields; left out for 0 and for never",
                        "hv-spinlocks"));
        rows.add(
                hyperv(
                        "stimer_direct",
                        "on or off, if stimer is there and QEMU tells it",
                        "hv-stimer-direct"));
        rows.add(
                hyperv(
                        "tlbflush_direct",
                        "on or off, if tlbflush is there and QEMU tells it",
                        "hv-tlbflush-direct"));
        rows.add(
                hyperv(
                        "tlbflush_extended",
                        "on or off, if tlbflush is there and QEMU tells it",
                        "hv-tlbflush-ext"));
        rows.add(hyperv("vendor_id", "the text; left out if it is empty", "hv-vendor-id"));
    }

    private static Derivation hyperv(String child, String words, String property) {
        return since(
                Generations.HYPERV_DEFAULTS,
                of(
                        Element.HYPERV,
                        ".defaults." + child,
                        words,
                        qmp(EXPANSION, "model host with hv-passthrough, property " + property)));
    }

    private static Derivation head(String path, String words, Evidence... evidence) {
        return new Derivation(path, Optional.empty(), words, List.of(evidence), Release.OLDEST);
    }

    private static Derivation of(
            Element element, String below, String words, Evidence... evidence) {
        return new Derivation(
                element.path() + below,
                Optional.of(element),
                words,
                List.of(evidence),
                element.since());
    }

    private static Derivation since(Release release, Derivation row) {
        return new Derivation(row.path(), row.element(), row.words(), row.evidence(), release);
    }

    private static Evidence qmp(String command, String detail) {
        return new Evidence(Source.EMULATOR, command, detail);
    }

    private static Evidence host(String place, String detail) {
        return new Evidence(Source.HOST, place, detail);
    }

    private static Evidence asked(String part) {
        return new Evidence(Source.REQUEST, part, "");
    }
}
