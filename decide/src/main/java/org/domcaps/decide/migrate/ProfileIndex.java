package org.domcaps.decide.migrate;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.cpu.FeatureIndex;
import org.domcaps.decide.cpu.KnownNames;
import org.domcaps.document.Block;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Place;
import org.domcaps.document.Support;
import org.domcaps.document.ValueEnum;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes profiles of documents and knows their numbers. Not for use by several threads at once.
public final class ProfileIndex {

    /// The value that stands for an element being supported.
    static final String SUPPORTED = "yes";

    private final FeatureIndex features = new FeatureIndex();
    private final FeatureIndex values = new FeatureIndex();
    private final FeatureIndex paths = new FeatureIndex();
    private final List<Integer> pathOfValue = new ArrayList<>();

    /// Starts empty.
    public ProfileIndex() {}

    /// The profile of a document.
    public HostProfile profile(DomainCapabilities document) {
        CpuOffer offer = CpuOffer.of(document);
        Optional<CpuFamily> family =
                offer.arch()
                        .flatMap(arch -> CpuFamilies.of(arch, CpuOffer.mapRelease()))
                        .filter(CpuFamily::knowsModels);
        Optional<BitSet> needs = Optional.empty();
        Optional<BitSet> has = Optional.empty();
        BitSet beyondMap = new BitSet();
        if (family.isPresent() && offer.cpu().isPresent()) {
            try {
                KnownNames all = KnownNames.of(family.get(), offer.cpu().get());
                beyondMap = features.setOf(all.unknownShown(offer.cpu().get()));
                CpuDefinition lasting = family.get().operations().migratable(all.cpu());
                has = Optional.of(features.setOf(all.features()));
                needs =
                        Optional.of(
                                features.setOf(KnownNames.of(family.get(), lasting).features()));
            } catch (UnknownCpuNameException _) {
                // A model that the map does not have: nothing is known of its features.
                needs = Optional.empty();
            }
        }
        BitSet offered = new BitSet();
        BitSet reported = new BitSet();
        values(document, offered, reported);
        return new HostProfile(
                offer.arch(),
                document.domain(),
                document.machine(),
                offer.cpu().flatMap(CpuDefinition::vendor),
                needs,
                has,
                beyondMap,
                offer.addressBits(),
                offered,
                reported,
                has.isPresent() ? Optional.empty() : Optional.of(offer));
    }

    private void values(DomainCapabilities document, BitSet offered, BitSet reported) {
        for (Map.Entry<Element, Block> entry : document.blocks().entrySet()) {
            Element element = entry.getKey();
            Block block = entry.getValue();
            if (element.place() == Place.CPU) {
                continue;
            }
            if (!element.isGroup() || element == Element.SEV || element == Element.SGX) {
                reported.set(paths.place(element.path()));
                if (block.support() == Support.YES) {
                    offered.set(value(element.path(), SUPPORTED));
                }
            }
            for (ValueEnum valueEnum : block.enums()) {
                String path = element.path() + "." + valueEnum.name();
                reported.set(paths.place(path));
                for (String value : valueEnum.values()) {
                    offered.set(value(path, value));
                }
            }
            if (block.support() == Support.NO) {
                // An element that is denied reports all of its enums as empty.
                reported.set(paths.place(element.path()));
            }
        }
    }

    private int value(String path, String value) {
        int place = values.place(path + "=" + value);
        while (pathOfValue.size() <= place) {
            pathOfValue.add(paths.place(path));
        }
        return place;
    }

    /// The names of features.
    List<String> featureNames(BitSet set) {
        return features.names(set);
    }

    /// The path of a value: `devices.disk.bus`.
    String path(int value) {
        return paths.name(pathOfValue.get(value));
    }

    /// The text of a value.
    String text(int value) {
        return values.name(value).substring(path(value).length() + 1);
    }

    /// Whether a profile says anything about a value: its enum is reported, or the element of the
    /// enum is denied as a whole.
    boolean reports(HostProfile profile, int value) {
        if (profile.reported().get(pathOfValue.get(value))) {
            return true;
        }
        String path = path(value);
        int dot = path.lastIndexOf('.');
        return dot > 0 && profile.reported().get(paths.place(path.substring(0, dot)));
    }
}
