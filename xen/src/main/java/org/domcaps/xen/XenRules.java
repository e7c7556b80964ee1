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
import static org.domcaps.rule.Rule.reported;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;
import static org.domcaps.xen.XenCondition.ALWAYS;
import static org.domcaps.xen.XenCondition.FULLY_VIRTUALIZED;
import static org.domcaps.xen.XenCondition.NOT_PVH;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;

import java.util.ArrayList;
import java.util.List;

/// The rules of Xen documents, the same in every release. An element that is reported by a row of
/// its own and that no row calls supported says "no".
public final class XenRules {

    /// All rows.
    public static final RuleTable<XenCondition> TABLE = new RuleTable<>(rows());

    private XenRules() {}

    private static List<Rule<XenCondition>> rows() {
        List<Rule<XenCondition>> rows = new ArrayList<>(RuleTable.alwaysPrinted(ALWAYS));
        rows.add(reported(Element.IOTHREADS, ALWAYS));
        rows.add(supported(Element.OS, ALWAYS));
        rows.add(supported(Element.LOADER, FULLY_VIRTUALIZED));
        values(rows, LOADER_TYPE, FULLY_VIRTUALIZED, "rom", "pflash");
        values(rows, LOADER_READONLY, FULLY_VIRTUALIZED, "yes");
        devices(rows);
        for (Element feature : List.of(Element.GIC, Element.VMCOREINFO, Element.GENID)) {
            rows.add(reported(feature, ALWAYS));
        }
        return rows;
    }

    private static void devices(List<Rule<XenCondition>> rows) {
        rows.add(supported(Element.DISK, ALWAYS));
        values(rows, DISK_DEVICE, ALWAYS, "disk", "cdrom");
        values(rows, DISK_BUS, ALWAYS, "ide", "scsi", "xen");
        rows.add(reported(DISK_MODEL, ALWAYS));
        rows.add(supported(Element.GRAPHICS, ALWAYS));
        values(rows, GRAPHICS_TYPE, ALWAYS, "sdl", "vnc", "spice");
        rows.add(supported(Element.VIDEO, ALWAYS));
        values(rows, VIDEO_MODEL, ALWAYS, "vga", "cirrus", "xen");
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
            List<Rule<XenCondition>> rows, EnumKey key, XenCondition when, String... names) {
        for (String name : names) {
            rows.add(value(key, name, when));
        }
    }
}
