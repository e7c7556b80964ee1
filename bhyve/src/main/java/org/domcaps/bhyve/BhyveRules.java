package org.domcaps.bhyve;

import static org.domcaps.bhyve.BhyveCondition.ALWAYS;
import static org.domcaps.bhyve.BhyveCondition.BOOTROM;
import static org.domcaps.bhyve.BhyveCondition.FRAME_BUFFER;
import static org.domcaps.bhyve.BhyveCondition.RANDOM_NUMBERS;
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
import static org.domcaps.rule.Rule.reported;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Element;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;

import java.util.ArrayList;
import java.util.List;

/// The rules of bhyve documents. An element that is reported by a row of its own and that no row
/// calls supported says "no".
public final class BhyveRules {

    /// All rows.
    public static final RuleTable<BhyveCondition> TABLE = new RuleTable<>(rows());

    private BhyveRules() {}

    private static List<Rule<BhyveCondition>> rows() {
        List<Rule<BhyveCondition>> rows = new ArrayList<>(RuleTable.alwaysPrinted(ALWAYS));
        rows.add(reported(Element.IOTHREADS, ALWAYS));
        rows.add(supported(Element.OS, ALWAYS));
        rows.add(supported(Element.LOADER, BOOTROM));
        rows.add(value(LOADER_TYPE, "pflash", BOOTROM));
        rows.add(value(LOADER_READONLY, "yes", BOOTROM));
        devices(rows);
        for (Element feature : List.of(Element.GIC, Element.VMCOREINFO, Element.GENID)) {
            rows.add(reported(feature, ALWAYS));
        }
        return rows;
    }

    private static void devices(List<Rule<BhyveCondition>> rows) {
        rows.add(supported(Element.DISK, ALWAYS));
        rows.add(value(DISK_DEVICE, "disk", ALWAYS));
        rows.add(value(DISK_DEVICE, "cdrom", ALWAYS));
        rows.add(value(DISK_BUS, "virtio", ALWAYS));
        rows.add(value(DISK_BUS, "sata", ALWAYS));
        rows.add(reported(DISK_MODEL, ALWAYS));
        rows.add(supported(Element.GRAPHICS, FRAME_BUFFER));
        rows.add(value(GRAPHICS_TYPE, "vnc", FRAME_BUFFER));
        rows.add(supported(Element.VIDEO, FRAME_BUFFER));
        rows.add(value(VIDEO_MODEL, "gop", FRAME_BUFFER));
        rows.add(reported(Element.HOSTDEV, ALWAYS));
        rows.add(supported(Element.HOSTDEV, ALWAYS).since(12, 0));
        rows.add(supported(Element.RNG, RANDOM_NUMBERS).since(11, 3));
        rows.add(value(RNG_MODEL, "virtio", RANDOM_NUMBERS).since(11, 3));
        rows.add(value(RNG_BACKEND_MODEL, "random", RANDOM_NUMBERS).since(11, 3));
        rows.add(supported(Element.CONSOLE, ALWAYS).since(12, 0));
        rows.add(value(CONSOLE_TYPE, "tcp", ALWAYS).since(12, 0));
        rows.add(value(CONSOLE_TYPE, "nmdm", ALWAYS).since(12, 0));
    }
}
