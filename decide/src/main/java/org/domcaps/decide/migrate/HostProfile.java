package org.domcaps.decide.migrate;

import org.domcaps.decide.MachineType;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.document.Arch;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What matters of a document when guests move, made by a [ProfileIndex]. Profiles of different
/// indexes must not be mixed.
///
/// @param arch the guest architecture; absent if the document names none that is known
/// @param virtType the virt type as the document has it
/// @param machine the canonical machine name
/// @param vendor the vendor of the host-model
/// @param needs what a guest with host-model sees when it can be migrated; absent if the document
///   has no host-model, or the features of its models are not known
/// @param has all that a guest can have; absent likewise
/// @param beyondMap features of the host-model that the CPU map does not have; of these nothing is
///   known but the names
/// @param addressBits physical address size; absent if not reported
/// @param values every reported value of every enum, and every plain element that is supported
/// @param reported the places of [ProfileIndex] for every enum and plain element that is reported
/// @param offer the CPU as a whole, where features are not known; absent where they are
public record HostProfile(
        Optional<Arch> arch,
        Optional<String> virtType,
        Optional<String> machine,
        Optional<String> vendor,
        Optional<BitSet> needs,
        Optional<BitSet> has,
        BitSet beyondMap,
        OptionalInt addressBits,
        BitSet values,
        BitSet reported,
        Optional<CpuOffer> offer) {

    /// Checks and copies.
    public HostProfile {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(virtType, "virtType");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(vendor, "vendor");
        needs = needs.map(set -> (BitSet) set.clone());
        has = has.map(set -> (BitSet) set.clone());
        beyondMap = (BitSet) beyondMap.clone();
        Objects.requireNonNull(addressBits, "addressBits");
        values = (BitSet) values.clone();
        reported = (BitSet) reported.clone();
        Objects.requireNonNull(offer, "offer");
    }

    /// The machine taken apart.
    Optional<MachineType> machineType() {
        return machine.map(MachineType::parse);
    }
}
