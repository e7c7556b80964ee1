package org.domcaps.bhyve;

import static org.domcaps.bhyve.BhyveCapability.LPC_BOOTROM;
import static org.domcaps.bhyve.BhyveCapability.VIRTIO_RND;
import static org.domcaps.document.EnumKey.CONSOLE_TYPE;
import static org.domcaps.document.EnumKey.DISK_BUS;
import static org.domcaps.document.EnumKey.DISK_DEVICE;
import static org.domcaps.document.EnumKey.DISK_MODEL;
import static org.domcaps.document.EnumKey.GRAPHICS_TYPE;
import static org.domcaps.document.EnumKey.LOADER_READONLY;
import static org.domcaps.document.EnumKey.LOADER_TYPE;
import static org.domcaps.document.EnumKey.RNG_BACKEND_MODEL;
import static org.domcaps.document.EnumKey.RNG_MODEL;
import static org.domcaps.document.EnumKey.VIDEO_MODEL;
import static org.domcaps.rule.Condition.any;
import static org.domcaps.rule.Rule.reported;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Element;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;

import java.util.ArrayList;
import java.util.List;

/// The rules of bhyve documents. An element that is reported by a row of its own and that no row
/// calls supported says "no".
public final class BhyveRules {

    /// All rows.
    public static final RuleTable<BhyveFacts> TABLE = new RuleTable<>(rows());

    private BhyveRules() {}

    private static List<Rule<BhyveFacts>> rows() {
        Condition<BhyveFacts> always = Condition.always();
        List<Rule<BhyveFacts>> rows = new ArrayList<>(RuleTable.alwaysPrinted());
        rows.add(reported(Element.IOTHREADS, always));
        rows.add(supported(Element.OS, always));
        rows.add(supported(Element.LOADER, LPC_BOOTROM));
        rows.add(value(LOADER_TYPE, "pflash", LPC_BOOTROM));
        rows.add(value(LOADER_READONLY, "yes", LPC_BOOTROM));
        devices(rows);
        for (Element feature : List.of(Element.GIC, Element.VMCOREINFO, Element.GENID)) {
            rows.add(reported(feature, always));
        }
        return rows;
    }

    private static void devices(List<Rule<BhyveFacts>> rows) {
        Condition<BhyveFacts> always = Condition.always();
        // libvirt takes a USB controller for a sign of a frame buffer.
        Condition<BhyveFacts> frameBuffer = any(BhyveCapability.FRAME_BUFFER, BhyveCapability.XHCI);
        rows.add(supported(Element.DISK, always));
        rows.add(value(DISK_DEVICE, "disk", always));
        rows.add(value(DISK_DEVICE, "cdrom", always));
        rows.add(value(DISK_BUS, "virtio", always));
        rows.add(value(DISK_BUS, "sata", always));
        rows.add(reported(DISK_MODEL, always));
        rows.add(supported(Element.GRAPHICS, frameBuffer));
        rows.add(value(GRAPHICS_TYPE, "vnc", frameBuffer));
        rows.add(supported(Element.VIDEO, frameBuffer));
        rows.add(value(VIDEO_MODEL, "gop", frameBuffer));
        rows.add(reported(Element.HOSTDEV, always));
        rows.add(supported(Element.HOSTDEV, always).since(12, 0));
        rows.add(supported(Element.RNG, VIRTIO_RND).since(11, 3));
        rows.add(value(RNG_MODEL, "virtio", VIRTIO_RND).since(11, 3));
        rows.add(value(RNG_BACKEND_MODEL, "random", VIRTIO_RND).since(11, 3));
        rows.add(supported(Element.CONSOLE, always).since(12, 0));
        rows.add(value(CONSOLE_TYPE, "tcp", always).since(12, 0));
        rows.add(value(CONSOLE_TYPE, "nmdm", always).since(12, 0));
    }
}
