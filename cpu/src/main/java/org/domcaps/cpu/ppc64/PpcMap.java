package org.domcaps.cpu.ppc64;

import org.domcaps.cpu.CpuMapException;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.cpu.table.CpuTable;
import org.domcaps.cpu.table.Statement;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The POWER CPU map of one release of libvirt.
public final class PpcMap {

    private static final String TABLE = "map.txt";

    private final Set<String> vendors = new LinkedHashSet<>();
    private final List<PpcModel> models = new ArrayList<>();
    private final Map<String, String> legacy = new LinkedHashMap<>();

    private PpcMap() {}

    /// The map that a release has, read from the class path.
    public static PpcMap forRelease(Release release) {
        return of(CpuTable.read(TABLE, TableTexts.of(TABLE), release));
    }

    /// The map that statements make up.
    ///
    /// @throws CpuMapException if one is not understood, double, or names what is not there
    static PpcMap of(List<Statement> statements) {
        PpcMap map = new PpcMap();
        for (Statement statement : statements) {
            switch (statement.keyword()) {
                case "vendor" -> map.addVendor(statement);
                case "model" -> map.addModel(statement);
                case "legacy" -> map.addLegacy(statement);
                default -> throw statement.fault("unknown keyword " + statement.keyword());
            }
        }
        return map;
    }

    private void addVendor(Statement statement) {
        if (!vendors.add(statement.text())) {
            throw statement.fault("vendor " + statement.text() + " a second time");
        }
    }

    private void addModel(Statement statement) {
        List<String> parts = statement.parts(3);
        String name = parts.get(0);
        if (findModel(name).isPresent()) {
            throw statement.fault("model " + name + " a second time");
        }
        if (!vendors.contains(parts.get(1))) {
            throw statement.fault("unknown vendor " + parts.get(1));
        }
        List<PpcModel.Version> versions = new ArrayList<>();
        for (String word : parts.get(2).split(" ", -1)) {
            int slash = word.indexOf('/');
            if (slash < 0) {
                throw statement.fault("'" + word + "' is not VALUE/MASK");
            }
            versions.add(version(statement, word.substring(0, slash), word.substring(slash + 1)));
        }
        models.add(new PpcModel(name, parts.get(1), versions));
    }

    private static PpcModel.Version version(Statement statement, String value, String mask) {
        PpcModel.Version version = new PpcModel.Version(statement.hex(value), statement.hex(mask));
        if ((version.value() & ~version.mask()) != 0) {
            throw statement.fault(value + " has bits outside of its mask and fits nothing");
        }
        return version;
    }

    private void addLegacy(Statement statement) {
        List<String> parts = statement.parts(2);
        if (findModel(parts.get(1)).isEmpty()) {
            throw statement.fault("unknown model " + parts.get(1));
        }
        if (legacy.put(parts.get(0), parts.get(1)) != null) {
            throw statement.fault("legacy name " + parts.get(0) + " a second time");
        }
    }

    /// All models, in order.
    public List<PpcModel> models() {
        return List.copyOf(models);
    }

    /// The names of all vendors, in order.
    public List<String> vendors() {
        return List.copyOf(vendors);
    }

    /// The model of that name.
    public Optional<PpcModel> findModel(String name) {
        for (PpcModel model : models) {
            if (model.name().equals(name)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /// The model of that name.
    ///
    /// @throws UnknownCpuNameException if there is none
    public PpcModel requireModel(String name) {
        return findModel(name)
                .orElseThrow(() ->
                        new UnknownCpuNameException(UnknownCpuNameException.Kind.MODEL, name));
    }

    /// The map's spelling of a name in other letters: QEMU writes `power9`.
    public Optional<String> spellingOf(String name) {
        for (PpcModel model : models) {
            if (model.name().equalsIgnoreCase(name)) {
                return Optional.of(model.name());
            }
        }
        return Optional.empty();
    }

    /// The model that a value of the processor version register means.
    public Optional<PpcModel> modelOf(int pvr) {
        for (PpcModel model : models) {
            if (model.fits(pvr)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /// The model behind a name of older definitions; any other name stays as it is.
    public String modernName(String name) {
        return legacy.getOrDefault(name, name);
    }

    /// Checks the name of a vendor.
    ///
    /// @throws UnknownCpuNameException if there is no such vendor
    public void requireVendor(String name) {
        if (!vendors.contains(name)) {
            throw new UnknownCpuNameException(UnknownCpuNameException.Kind.VENDOR, name);
        }
    }

    /// Whether there are processors of that generation, so that there is a compatibility mode.
    boolean hasGeneration(int generation) {
        for (PpcModel model : models) {
            if (model.generation().orElse(-1) == generation) {
                return true;
            }
        }
        return false;
    }
}
