#!/usr/bin/env python3
"""Writes Domcaps' table of the x86 CPU map from a folder of facts about one libvirt release.

usage: x86_map.py FACTS_FOLDER {10.7|12.8} > ../src/main/resources/org/domcaps/cpu/x86/map-LEVEL.txt

FACTS_FOLDER holds x86_vendors.json, x86_features.json and x86_models.json (arrays of objects in map order). The form
of the table is described in the package page of org.domcaps.cpu.x86.
"""

import json
import sys
from pathlib import Path

# libvirt name -> QEMU name; no file of the map holds these.
TRANSLATIONS = [
    ("cmp_legacy", "cmp-legacy"),
    ("ds_cpl", "ds-cpl"),
    ("fxsr_opt", "fxsr-opt"),
    ("kvm_pv_eoi", "kvm-pv-eoi"),
    ("kvm_pv_unhalt", "kvm-pv-unhalt"),
    ("lahf_lm", "lahf-lm"),
    ("nodeid_msr", "nodeid-msr"),
    ("pclmuldq", "pclmulqdq"),
    ("perfctr_core", "perfctr-core"),
    ("perfctr_nb", "perfctr-nb"),
    ("tsc_adjust", "tsc-adjust"),
]
NEWER_TRANSLATIONS = [
    ("vmx-invvpid-single-context-noglobals", "vmx-invept-single-context-noglobals"),
]

# Features that are never passed to QEMU, with the release that began to hold each back.
WITHHELD = [("cmt", None), ("mbm_total", None), ("mbm_local", None), ("osxsave", None), ("ospke", None)]
NEWER_WITHHELD = [
    ("vmx-ept-uc", "11.3"),
    ("vmx-ept-wb", "11.3"),
    ("vmx-invvpid-single-context", "11.3"),
    ("ht", "11.10"),
    ("cmp_legacy", "11.10"),
]

# Releases of what came within the newer level. Release 11.3 was looked at as a whole and has none of these; the
# releases after it are those that followed the QEMU version in which the model first appeared (10.0, 10.1, 11.0).
AFTER_QEMU_10_0, AFTER_QEMU_10_1, AFTER_QEMU_11_0 = "11.4", "11.8", "12.4"
LATER_MODELS = {
    AFTER_QEMU_10_0: "ClearwaterForest ClearwaterForest-v1 SierraForest-v2",
    AFTER_QEMU_10_1: "SapphireRapids-v4 GraniteRapids-v3 SierraForest-v3 EPYC-v5 EPYC-Rome-v5 EPYC-Milan-v3"
    " EPYC-Genoa-v2 EPYC-Turin EPYC-Turin-v1 YongFeng YongFeng-v1 YongFeng-v2 YongFeng-v3",
    AFTER_QEMU_11_0: "SapphireRapids-v5 SapphireRapids-v6 GraniteRapids-v4 GraniteRapids-v5 SierraForest-v4"
    " SierraForest-v5 ClearwaterForest-v2 ClearwaterForest-v3 DiamondRapids DiamondRapids-v1",
}
LATER_FEATURES = {
    AFTER_QEMU_10_0: "bhi-no",
    AFTER_QEMU_10_1: "fs-gs-base-ns verw-clear prefetchi tsa-sq-no tsa-l1-no xstore xstore-en xcrypt xcrypt-en ace2"
    " ace2-en phe phe-en pmm pmm-en",
    AFTER_QEMU_11_0: "cet-ss cet-ibt movrs msr-imm apxf amx-int8-alias amx-bf16-alias amx-complex-alias amx-fp16-alias"
    " amx-fp8 amx-tf32 amx-avx512 amx-movrs avx10-vnni-int apx-nci-ndd-nf gmet its-no vmx-mbec vmx-exit-save-cet"
    " vmx-entry-load-cet",
}


def by_name(table):
    return {name: release for release, names in table.items() for name in names.split()}


MODEL_RELEASE, FEATURE_RELEASE = by_name(LATER_MODELS), by_name(LATER_FEATURES)


def since(release):
    return f" since {release}" if release else ""


