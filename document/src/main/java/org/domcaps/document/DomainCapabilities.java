package org.domcaps.document;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// One whole domain capabilities document.
///
/// @param path the emulator binary; absent for hypervisors without one
/// @param domain the virt type, see [VirtType]
/// @param machine the canonical machine name; absent where the hypervisor has none
/// @param arch the guest architecture, see [Arch]
/// @param vcpuMax most virtual CPUs; absent if not known
/// @param blocks what is said about each element, in document order; an element that is missing is
///   not reported
/// @param extras children and attributes of the containers beyond the known format; those of `<os>`
///   lie in its block
public record DomainCapabilities(
        Optional<String> path,
        Optional<String> domain,
        Optional<String> machine,
        Optional<String> arch,
        OptionalLong vcpuMax,
        Map<Element, Block> blocks,
        Map<Place, Extras> extras) {

    /// Checks and copies.
    public DomainCapabilities {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(vcpuMax, "vcpuMax");
        blocks = Collections.unmodifiableMap(copy(Element.class, blocks));
        extras = Collections.unmodifiableMap(copy(Place.class, extras));
    }

    private static <K extends Enum<K>, V> EnumMap<K, V> copy(Class<K> type, Map<K, V> from) {
        EnumMap<K, V> copy = new EnumMap<>(type);
        copy.putAll(from);
        return copy;
    }

    /// What is said about an element; empty if it is not reported.
    public Optional<Block> block(Element element) {
        return Optional.ofNullable(blocks.get(element));
    }

    /// The state of an element.
    public Support support(Element element) {
        Block block = blocks.get(element);
        return block == null ? Support.NOT_REPORTED : block.support();
    }

    /// The values of an enum in document order; empty if the enum is not reported.
    public Optional<List<String>> values(EnumKey key) {
        Block block = blocks.get(key.element());
        return block == null ? Optional.empty() : block.values(key.xmlName());
    }

    /// Whether an enum is reported and holds that value.
    public boolean offers(EnumKey key, String value) {
        return values(key).map(values -> values.contains(value)).orElse(false);
    }

    /// The CPU that mode `host-model` stands for; empty if the mode is not supported or not
    /// reported.
    public Optional<Detail.HostModel> hostModel() {
        return detail(Element.HOST_MODEL, Detail.HostModel.class);
    }

    /// The named models of mode `custom`, in document order; empty if there are none.
    public List<CpuModel> customModels() {
        return detail(Element.CUSTOM, Detail.CustomModels.class)
                .map(Detail.CustomModels::models)
                .orElse(List.of());
    }

    /// Paths of firmware images that a loader can name, in document order.
    public List<String> loaderPaths() {
        return detail(Element.LOADER, Detail.LoaderPaths.class)
                .map(Detail.LoaderPaths::paths)
                .orElse(List.of());
    }

    /// The detail of an element, if it is reported and of that kind.
    public <T extends Detail> Optional<T> detail(Element element, Class<T> kind) {
        Block block = blocks.get(element);
        return block != null && kind.isInstance(block.detail())
                ? Optional.of(kind.cast(block.detail()))
                : Optional.empty();
    }
}
