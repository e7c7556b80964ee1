#!/usr/bin/env python3
"""Writes Domcaps' tables of the ARM and POWER CPU maps from folders of facts about two libvirt releases.

usage: small_maps.py {arm|ppc64} FACTS_OF_10.7 FACTS_OF_12.8 > ../src/main/tables/org/domcaps/cpu/FAMILY/map.txt

Each folder holds FAMILY_vendors.json, FAMILY_models.json and so on (arrays of objects in map order). What only the
later folder has is marked with the release that brought it; nothing may be missing from it that the earlier one has.
The form of a table is described in the package page of the family.
"""

import json
import sys
from pathlib import Path

# The first release that has each addition. Ampere: not in 11.1, there in 11.3. Neoverse-V2: not yet in 11.3; nothing
# between was looked at. No document shows an ARM model, so these decide only how a host is described.
SINCE = {
    "POWER11": "11.4",
    "Ampere": "11.3",
    "Ampere-1": "11.3",
    "Ampere-1a": "11.3",
    "Neoverse-V2": "12.8",
}

# Names that older definitions use for a model; no file of the map holds these.
LEGACY = {"POWER7_v2.1": "POWER7", "POWER7_v2.3": "POWER7", "POWER7+_v2.1": "POWER7", "POWER8_v1.0": "POWER8"}


def load(folder, name):
    return json.loads((Path(folder) / f"{name}.json").read_text())


def merged(earlier, later, name):
    """Rows of the later list, each with the mark that says since when it is there."""
    before = {row["name"]: {k: v for k, v in row.items() if k != "order"} for row in load(earlier, name)}
    rows = load(later, name)
    missing = before.keys() - {row["name"] for row in rows}
    assert not missing, f"{name}: gone from the later release: {missing}"
    for row in rows:
        old = before.get(row["name"])
        assert old in (None, {k: v for k, v in row.items() if k != "order"}), f"{name}: {row['name']} changed"
        yield row, "" if old else f" since {SINCE[row['name']]}"


def digits(text, width):
    return f"{int(text, 16):0{width}x}"


def arm(earlier, later):
    print("\n# vendor implementer name")
    for row, mark in merged(earlier, later, "arm_vendors"):
        print(f"vendor {digits(row['implementer'], 2)} {row['name']}{mark}")
    print("\n# model part vendor name")
    for row, mark in merged(earlier, later, "arm_models"):
        print(f"model {digits(row['part'], 3)} {row['vendor']} {row['name']}{mark}")
    print("\n# feature name: what a definition may switch")
    for row, mark in merged(earlier, later, "arm_features"):
        print(f"feature {row['name']}{mark}")
    print("\n# flag bit name: what the kernel says a processor can do")
    for row in load(earlier, "arm_hwcap_flags"):
        print(f"flag {row['bit']} {row['name']}")


def ppc64(earlier, later):
    print("\n# vendor name")
    for row, mark in merged(earlier, later, "ppc64_vendors"):
        print(f"vendor {row['name']}{mark}")
    print("\n# model name vendor version/mask ...")
    for row, mark in merged(earlier, later, "ppc64_models"):
        versions = " ".join(f"{digits(p['value'], 8)}/{digits(p['mask'], 8)}" for p in row["pvrs"])
        print(f"model {row['name']} {row['vendor']} {versions}{mark}")
    print("\n# legacy name model")
    for name, model in LEGACY.items():
        print(f"legacy {name} {model}")


def main():
    family, earlier, later = sys.argv[1:]
    print(f"# {family} CPU map of libvirt 10.7 to 12.8; written by cpu/tools/small_maps.py, not by hand.")
    {"arm": arm, "ppc64": ppc64}[family](earlier, later)


if __name__ == "__main__":
    main()
