package org.domcaps.cpu.x86;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The indented lines of one model of a CPU map table, which must come in the order of [#ORDER].
final class ModelLines implements CpuMapReader.Block {

    private static final List<String> ORDER =
            List.of("vendor", "decode", "signature", "like", "features", "added", "removed");

    private final CpuMapReader reader;
    private final String name;
    private final boolean exists;
    private int stage;
    private Optional<MapVendor> vendor = Optional.empty();
    private boolean host = true;
    private boolean guest = true;
    private final List<SignaturePattern> signatures = new ArrayList<>();
    private final FeatureSet.Builder has = new FeatureSet.Builder();
    private final FeatureSet.Builder added = new FeatureSet.Builder();
    private final List<MapFeature> removed = new ArrayList<>();

    /// Starts a model.
    ///
    /// @param exists whether the release has the model
    ModelLines(CpuMapReader reader, String name, boolean exists) {
        this.reader = reader;
        this.name = name;
        this.exists = exists;
    }

    @Override
    public void line(List<String> words) {
        String kind = words.getFirst();
        int next = ORDER.indexOf(kind);
        if (next < 0) {
            throw reader.fault("unknown kind of line '" + kind + "' in a model");
        }
        // Only the lists of features may need more than one line.
        if (next < stage || next == stage && next < ORDER.indexOf("features") && stage > 0) {
            throw reader.fault(
                    "'" + kind + "' is there twice or after a line that it must precede");
        }
        if (words.size() < 2) {
            throw reader.fault("'" + kind + "' says nothing");
        }
        stage = next;
        List<String> rest = words.subList(1, words.size());
        switch (kind) {
            case "vendor" -> vendor(String.join(" ", rest));
            case "decode" -> decode(rest);
            case "like" -> like(rest);
            default -> {
                for (String word : rest) {
                    word(kind, word);
                }
            }
        }
    }

    private void word(String kind, String word) {
        switch (kind) {
            case "signature" -> signature(word);
            case "features" -> change(has, word);
            case "added" -> change(added, word);
            default -> remove(word);
        }
    }

    private void vendor(String vendorName) {
        if (vendor.isPresent()) {
            throw reader.fault("'vendor' is there twice");
        }
        vendor = Optional.of(reader.requireVendor(vendorName));
    }

    private void decode(List<String> rest) {
        if (rest.size() != 1) {
            throw reader.fault("'decode' has one word");
        }
        switch (rest.getFirst()) {
            case "host" -> guest = false;
            case "guest" -> host = false;
            case "never" -> {
                host = false;
                guest = false;
            }
            default -> throw reader.fault("'decode' is host, guest or never");
        }
    }

    /// `FAMILY/MODEL` or `FAMILY/MODEL/FIRST-LAST`.
    private void signature(String word) {
        int first = word.indexOf('/');
        int second = word.indexOf('/', first + 1);
        int dash = word.indexOf('-');
        if (first < 0 || second >= 0 && dash < second) {
            throw reader.fault("'" + word + "' is no signature");
        }
        int most = SignaturePattern.MAX_STEPPING;
        SignaturePattern pattern =
                new SignaturePattern(
                        reader.number(word.substring(0, first), 270),
                        reader.number(
                                word.substring(first + 1, second < 0 ? word.length() : second),
                                255),
                        second < 0 ? 0 : reader.number(word.substring(second + 1, dash), most),
                        second < 0 ? most : reader.number(word.substring(dash + 1), most));
        for (SignaturePattern earlier : signatures) {
            if (earlier.overlaps(pattern)) {
                throw reader.fault("signature " + word + " says again what another one says");
            }
        }
        signatures.add(pattern);
    }

    private void like(List<String> rest) {
        if (rest.size() != 1) {
            throw reader.fault("'like' has one word");
        }
        MapModel model = reader.requireModel(rest.getFirst());
        has.addAll(model.features());
        added.addAll(model.added());
    }

    /// `+NAME` puts a feature in, `-NAME` takes it out.
    private void change(FeatureSet.Builder set, String word) {
        boolean adds = word.charAt(0) == '+';
        if (!adds && word.charAt(0) != '-') {
            throw reader.fault("'" + word + "' does not begin with + or -");
        }
        int place = reader.requireFeature(word.substring(1)).place();
        if (set.contains(place) == adds) {
            throw reader.fault(
                    "'"
                            + word
                            + "' changes nothing, the feature is "
                            + (adds ? "there" : "not there"));
        }
        if (adds) {
            set.add(place);
        } else {
            set.remove(place);
        }
    }

    private void remove(String word) {
        MapFeature feature = reader.requireFeature(word);
        boolean twice = false;
        for (MapFeature earlier : removed) {
            twice |= earlier.place() == feature.place();
        }
        if (twice || has.contains(feature.place())) {
            throw reader.fault(
                    "removed feature '" + word + "' is there twice, or still part of the model");
        }
        removed.add(feature);
    }

    @Override
    public void close() {
        FeatureSet own = has.build();
        FeatureSet more = added.build();
        if (own.isEmpty() || own.intersects(more)) {
            throw reader.fault(
                    "model '"
                            + name
                            + "' that ends before this line has no features, or one both from the"
                            + " start and added");
        }
        if (exists && (reader.hasLaterFeature(own) || reader.hasLaterFeature(more))) {
            throw reader.fault(
                    "model '"
                            + name
                            + "' that ends before this line is older than one of its features");
        }
        reader.add(
                new MapModel(
                        name,
                        Optional.empty(),
                        vendor,
                        host,
                        guest,
                        signatures,
                        own,
                        more,
                        removed),
                exists);
    }
}
