package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuMapException;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegister;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a table of the CPU map; the form is described in the package page.
///
/// Strict: every line must be of a known kind with exactly its columns, every name must be unique
/// and every reference must lead to an earlier line, and a line that changes nothing is an error. A
/// table is read to its end and checked as a whole whatever the release asked for.
///
/// Every start of the program comes through here before any code is warm, so that nothing here uses
/// lambdas, joins strings with `+`, or asks records for equality or hash codes: each costs
/// milliseconds at its first use.
final class CpuMapReader {

    private final String table;
    private static final int FIRST_LATER_PLACE = 1024;

    private final Release release;
    private int line;

    private final Map<String, MapVendor> vendors = new LinkedHashMap<>();
    private final Set<String> usedVendors = new HashSet<>();
    private final Set<String> registers = new HashSet<>();
    private final Map<String, MapFeature> features = new HashMap<>(1024);
    private final List<MapFeature> ordered = new ArrayList<>(512);
    private final Set<String> withheld = new HashSet<>();
    private final Map<String, String> libvirtNames = new HashMap<>();
    private final Set<String> translated = new HashSet<>();

    /// Every model of the table, also those that the release does not have yet.
    private final Map<String, MapModel> known = new HashMap<>(512);

    private final List<MapModel> models = new ArrayList<>(256);
    private Optional<Block> open = Optional.empty();

    /// The indented lines below a line that is not indented.
    interface Block {
        /// Takes the words of one line.
        void line(List<String> words);

        /// Comes after the last line.
        void close();
    }

    private CpuMapReader(String table, Release release) {
        this.table = table;
        this.release = release;
    }

