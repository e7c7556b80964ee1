package org.domcaps.decide.check;

import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.FeaturePolicy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which features the host-model of a document has: all of its model, less those that it switches
/// off. Where the model cannot be spelled out, only the features that the document names are known.
final class HostFeatures {

    /// What is known of one feature.
    enum Answer {
        YES,
        NO,
        UNKNOWN,
        NO_SUCH_FEATURE
    }

    private final Map<String, Boolean> named;
    private final boolean complete;
    private final Optional<CpuOperations> operations;
    private final Optional<GuestCpu> host;

    private HostFeatures(
            Map<String, Boolean> named,
            boolean complete,
            Optional<CpuOperations> operations,
            Optional<GuestCpu> host) {
        this.named = named;
        this.complete = complete;
        this.operations = operations;
        this.host = host;
    }

    static HostFeatures of(Capabilities capabilities) {
        Optional<CpuOperations> operations = FeatureCheck.operations(capabilities);
        Optional<GuestCpu> host = FeatureCheck.host(capabilities);
        Map<String, Boolean> named = new HashMap<>();
        if (host.isEmpty()) {
            return new HostFeatures(named, false, operations, host);
        }
        boolean complete = false;
        GuestCpu spelled = host.get();
        if (operations.isPresent()) {
            try {
                spelled = operations.get().expand(host.get());
                complete = true;
            } catch (UnknownCpuNameException _) {
                // A model of a later release; what the document names is still true.
            }
        }
        for (CpuFeature feature : spelled.features()) {
            named.put(feature.name(), isShown(feature));
        }
        return new HostFeatures(named, complete, operations, host);
    }

    private static boolean isShown(CpuFeature feature) {
        FeaturePolicy policy = feature.effectivePolicy();
        return policy.isShown() || policy == FeaturePolicy.OPTIONAL;
    }

    Answer has(String feature) {
        Boolean known = named.get(feature);
        if (known != null) {
            return known ? Answer.YES : Answer.NO;
        }
        if (!complete) {
            return Answer.UNKNOWN;
        }
        try {
            operations.orElseThrow().hasFeature(host.orElseThrow(), feature);
            return Answer.NO;
        } catch (UnknownCpuNameException _) {
            return Answer.NO_SUCH_FEATURE;
        }
    }
}
