package org.domcaps.host;

import org.domcaps.document.Arch;
import org.domcaps.host.firmware.FirmwareFacts;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a document needs to know of the host, for any release.
///
/// The accessor of a part that is not among `gathered` throws [IllegalStateException]: whoever asks
/// should have asked [HostProbe] for it.
///
/// @param gathered the parts that are known
/// @param machine architecture, kernel and processor; always known
/// @param rawCpu the processor's own answers
/// @param kvm `/dev/kvm`
/// @param features switches and nodes
/// @param swtpm the TPM emulator
/// @param rdpHelper the path of `qemu-rdp` or of what `qemu_rdp` in `qemu.conf` names; empty if it
///   is not installed
/// @param sevGuests how many SEV guests there can be
/// @param firmware the firmware descriptors
public record HostFacts(
        Set<HostPart> gathered,
        Machine machine,
        RawCpu rawCpu,
        Kvm kvm,
        Set<HostFeature> features,
        Swtpm swtpm,
        Optional<String> rdpHelper,
        SevGuests sevGuests,
        FirmwareFacts firmware) {

    /// Copies the sets.
    public HostFacts {
        gathered = Collections.unmodifiableSet(copy(HostPart.class, gathered));
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(rawCpu, "rawCpu");
        Objects.requireNonNull(kvm, "kvm");
        features = Collections.unmodifiableSet(copy(HostFeature.class, features));
        Objects.requireNonNull(swtpm, "swtpm");
        Objects.requireNonNull(rdpHelper, "rdpHelper");
        Objects.requireNonNull(sevGuests, "sevGuests");
        Objects.requireNonNull(firmware, "firmware");
    }

    private static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> set) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(set);
        return copy;
    }

    /// The host that the JSON text `{}` describes: an x86_64 machine with KVM and without anything
    /// else. Documents about it show the emulator alone.
    public static HostFacts plain() {
        return of(Machine.of(Arch.X86_64), EnumSet.allOf(HostPart.class));
    }

    /// A machine of which these parts are known, and are as in [#plain].
    static HostFacts of(Machine machine, Set<HostPart> gathered) {
        return new HostFacts(
                gathered,
                machine,
                RawCpu.unknown(),
                Kvm.unlimited(),
                Set.of(),
                new Swtpm.Absent(SwtpmPrograms.NAMES),
                Optional.empty(),
                SevGuests.none(),
                FirmwareFacts.none());
    }

    private void require(HostPart part) {
        if (!gathered.contains(part)) {
            throw new IllegalStateException("host part " + part + " was not gathered");
        }
    }

    /// The architecture of the host.
    public Arch arch() {
        return machine.arch();
    }

    /// The processor's own answers.
    @Override
    public RawCpu rawCpu() {
        require(HostPart.RAW_CPU);
        return rawCpu;
    }

    /// `/dev/kvm`.
    @Override
    public Kvm kvm() {
        require(HostPart.KVM);
        return kvm;
    }

    /// Switches and nodes.
    @Override
    public Set<HostFeature> features() {
        require(HostPart.FEATURES);
        return features;
    }

    /// The TPM emulator.
    @Override
    public Swtpm swtpm() {
        require(HostPart.SWTPM);
        return swtpm;
    }

    /// The helper program for RDP, if it is installed.
    @Override
    public Optional<String> rdpHelper() {
        require(HostPart.RDP_HELPER);
        return rdpHelper;
    }

    /// How many SEV guests there can be.
    @Override
    public SevGuests sevGuests() {
        require(HostPart.SEV_GUESTS);
        return sevGuests;
    }

    /// The firmware descriptors.
    @Override
    public FirmwareFacts firmware() {
        require(HostPart.FIRMWARE);
        return firmware;
    }

    /// Whether devices of the host can be given to guests: there are IOMMU groups, and
    /// `/dev/vfio/vfio`.
    public boolean vfioUsable() {
        return features().contains(HostFeature.IOMMU_GROUPS)
                && features().contains(HostFeature.VFIO_NODE);
    }

    /// Whether `/dev/iommu` exists.
    public boolean iommufdNodeExists() {
        return features().contains(HostFeature.IOMMUFD_NODE);
    }

    /// Whether guests can be protected from the host: SEV or TDX on x86, protected virtualization
    /// on s390.
    public boolean secureGuests() {
        return HostState.secureGuests(machine.arch(), features());
    }

    /// The same facts with another machine.
    public HostFacts withMachine(Machine other) {
        return new HostFacts(
                gathered, other, rawCpu, kvm, features, swtpm, rdpHelper, sevGuests, firmware);
    }

    /// The same facts for a machine of another architecture; everything else about the machine
    /// stays.
    public HostFacts withArch(Arch other) {
        return withMachine(
                new Machine(
                        other,
                        machine.kernel(),
                        machine.signature(),
                        machine.microcode(),
                        machine.physicalAddressBits()));
    }

    /// The same facts with these answers of the processor.
    public HostFacts withRawCpu(RawCpu other) {
        return new HostFacts(
                with(HostPart.RAW_CPU),
                machine,
                other,
                kvm,
                features,
                swtpm,
                rdpHelper,
                sevGuests,
                firmware);
    }

    /// The same facts with this `/dev/kvm`.
    public HostFacts withKvm(Kvm other) {
        return new HostFacts(
                with(HostPart.KVM),
                machine,
                rawCpu,
                other,
                features,
                swtpm,
                rdpHelper,
                sevGuests,
                firmware);
    }

    /// The same facts with these switches and nodes.
    public HostFacts withFeatures(Set<HostFeature> other) {
        return new HostFacts(
                with(HostPart.FEATURES),
                machine,
                rawCpu,
                kvm,
                other,
                swtpm,
                rdpHelper,
                sevGuests,
                firmware);
    }

    /// The same facts with this TPM emulator, for example one that a cache remembered.
    public HostFacts withSwtpm(Swtpm other) {
        return new HostFacts(
                with(HostPart.SWTPM),
                machine,
                rawCpu,
                kvm,
                features,
                other,
                rdpHelper,
                sevGuests,
                firmware);
    }

    /// The same facts with this helper program for RDP, or without one.
    public HostFacts withRdpHelper(Optional<String> other) {
        return new HostFacts(
                with(HostPart.RDP_HELPER),
                machine,
                rawCpu,
                kvm,
                features,
                swtpm,
                other,
                sevGuests,
                firmware);
    }

    /// The same facts with these numbers of SEV guests.
    public HostFacts withSevGuests(SevGuests other) {
        return new HostFacts(
                with(HostPart.SEV_GUESTS),
                machine,
                rawCpu,
                kvm,
                features,
                swtpm,
                rdpHelper,
                other,
                firmware);
    }

    /// The same facts with this firmware.
    public HostFacts withFirmware(FirmwareFacts other) {
        return new HostFacts(
                with(HostPart.FIRMWARE),
                machine,
                rawCpu,
                kvm,
                features,
                swtpm,
                rdpHelper,
                sevGuests,
                other);
    }

    private Set<HostPart> with(HostPart part) {
        Set<HostPart> parts = copy(HostPart.class, gathered);
        parts.add(part);
        return parts;
    }

    /// The JSON form, members in a fixed order. Parts that were not gathered are left out, and
    /// `gathered` then names those that were.
    public JsonObject toJson() {
        return HostFactsWriter.write(this);
    }

    /// Reads the JSON form, as written by [#toJson] or by hand. A member that is left out means
    /// what it means in [#plain].
    ///
    /// @throws HostFactsException if a member is not known or has a value that it cannot have
    public static HostFacts fromJson(JsonValue json) {
        return HostFactsReader.read(json);
    }
}