    /// Reads the table as a release has it: lines marked with a later release are checked and left
    /// out.
    ///
    /// @param table the name of the table, for messages
    /// @throws CpuMapException if the table breaks a rule
    static CpuMap read(String table, String text, Release release) {
        CpuMapReader reader = new CpuMapReader(table, release);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            reader.line++;
            if (start < end && text.charAt(start) != '#') {
                reader.line(text, start, end);
            }
            start = end + 1;
        }
        return reader.finish();
    }

    private CpuMap finish() {
        closeBlock();
        line = 0;
        for (String vendor : vendors.keySet()) {
            if (!usedVendors.contains(vendor)) {
                throw fault("vendor '" + vendor + "' belongs to no model");
            }
        }
        if (models.isEmpty()) {
            throw fault("no models");
        }
        return new CpuMap(new ArrayList<>(vendors.values()), ordered, models, libvirtNames);
    }

    /// A fault in the current line.
    CpuMapException fault(String detail) {
        return new CpuMapException(table, line, detail);
    }

    private void line(String text, int start, int end) {
        boolean indented = text.startsWith("  ", start);
        List<String> words = words(text, indented ? start + 2 : start, end);
        if (indented) {
            if (open.isEmpty()) {
                throw fault("indented line that belongs to no register or model");
            }
            open.get().line(words);
            return;
        }
        closeBlock();
        switch (words.getFirst()) {
            case "vendor" -> vendor(words);
            case "cpuid", "msr" -> register(words);
            case "withhold" -> withhold(words, exists(words));
            case "translate" -> translate(words, exists(words));
            case "alias" -> alias(words, exists(words));
            case "model" -> {
                boolean exists = exists(words);
                columns(words, 2);
                open = Optional.of(new ModelLines(this, words.get(1), exists));
            }
            default -> throw fault("unknown kind of line '" + words.getFirst() + "'");
        }
    }

    private void closeBlock() {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
    }

    /// Cuts a line at its blanks, of which there is one between two words and none at the end.
    private List<String> words(String text, int start, int end) {
        List<String> words = new ArrayList<>();
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || text.charAt(at) == ' ') {
                if (at == from) {
                    throw fault("two blanks in a row, or one at the end");
                }
                words.add(text.substring(from, at));
                from = at + 1;
            }
        }
        return words;
    }

    /// Takes a mark `since RELEASE` off the end of a line and tells whether the line holds for the
    /// release.
    boolean exists(List<String> words) {
        int mark = words.size() - 2;
        if (mark < 1 || !words.get(mark).equals("since")) {
            return true;
        }
        String since = words.removeLast();
        words.removeLast();
        int dot = since.indexOf('.');
        if (dot < 0) {
            throw fault("'" + since + "' is no release");
        }
        return release.isAtLeast(
                new Release(
                        number(since.substring(0, dot), 99), number(since.substring(dot + 1), 99)));
    }

    /// Checks how many words a line has.
    void columns(List<String> words, int count) {
        if (words.size() != count) {
            throw fault(
                    "a '"
                            + words.getFirst()
                            + "' line has "
                            + count
                            + " words, not "
                            + words.size());
        }
    }

    private void vendor(List<String> words) {
        if (words.size() < 3) {
            throw fault("a 'vendor' line has at least 3 words");
        }
        String name = String.join(" ", words.subList(2, words.size()));
        if (words.get(1).length() != MapVendor.TEXT_LENGTH) {
            throw fault(
                    "vendor string '"
                            + words.get(1)
                            + "' has not "
                            + MapVendor.TEXT_LENGTH
                            + " characters");
        }
        if (vendors.put(name, new MapVendor(name, words.get(1))) != null) {
            throw fault("vendor '" + name + "' is there twice");
        }
    }

    /// `cpuid LEAF.SUBLEAF REGISTER` or `msr INDEX HALF`.
    private void register(List<String> words) {
        columns(words, 3);
        if (!registers.add(String.join(" ", words))) {
            throw fault("register '" + String.join(" ", words) + "' is there twice");
        }
        Optional<CpuidRegister> register = CpuidRegister.find(words.get(2));
        if (register.isEmpty()) {
            throw fault("unknown register '" + words.get(2) + "'");
        }
        String where = words.get(1);
        if (words.getFirst().equals("msr")) {
            open = Optional.of(RegisterLines.ofMsr(this, hex(where), register.get()));
            return;
        }
        int dot = where.indexOf('.');
        if (dot < 0) {
            throw fault("'" + where + "' is not of the form LEAF.SUBLEAF");
        }
        CpuidKey key = new CpuidKey(hex(where.substring(0, dot)), hex(where.substring(dot + 1)));
        open = Optional.of(RegisterLines.ofCpuid(this, key, register.get()));
    }

    private int hex(String text) {
        try {
            return Integer.parseUnsignedInt(text, 16);
        } catch (NumberFormatException _) {
            throw fault("'" + text + "' is no hexadecimal number");
        }
    }

    /// A decimal number from 0 to `most`.
    int number(String text, int most) {
        int number = 0;
        boolean sound = !text.isEmpty() && text.length() < 6;
        for (int i = 0; sound && i < text.length(); i++) {
            char digit = text.charAt(i);
            sound = digit >= '0' && digit <= '9';
            number = number * 10 + digit - '0';
        }
        if (!sound || number > most) {
            throw fault("'" + text + "' is no number up to " + most);
        }
        return number;
    }

    /// Adds a feature in the map's order.
    ///
    /// @param exists whether the release has it; one that it does not have gets a place behind all
    ///   others, where only models that the release does not have either may use it
    void add(String name, FeaturePlace bit, boolean migratable, boolean exists) {
        int place = exists ? ordered.size() : FIRST_LATER_PLACE + features.size() - ordered.size();
        MapFeature feature = new MapFeature(place, name, bit, migratable, false);
        if (features.put(name, feature) != null) {
            throw fault("feature '" + name + "' is there twice");
        }
        if (exists) {
            ordered.add(feature);
        }
    }

    /// Whether a set holds a feature that the release does not have.
    boolean hasLaterFeature(FeatureSet set) {
        return set.reaches(FIRST_LATER_PLACE);
    }

    /// The feature of a name that an earlier line defined.
    MapFeature requireFeature(String name) {
        MapFeature feature = features.get(name);
        if (feature == null) {
            throw fault("unknown feature '" + name + "'");
        }
        return feature;
    }

    private void withhold(List<String> words, boolean exists) {
        columns(words, 2);
        MapFeature feature = requireFeature(words.get(1));
        if (!withheld.add(feature.name())) {
            throw fault("feature '" + feature.name() + "' is withheld twice");
        }
        if (exists && feature.place() < FIRST_LATER_PLACE) {
            MapFeature changed =
                    new MapFeature(
                            feature.place(),
                            feature.name(),
                            feature.bit(),
                            feature.migratable(),
                            true);
            ordered.set(feature.place(), changed);
            features.put(feature.name(), changed);
        }
    }

    private void translate(List<String> words, boolean exists) {
        columns(words, 3);
        String libvirt = words.get(1);
        String qemu = words.get(2);
        if (libvirt.equals(qemu)) {
            throw fault("'" + libvirt + "' is translated to itself");
        }
        if (!translated.add(libvirt) || !translated.add(qemu)) {
            throw fault("'" + libvirt + "' or '" + qemu + "' is translated twice");
        }
        if (exists) {
            libvirtNames.put(qemu, libvirt);
        }
    }

    private void alias(List<String> words, boolean exists) {
        columns(words, 4);
        if (!words.get(2).equals("of")) {
            throw fault("an 'alias' line reads 'alias NAME of MODEL'");
        }
        MapModel model = requireModel(words.get(3));
        if (model.aliasOf().isPresent()) {
            throw fault("'" + model.name() + "' is an alias itself");
        }
        add(model.alias(words.get(1)), exists);
    }

    /// The model of a name that an earlier line defined.
    MapModel requireModel(String name) {
        MapModel model = known.get(name);
        if (model == null) {
            throw fault("unknown model '" + name + "'");
        }
        return model;
    }

    /// Adds a model in the map's order.
    ///
    /// @param exists whether the release has it
    void add(MapModel model, boolean exists) {
        if (known.put(model.name(), model) != null) {
            throw fault("model '" + model.name() + "' is there twice");
        }
        if (model.vendor().isPresent()) {
            usedVendors.add(model.vendor().get().name());
        }
        if (exists) {
            models.add(model);
        }
    }

    /// The vendor of a name that an earlier line defined.
    MapVendor requireVendor(String name) {
        MapVendor vendor = vendors.get(name);
        if (vendor == null) {
            throw fault("unknown vendor '" + name + "'");
        }
        return vendor;
    }
}
