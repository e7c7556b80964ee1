package org.domcaps.qemu;

import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.document.Detail.HypervDefaults;
import org.domcaps.document.EnumKey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Hyper-V enlightenments: the properties `hv-…` of the full expansion of `host` with
/// `hv-passthrough`.
///
/// Names here are libvirt's, which is QEMU's name without the prefix, with `_` for `-` where only
/// that is known to the format.
public record Enlightenments(List<ExpansionProperty> properties) {

    /// QEMU told nothing.
    public static final Enlightenments NONE = new Enlightenments(List.of());

    private static final String PREFIX = "hv-";
    private static final PropertyValue NOTHING = new PropertyValue.Text("");
    // How QEMU writes "the guest never yields".
    private static final long NEVER = 4_294_967_295L;

    /// Keeps only the properties that begin with `hv-`.
    public Enlightenments {
        properties =
                properties.stream().filter(property -> property.name().startsWith(PREFIX)).toList();
    }

    /// Whether an enlightenment is there and switched on.
    public boolean has(String feature) {
        for (ExpansionProperty property : properties) {
            if (feature.equals(featureName(property)) && isOn(property)) {
                return true;
            }
        }
        return false;
    }

    /// Whether any enlightenment that the format knows is switched on.
    public boolean hasAny() {
        for (ExpansionProperty property : properties) {
            if (isOn(property)
                    && EnumKey.HYPERV_FEATURES.value(featureName(property)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// What mode `host-model` of the enlightenments would set.
    public HypervDefaults defaults() {
        OptionalLong spinlocks = OptionalLong.empty();
        if (told(HypervDefault.SPINLOCKS).orElse(NOTHING)
                        instanceof PropertyValue.Number(long number)
                && number > 0
                && number < NEVER) {
            spinlocks = OptionalLong.of(number);
        }
        Optional<String> vendor = Optional.empty();
        if (told(HypervDefault.VENDOR_ID).orElse(NOTHING) instanceof PropertyValue.Text(String text)
                && !text.isEmpty()) {
            vendor = Optional.of(text);
        }
        return new HypervDefaults(
                spinlocks,
                flag(HypervDefault.STIMER_DIRECT),
                flag(HypervDefault.TLBFLUSH_DIRECT),
                flag(HypervDefault.TLBFLUSH_EXTENDED),
                vendor);
    }

    /// What QEMU tells of a default, whether or not it counts; absent if it does not have the
    /// property.
    public Optional<PropertyValue> told(HypervDefault row) {
        for (ExpansionProperty property : properties) {
            if (property.name().equals(row.property())) {
                return Optional.of(property.value());
            }
        }
        return Optional.empty();
    }

    /// Whether the enlightenment is there that a default belongs to; yes if it belongs to none.
    public boolean hasOwner(HypervDefault row) {
        return row.owner().isEmpty() || has(row.owner().get());
    }

    private static String featureName(ExpansionProperty property) {
        String name = property.name().substring(PREFIX.length());
        return EnumKey.HYPERV_FEATURES.value(name).isPresent() ? name : name.replace('-', '_');
    }

    private static boolean isOn(ExpansionProperty property) {
        return property.value().isOn();
    }

    /// The state of a flag; empty if QEMU does not have it, or not what it belongs to.
    private Optional<Boolean> flag(HypervDefault row) {
        return hasOwner(row) && told(row).orElse(NOTHING) instanceof PropertyValue.Flag(boolean on)
                ? Optional.of(on)
                : Optional.empty();
    }
}
