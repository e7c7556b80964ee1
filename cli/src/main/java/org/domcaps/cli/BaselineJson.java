package org.domcaps.cli;

import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Severity;
import org.domcaps.decide.cpu.Baseline;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.cpu.HostShare;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;

/// Baselines and CPUs as JSON; `docs/schema/baseline.schema.json` and `expand.schema.json` describe
/// them.
final class BaselineJson {

    private BaselineJson() {}

    static JsonObject of(Baseline baseline, GuestCpu cpu, HostSet<CpuOffer> hosts) {
        List<JsonValue> shares = new ArrayList<>();
        for (HostShare share : baseline.shares()) {
            shares.add(share(share));
        }
        ObjectBuilder out =
                JsonValue.object()
                        .put("outcome", Outcome.YES.jsonName())
                        .put("hosts", hosts.hostCount())
                        .put("arch", baseline.arch().xmlName())
                        .put("cpu", cpu(cpu))
                        .put("features", JsonValue.ofStrings(baseline.features()));
        if (baseline.addressBits().isPresent()) {
            out.put("addressBits", baseline.addressBits().getAsInt());
        }
        return out.put("lost", JsonValue.ofStrings(baseline.lost()))
                .put("unknown", JsonValue.ofStrings(baseline.unknown()))
                .put("judgements", JudgementJson.all(baseline.judgements()))
                .put("groups", new JsonArray(shares))
                .put("unread", HostJson.unread(hosts.unread()))
                .build();
    }

    /// There is no baseline.
    static JsonObject none(IncompatibleCpuException fault, HostSet<CpuOffer> hosts) {
        List<JsonValue> vendors = new ArrayList<>();
        BaselinePage.byVendor(hosts)
                .forEach((vendor, names) ->
                        vendors.add(
                                JsonValue.object()
                                        .put("vendor", vendor)
                                        .put("hosts", JsonValue.ofStrings(names))
                                        .build()));
        return JsonValue.object()
                .put("outcome", Outcome.NO.jsonName())
                .put("hosts", hosts.hostCount())
                .put("judgements", JudgementJson.all(List.of(none(fault))))
                .put("vendors", new JsonArray(vendors))
                .put("unread", HostJson.unread(hosts.unread()))
                .build();
    }

    private static Judgement none(IncompatibleCpuException fault) {
        return new Judgement(
                "baseline.none", Outcome.NO, Severity.ERROR, "cpu", fault.getMessage(), List.of());
    }

    private static JsonObject share(HostShare share) {
        ObjectBuilder out =
                JsonValue.object()
                        .put("hosts", JsonValue.ofStrings(share.group().hosts()))
                        .put("lacking", JsonValue.ofStrings(share.lacking()))
                        .put("beyond", JsonValue.ofStrings(share.beyond()))
                        .put("gain", JsonValue.ofStrings(share.gain()));
        share.without().ifPresent(cpu -> out.put("without", cpu(cpu)));
        return out.build();
    }

    /// One CPU definition.
    static JsonObject cpu(GuestCpu cpu) {
        List<JsonValue> features = new ArrayList<>(cpu.features().size());
        for (CpuFeature feature : cpu.features()) {
            features.add(
                    JsonValue.object()
                            .put("policy", feature.effectivePolicy().xmlName())
                            .put("name", feature.name())
                            .build());
        }
        ObjectBuilder out = JsonValue.object().put("mode", cpu.mode().xmlName());
        cpu.modelName()
                .ifPresent(name ->
                        out.put("model", name).put("fallback", cpu.model().fallback().xmlName()));
        cpu.vendor().ifPresent(vendor -> out.put("vendor", vendor));
        cpu.maxPhysAddr()
                .filter(size -> size.limit().isPresent())
                .ifPresent(size -> out.put("addressBitsLimit", size.limit().getAsInt()));
        return out.put("features", new JsonArray(features))
                .put("xml", CpuDefinitionWriter.write(cpu))
                .build();
    }
}
