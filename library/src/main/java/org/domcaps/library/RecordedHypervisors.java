package org.domcaps.library;

import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.bhyve.BhyveFacts;
import org.domcaps.bhyve.BhyveSource;
import org.domcaps.document.Arch;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.BundleException;
import org.domcaps.xen.ControlDomain;
import org.domcaps.xen.XenDriver;
import org.domcaps.xen.XenFacts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hypervisors of a recorded machine that are not QEMU.
///
/// @param xenFacts what was recorded of Xen
/// @param bhyveFacts what was recorded of bhyve
/// @param home see [Hypervisors#home]
record RecordedHypervisors(XenFacts xenFacts, BhyveFacts bhyveFacts, Home home)
        implements Hypervisors {

    /// Those of a bundle; a hypervisor that it does not speak of is not there.
    ///
    /// @throws org.domcaps.error.DomcapsException if their facts are not of their form
    static RecordedHypervisors of(Bundle bundle) {
        XenFacts xen = noXen(bundle.host().arch());
        BhyveFacts bhyve = noBhyve(bundle.host().arch());
        for (Map.Entry<String, JsonObject> recorded : bundle.hypervisors().entrySet()) {
            switch (recorded.getKey()) {
                case XenFacts.NAME -> xen = XenFacts.fromJson(recorded.getValue());
                case BhyveFacts.NAME -> bhyve = BhyveFacts.fromJson(recorded.getValue());
                default ->
                        throw new BundleException(
                                "the bundle has facts of an unknown hypervisor: "
                                        + recorded.getKey());
            }
        }
        Home home = Home.QEMU;
        if (xen.controlDomain() instanceof ControlDomain.Here) {
            home = Home.XEN;
        } else if (bundle.emulators().isEmpty() && bhyve.isActive()) {
            home = Home.BHYVE;
        }
        return new RecordedHypervisors(xen, bhyve, home);
    }

    /// A machine with QEMU alone.
    static RecordedHypervisors none(Arch arch) {
        return new RecordedHypervisors(noXen(arch), noBhyve(arch), Home.QEMU);
    }

    private static XenFacts noXen(Arch arch) {
        return new XenFacts(
                arch,
                new ControlDomain.NotHere("the recording has no facts of Xen"),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static BhyveFacts noBhyve(Arch arch) {
        return new BhyveFacts(arch, "", Optional.empty(), Map.of(), Optional.empty(), List.of());
    }

    @Override
    public XenDriver xen() {
        return new XenDriver(() -> xenFacts);
    }

    @Override
    public BhyveDriver bhyve() {
        return new BhyveDriver(BhyveSource.given(bhyveFacts));
    }
}
