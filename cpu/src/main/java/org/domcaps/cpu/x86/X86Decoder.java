package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuSignature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the model of the CPU map that describes CPU data best.
///
/// Models are tried from the last of the map to the first, and of two that are equally good the one
/// tried first stays: the newer. What counts is, in this order: a model that was made for the
/// processor's signature, then the cost of the features that have to be switched on and off beside
/// it.
final class X86Decoder {

    private static final String TSX_VENDOR = "Intel";
    private static final int TSX_FAMILY = 6;

    private final CpuMap map;
    private final DecodeTarget target;
    private final X86Data data;

    private X86Decoder(CpuMap map, DecodeTarget target, X86Data data) {
        this.map = map;
        this.target = target;
        this.data = data;
    }

    /// Describes `data`; empty if no model may be chosen.
    static Optional<DecodedCpu> decode(CpuMap map, X86Data data, DecodeTarget target) {
        X86Data sound = data.withFeatures(withoutBrokenTsx(map, data));
        return new X86Decoder(map, target, sound).best();
    }

    /// Takes `hle` and `rtm` from processors whose transactional memory was switched off by a
    /// microcode update that does not show everywhere: Haswell, and Haswell servers before stepping
    /// 4.
    private static FeatureSet withoutBrokenTsx(CpuMap map, X86Data data) {
        CpuSignature signature = data.signature();
        boolean intel = data.vendor().isPresent() && data.vendor().get().name().equals(TSX_VENDOR);
        if (!intel || signature.family() != TSX_FAMILY) {
            return data.features();
        }
        boolean broken =
                switch (signature.model()) {
                    case 60, 69, 70 -> true;
                    case 63 -> signature.stepping() < 4;
                    default -> false;
                };
        if (!broken) {
            return data.features();
        }
        FeatureSet.Builder tsx = new FeatureSet.Builder();
        map.findFeature("hle").ifPresent(feature -> tsx.add(feature.place()));
        map.findFeature("rtm").ifPresent(feature -> tsx.add(feature.place()));
        return data.features().minus(tsx.build());
    }

    private Optional<DecodedCpu> best() {
        DecodedCpu best = null;
        for (MapModel model : map.models().reversed()) {
            if (!isAllowed(model)) {
                continue;
            }
            DecodedCpu candidate = candidate(model);
            if (!canDescribe(candidate)) {
                continue;
            }
            if (isOnlyPreferred(model)) {
                return Optional.of(candidate);
            }
            if (best == null || isBetter(candidate, best)) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isAllowed(MapModel model) {
        Optional<Map<String, FeatureSet>> allowed = target.blockersOfAllowed();
        if (allowed.isPresent() && !allowed.get().containsKey(model.name())) {
            return false;
        }
        Optional<MapVendor> own = data.vendor();
        Optional<MapVendor> models = model.vendor();
        return own.isEmpty() || models.isEmpty() || own.get().name().equals(models.get().name());
    }

    private DecodedCpu candidate(MapModel model) {
        FeatureSet extra = data.features().minus(model.features());
        FeatureSet blockers = FeatureSet.EMPTY;
        if (target.blockersOfAllowed().isPresent()) {
            blockers = target.blockersOfAllowed().get().get(model.name());
        }
        FeatureSet missing = model.features().minus(data.features()).union(blockers.minus(extra));
        List<MapFeature> removed = new ArrayList<>();
        if (target.guest()) {
            for (MapFeature feature : model.removed()) {
                if (!extra.contains(feature.place()) && !missing.contains(feature.place())) {
                    removed.add(feature);
                }
            }
        }
        return new DecodedCpu(model, data.vendor(), extra, missing, removed);
    }

    private boolean canDescribe(DecodedCpu candidate) {
        MapModel model = candidate.model();
        return target.guest()
                ? model.decodesGuest()
                : model.decodesHost() && candidate.disabled() == 0;
    }

    private boolean isOnlyPreferred(MapModel model) {
        return target.preferred().size() == 1 && target.preferred().contains(model.name());
    }

    private boolean isBetter(DecodedCpu candidate, DecodedCpu best) {
        if (!data.signature().isUnknown()) {
            boolean bestMatches = best.model().matches(data.signature());
            boolean candidateMatches = candidate.model().matches(data.signature());
            if (bestMatches != candidateMatches) {
                return candidateMatches;
            }
        }
        Cost cost = cost(candidate);
        Cost least = cost(best);
        if (target.preferred().contains(candidate.model().name()) && cost.penalty < least.penalty) {
            return true;
        }
        return cost.total < least.total
                || cost.total == least.total && cost.penalty < least.penalty;
    }

    private Cost cost(DecodedCpu cpu) {
        return target.guest()
                ? Cost.of(cpu.required(), cpu.disabled())
                : new Cost(cpu.required() + cpu.disabled(), 0);
    }

    /// What it costs to describe a guest by a model.
    ///
    /// A feature that is switched on costs 1. Of those that are switched off the first half,
    /// rounded up, costs 2, 3, 4 and so on, which is the penalty, and the other half costs 1 each.
    /// That only half is punished comes from a counting loop that shortens itself; choices depend
    /// on it, so it stays.
    record Cost(int total, int penalty) {

        static Cost of(int required, int disabled) {
            int punished = disabled - disabled / 2;
            int penalty = punished * (punished + 3) / 2;
            return new Cost(required + disabled / 2 + penalty, penalty);
        }
    }
}