def place(bit):
    if bit["type"] == "cpuid":
        return f"cpuid {int(bit['leaf'], 16):x}.{bit['subleaf']:x} {bit['reg']}"
    return f"msr {int(bit['index'], 16):x} {bit['half']}"


def feature_lines(features):
    last = None
    for feature in features:
        (bit,) = feature["bits"]
        if place(bit) != last:
            last = place(bit)
            yield last
        yield f"  {bit['bit']} {feature['name']}" + (
            "" if feature["migratable"] else " unmigratable"
        ) + since(FEATURE_RELEASE.get(feature["name"]))


def stepping(values):
    if values is None:
        return ""
    low, high = min(values), max(values)
    assert values == list(range(low, high + 1)), values
    return f"/{low}-{high}"


def likest(model, done):
    """The earlier model of the vendor, or of none, that leaves the fewest differences."""
    best, best_cost = None, len(model["features"]) + len(model["added"])
    for other in done:
        if other["vendor"] not in (None, model["vendor"]):
            continue
        cost = len(set(model["features"]) ^ set(other["features"])) + len(set(model["added"]) ^ set(other["added"]))
        if cost < best_cost:
            best, best_cost = other, cost
    return best


def difference(key, model, like, order):
    have = set(like[key]) if like else set()
    want = set(model[key])
    signs = [(name, "+") for name in want - have] + [(name, "-") for name in have - want]
    return " ".join(sign + name for name, sign in sorted(signs, key=lambda s: (s[1] == "-", order[s[0]])))


def wrap(keyword, text):
    """Lines of at most about 100 columns, each beginning with the keyword."""
    line = ""
    for word in text.split():
        if line and len(keyword) + len(line) + len(word) > 94:
            yield f"  {keyword}{line}"
            line = ""
        line += " " + word
    if line:
        yield f"  {keyword}{line}"


def model_lines(model, done, order, newer):
    name = model["name"]
    mark = since(MODEL_RELEASE.get(name) or ("11.0" if newer and name.endswith("-v1") else None))
    if model["base"]:
        assert not (model["signatures"] or model["features"] or model["added"] or model["removed"])
        assert model["decode_host"] and not model["decode_guest"]
        yield f"alias {name} of {model['base']}{mark}"
        return
    yield f"model {name}{mark}"
    if model["vendor"]:
        yield f"  vendor {model['vendor']}"
    decode = [side for side in ("host", "guest") if model[f"decode_{side}"]]
    if len(decode) < 2:
        yield "  decode " + (decode[0] if decode else "never")
    if model["signatures"]:
        marks = [f"{s['family']}/{s['model']}{stepping(s['steppings'])}" for s in model["signatures"]]
        yield "  signature " + " ".join(marks)
    like = likest(model, done)
    if like:
        yield f"  like {like['name']}"
    yield from wrap("features", difference("features", model, like, order))
    yield from wrap("added", difference("added", model, like, order))
    yield from wrap("removed", " ".join(model["removed"]))


def main():
    folder, level = Path(sys.argv[1]), sys.argv[2]
    newer = {"10.7": False, "12.8": True}[level]
    vendors, features, models = (
        json.loads((folder / f"x86_{what}.json").read_text()) for what in ("vendors", "features", "models")
    )
    print(f"# x86 CPU map of libvirt {level}; written by cpu/tools/x86_map.py, not by hand.")
    print("\n# vendor string name")
    for vendor in vendors:
        print(f"vendor {vendor['string']} {vendor['name']}")
    print("\n# features: a register, then its bits")
    for line in feature_lines(features):
        print(line)
    print("\n# withhold feature: never passed to QEMU")
    for name, release in WITHHELD + (NEWER_WITHHELD if newer else []):
        print(f"withhold {name}{since(release)}")
    print("\n# translate libvirt-name qemu-name")
    for libvirt, qemu in TRANSLATIONS + (NEWER_TRANSLATIONS if newer else []):
        print(f"translate {libvirt} {qemu}")
    order = {feature["name"]: feature["order"] for feature in features}
    done = []
    print("\n# models; features and added tell the difference to the model that this one is like")
    for model in models:
        for line in model_lines(model, done, order, newer):
            print(line)
        if not model["base"]:
            done.append(model)


if __name__ == "__main__":
    main()
