package org.domcaps.cpu.arm;

import org.domcaps.cpu.CpuMapException;
import org.domcaps.cpu.table.CpuTable;
import org.domcaps.cpu.table.Statement;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;

/// The ARM CPU map of one release of libvirt.
public final class ArmMap {

    private static final String TABLE = "map.txt";
    private static final int FLAG_BITS = 64;

    /// A model.
    ///
    /// @param part the part number in `MIDR_EL1`
    /// @param vendor the name of its vendor
    /// @param name its name
    public record Model(int part, String vendor, String name) {}

    private final SequencedMap<Integer, String> vendors = new LinkedHashMap<>();
    private final List<Model> models = new ArrayList<>();
    private final SequencedSet<String> features = new LinkedHashSet<>();
    private final SequencedMap<Integer, String> flags = new TreeMap<>();

    private ArmMap() {}

    /// The map that a release has, read from the class path.
    public static ArmMap forRelease(Release release) {
        return of(CpuTable.read(TABLE, TableTexts.of(TABLE), release));
    }

    /// The map that statements make up.
    ///
    /// @throws CpuMapException if one is not understood, double, or names what is not there
    static ArmMap of(List<Statement> statements) {
        ArmMap map = new ArmMap();
        for (Statement statement : statements) {
            switch (statement.keyword()) {
                case "vendor" -> map.addVendor(statement);
                case "model" -> map.addModel(statement);
                case "feature" -> map.addFeature(statement);
                case "flag" -> map.addFlag(statement);
                default -> throw statement.fault("unknown keyword " + statement.keyword());
            }
        }
        return map;
    }

    private void addVendor(Statement statement) {
        List<String> parts = statement.parts(2);
        if (vendors.containsValue(parts.get(1))) {
            throw statement.fault("vendor " + parts.get(1) + " a second time");
        }
        if (vendors.put(statement.hex(parts.get(0)), parts.get(1)) != null) {
            throw statement.fault("implementer " + parts.get(0) + " a second time");
        }
    }

    private void addModel(Statement statement) {
        List<String> parts = statement.parts(3);
        Model model = new Model(statement.hex(parts.get(0)), parts.get(1), parts.get(2));
        if (!vendors.containsValue(model.vendor())) {
            throw statement.fault("unknown vendor " + model.vendor());
        }
        for (Model other : models) {
            if (other.name().equals(model.name())) {
                throw statement.fault("model " + model.name() + " a second time");
            }
        }
        models.add(model);
    }

    private void addFeature(Statement statement) {
        if (!features.add(statement.text())) {
            throw statement.fault("feature " + statement.text() + " a second time");
        }
    }

    private void addFlag(Statement statement) {
        List<String> parts = statement.parts(2);
        int bit;
        try {
            bit = Integer.parseInt(parts.get(0));
        } catch (NumberFormatException _) {
            bit = -1;
        }
        if (bit < 0 || bit >= FLAG_BITS) {
            throw statement.fault("'" + parts.get(0) + "' is no bit");
        }
        if (flags.put(bit, parts.get(1)) != null) {
            throw statement.fault("bit " + bit + " a second time");
        }
    }

    /// The names of vendors by their implementer codes, in order.
    public Map<Integer, String> vendors() {
        return new LinkedHashMap<>(vendors);
    }

    /// All models, in order.
    public List<Model> models() {
        return List.copyOf(models);
    }

    /// The features that definitions may switch, in order.
    public List<String> features() {
        return List.copyOf(features);
    }

    /// Whether a definition may switch a feature.
    boolean hasFeature(String name) {
        return features.contains(name);
    }

    /// The vendor of an implementer code.
    public Optional<String> vendorOf(int implementer) {
        return Optional.ofNullable(vendors.get(implementer));
    }

    /// The first model with a part number, whoever made it.
    public Optional<Model> modelOf(int part) {
        for (Model model : models) {
            if (model.part() == part) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /// The names of the hardware capabilities that are set, in the order of their bits.
    public List<String> flags(long hwcap) {
        List<String> names = new ArrayList<>();
        flags.forEach((bit, name) -> {
            if ((hwcap >>> bit & 1) != 0) {
                names.add(name);
            }
        });
        return names;
    }
}
