package org.domcaps.qemu.rules;

import org.domcaps.document.DetailKey;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.qemu.HypervDefault;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.Evidence;

import java.util.ArrayList;
import java.util.List;

/// Where everything comes from that documents of QEMU hold besides states and enums: each
/// [DetailKey], in its order.
public final class Derivations {

    private static final String EXPANSION = "query-cpu-model-expansion";
    private static final String DEFINITIONS = "query-cpu-definitions";
    private static final String MACHINES = "query-machines";
    private static final String KVM = "/dev/kvm";

    /// Every row, in the order of the document.
    public static final List<Derivation> ROWS = rows();

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
                of(
                        DetailKey.PATH,
                        "the emulator that was asked for, else the one that serves the"
                                + " architecture",
                        asked("emulator"),
                        host("PATH", "qemu-system-…")));
        rows.add(
                of(
                        DetailKey.DOMAIN,
                        "the virt type that was asked for, else the hardware accelerator that"
                                + " works, else qemu",
                        asked("virt type"),
                        qmp("query-accelerators", "enabled (QEMU 10.2 and later)"),
                        qmp("query-kvm", "present, enabled")));
        rows.add(
                of(
                        DetailKey.MACHINE,
                        "the machine that was asked for, an alias replaced by its name; else the"
                                + " usual one of the architecture, else QEMU's default, else the"
                                + " first",
                        asked("machine"),
                        qmp(MACHINES, "name, alias, is-default")));
        rows.add(
                of(
                        DetailKey.ARCH,
                        "the architecture that was asked for, else the host's",
                        asked("arch"),
                        host("/proc/sys/kernel/arch", "")));
        rows.add(
                of(
                        DetailKey.VCPU_MAX,
                        "the machine's limit, under kvm lowered to the kernel's; where QEMU tells"
                                + " no limit of the machine the element is left out",
                        qmp(MACHINES, "cpu-max"),
                        host(KVM, "KVM_CAP_MAX_VCPUS, KVM_CAP_NR_VCPUS")));
    }

    private static void loader(List<Derivation> rows) {
        rows.add(
                of(
                        DetailKey.LOADER_VALUE,
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
                        DetailKey.HOST_MODEL_MODEL,
                        "the named model that is nearest to the CPU that QEMU describes",
                        expansion,
                        processor));
        rows.add(
                of(
                        DetailKey.HOST_MODEL_FALLBACK,
                        "forbid if QEMU described the CPU, allow if the host's CPU was read"
                                + " instead",
                        expansion));
        rows.add(of(DetailKey.HOST_MODEL_VENDOR, "the vendor of the CPU", expansion, processor));
        addressSize(rows);
        rows.add(
                of(
                        DetailKey.HOST_MODEL_FEATURE_NAME,
                        "features that the CPU has and the model has not, or the other way round;"
                                + " flags of the request add more",
                        expansion,
                        asked("flags")));
        rows.add(
                of(
                        DetailKey.HOST_MODEL_FEATURE_POLICY,
                        "require what the CPU has beyond the model, disable what it lacks",
                        expansion,
                        asked("flags")));
    }

    private static void addressSize(List<Derivation> rows) {
        Evidence size = host("/proc/cpuinfo", "address sizes");
        rows.add(
                of(
                        DetailKey.HOST_MODEL_ADDRESS_MODE,
                        "passthrough, under hardware accelerators alone",
                        asked("virt type"),
                        size));
        rows.add(
                of(
                        DetailKey.HOST_MODEL_ADDRESS_LIMIT,
                        "the host's physical address bits, where the kernel tells them",
                        asked("virt type"),
                        size));
    }

    private static void custom(List<Derivation> rows) {
        Evidence name = qmp(DEFINITIONS, "name");
        Evidence blockers = qmp(DEFINITIONS, "unavailable-features");
        rows.add(
                of(
                        DetailKey.CUSTOM_MODEL,
                        "the names that QEMU lists under the virt type and the guest's architecture"
                                + " knows; sorted since 10.9",
                        name));
        rows.add(
                of(
                        DetailKey.CUSTOM_USABLE,
                        "yes if nothing blocks the model, no if something does, unknown if QEMU"
                                + " does not tell",
                        blockers));
        rows.add(
                of(
                        DetailKey.CUSTOM_DEPRECATED,
                        "yes if QEMU says so; otherwise left out",
                        qmp(DEFINITIONS, "deprecated")));
        rows.add(
                of(
                        DetailKey.CUSTOM_VENDOR,
                        "from the table of CPU models; unknown for others",
                        name));
        rows.add(
                of(
                        DetailKey.CUSTOM_CANONICAL,
                        "from the table of CPU models (x86), for a name that stands for a"
                                + " versioned one",
                        name));
        rows.add(of(DetailKey.CUSTOM_BLOCKERS_MODEL, "the model that is blocked", blockers));
        rows.add(
                of(
                        DetailKey.CUSTOM_BLOCKER,
                        "what the model needs and cannot have, libvirt's names, sorted",
                        blockers));
    }

    private static void sev(List<Derivation> rows) {
        String command = "query-sev-capabilities";
        Evidence leaf = host("CPUID leaf 0x8000001f", "ECX, EDX");
        rows.add(of(DetailKey.SEV_CBITPOS, "as QEMU tells it", qmp(command, "cbitpos")));
        rows.add(
                of(
                        DetailKey.SEV_REDUCED_PHYS_BITS,
                        "as QEMU tells it",
                        qmp(command, "reduced-phys-bits")));
        rows.add(of(DetailKey.SEV_MAX_GUESTS, "ECX - EDX + 1; 0 if either is 0", leaf));
        rows.add(of(DetailKey.SEV_MAX_ES_GUESTS, "EDX - 1; 0 if either is 0", leaf));
        rows.add(
                of(
                        DetailKey.SEV_CPU0_ID,
                        "as QEMU tells it (7.1 and later); otherwise left out",
                        qmp(command, "cpu0-id")));
    }

    private static void sgx(List<Derivation> rows) {
        String command = "query-sgx-capabilities";
        String told = "yes or no as QEMU tells it";
        rows.add(of(DetailKey.SGX_FLC, told, qmp(command, "flc")));
        rows.add(of(DetailKey.SGX_1, told, qmp(command, "sgx1")));
        rows.add(of(DetailKey.SGX_2, told, qmp(command, "sgx2")));
        rows.add(
                of(
                        DetailKey.SGX_SECTION_SIZE,
                        "the total that QEMU tells, else the sum of the sections",
                        qmp(command, "section-size, sections.size")));
        rows.add(of(DetailKey.SGX_SECTION_SIZE_UNIT, "always KiB"));
        rows.add(
                of(
                        DetailKey.SGX_SECTION_NODE,
                        "the NUMA node, in QEMU's order; without sections there is no <sections>",
                        qmp(command, "sections.node")));
        rows.add(
                of(
                        DetailKey.SGX_SECTION_KIB,
                        "bytes divided by 1024, rounded down for each section",
                        qmp(command, "sections.size")));
        rows.add(of(DetailKey.SGX_SECTION_UNIT, "always KiB"));
    }

    private static void hyperv(List<Derivation> rows) {
        hyperv(
                rows,
                DetailKey.HYPERV_SPINLOCKS,
                "retries before the guest yields; left out for 0 and for never",
                HypervDefault.SPINLOCKS);
        hyperv(
                rows,
                DetailKey.HYPERV_STIMER_DIRECT,
                "on or off, if stimer is there and QEMU tells it",
                HypervDefault.STIMER_DIRECT);
        hyperv(
                rows,
                DetailKey.HYPERV_TLBFLUSH_DIRECT,
                "on or off, if tlbflush is there and QEMU tells it",
                HypervDefault.TLBFLUSH_DIRECT);
        hyperv(
                rows,
                DetailKey.HYPERV_TLBFLUSH_EXTENDED,
                "on or off, if tlbflush is there and QEMU tells it",
                HypervDefault.TLBFLUSH_EXTENDED);
        hyperv(
                rows,
                DetailKey.HYPERV_VENDOR_ID,
                "the text; left out if it is empty",
                HypervDefault.VENDOR_ID);
    }

    private static void hyperv(
            List<Derivation> rows, DetailKey key, String words, HypervDefault source) {
        rows.add(
                of(
                        key,
                        words,
                        qmp(
                                EXPANSION,
                                "model host with hv-passthrough, property " + source.property())));
    }

    private static Derivation of(DetailKey key, String words, Evidence... evidence) {
        return Derivation.of(key, words, evidence);
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
