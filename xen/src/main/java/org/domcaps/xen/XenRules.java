package org.domcaps.xen;

import static org.domcaps.document.EnumKey.DISK_BUS;
import static org.domcaps.document.EnumKey.DISK_DEVICE;
import static org.domcaps.document.EnumKey.DISK_MODEL;
import static org.domcaps.document.EnumKey.GRAPHICS_TYPE;
import static org.domcaps.document.EnumKey.HOSTDEV_CAPS_TYPE;
import static org.domcaps.document.EnumKey.HOSTDEV_MODE;
import static org.domcaps.document.EnumKey.HOSTDEV_PCI_BACKEND;
import static org.domcaps.document.EnumKey.HOSTDEV_STARTUP_POLICY;
import static org.domcaps.document.EnumKey.HOSTDEV_SUBSYS_TYPE;
import static org.domcaps.document.EnumKey.LOADER_READONLY;
import static org.domcaps.document.EnumKey.LOADER_TYPE;
import static org.domcaps.document.EnumKey.VIDEO_MODEL;
import static org.domcaps.rule.Condition.always;
import static org.domcaps.rule.Rule.reported;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;
import static org.domcaps.xen.XenCondition.FULLY_VIRTUALIZED;
import static org.domcaps.xen.XenCondition.NOT_PVH;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;

import java.util.ArrayList;
import java.util.List;

/// The rules of Xen documents, the same in every release. An element that is reported by a row of
/// its own and that no row calls supported says "no".
public final class XenRules {

    /// All rows.
    public static final RuleTable<XenMachine> TABLE = new RuleTable<>(rows());

    private XenRules() {}

    private static List<Rule<XenMachine>> rows() {
        List<Rule<XenMachine>> rows = new ArrayList<>(RuleTable.alwaysPrinted());
        rows.add(reported(Element.IOTHREADS, always()));
        rows.add(supported(Element.OS, always()));
        rows.add(supported(Element.LOADER, FULLY_VIRTUALIZED));
        values(rows, LOADER_TYPE, FULLY_VIRTUALIZED, "rom", "pflash");
        values(rows, LOADER_READONLY, FULLY_VIRTUALIZED, "yes");
        devices(rows);
        for (Element feature : List.of(Element.GIC, Element.VMCOREINFO, Element.GENID)) {
            rows.add(reported(feature, always()));
        }
        return rows;
    }

    private static void devices(List<Rule<XenMachine>> rows) {
        rows.add(supported(Element.DISK, always()));
        values(rows, DISK_DEVICE, always(), "disk", "cdrom");
        values(rows, DISK_BUS, always(), "ide", "scsi", "xen");
        rows.add(reported(DISK_MODEL, always()));
        rows.add(supported(Element.GRAPHICS, always()));
        values(rows, GRAPHICS_TYPE, always(), "sdl", "vnc", "spice");
        rows.add(supported(Element.VIDEO, always()));
        values(rows, VIDEO_MODEL, always(), "vga", "cirrus", "xen");
        // Where it is not supported it is not spoken of either.
        rows.add(reported(Element.HOSTDEV, NOT_PVH));
        rows.add(supported(Element.HOSTDEV, NOT_PVH));
        values(rows, HOSTDEV_MODE, NOT_PVH, "subsystem");
        values(
                rows,
                HOSTDEV_STARTUP_POLICY,
                NOT_PVH,
                "default",
                "mandatory",
                "requisite",
                "optional");
        values(rows, HOSTDEV_SUBSYS_TYPE, NOT_PVH, "usb", "pci");
        rows.add(reported(HOSTDEV_CAPS_TYPE, NOT_PVH));
        values(rows, HOSTDEV_PCI_BACKEND, NOT_PVH, "xen");
    }

    private static void values(
            List<Rule<XenMachine>> rows, EnumKey key, Condition<XenMachine> when, String... names) {
        for (String name : names) {
            rows.add(value(key, name, when));
        }
    }
}
