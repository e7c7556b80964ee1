package org.domcaps.qemu.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.CpuModel;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.ComputedBlockers;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

class ComputedBlockersTest {
    @Test
    void measure() {
        for (Recordings.Subject subject : Recordings.all()) {
            for (Request request : subject.requests()) {
                if (!request.release().equals(Release.NEWEST) ) continue;
                DomainCapabilities d = subject.driver().domainCapabilities(request);
                ComputedBlockers c = ComputedBlockers.of(d, request.release());
                int both = 0, same = 0, none = 0, usableEmpty = 0, usable = 0;
                Map<String, Integer> e = new TreeMap<>(), m = new TreeMap<>();
                for (CpuModel model : d.customModels()) {
                    Optional<List<String>> computed = c.of(model.name());
                    if (model.usable() == CpuModel.Usable.YES) {
                        usable++;
                        if (computed.isPresent() && computed.get().isEmpty()) usableEmpty++;
                        continue;
                    }
                    if (model.usable() != CpuModel.Usable.NO) continue;
                    if (computed.isEmpty()) { none++; continue; }
                    both++;
                    TreeSet<String> a = new TreeSet<>(computed.get());
                    TreeSet<String> b = new TreeSet<>(model.blockers());
                    if (a.equals(b)) same++;
                    TreeSet<String> x = new TreeSet<>(a); x.removeAll(b); x.forEach(n -> e.merge(n, 1, Integer::sum));
                    TreeSet<String> y = new TreeSet<>(b); y.removeAll(a); y.forEach(n -> m.merge(n, 1, Integer::sum));
                }
                System.out.println("  " + subject.name() + " " + request.virtType().get() + " " + request.machine().get() + " both=" + both + " same=" + same + " none=" + none + " usable=" + usable + "/" + usableEmpty + " host=" + d.hostModel().map(h -> h.model()).orElse("-") + " computedOnly=" + e + " qemuOnly=" + m);
            }
        }
    }
}
