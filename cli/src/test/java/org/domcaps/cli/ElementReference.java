package org.domcaps.cli;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Place;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.List;

/// The page `docs/reference/elements.md`, made of the rules themselves. Another hypervisor is
/// another [ReferenceSource].
final class ElementReference {

    private final StringBuilder out = new StringBuilder();
    private final List<ReferenceSource> sources;

    private ElementReference(List<ReferenceSource> sources) {
        this.sources = sources;
    }

    static String page(List<ReferenceSource> sources) {
        ElementReference reference = new ElementReference(sources);
        reference.introduction();
        for (Element element : Element.values()) {
            reference.element(element);
        }
        return reference.out.toString();
    }

    private void introduction() {
        out.append(
                """
                <!-- Made from the rules; do not edit. A test of module cli rewrites it with -Dgolden=update. -->

                # What decides each part of the document

                One section for each element that says `supported='yes'` or `supported='no'`, in document order. A
                row names something that the document can say, what must hold for it to be said, where one can look,
                and the releases of libvirt for which the row counts: "since 11.4" means that release and later ones,
                "before 11.4" the ones before it, nothing all from 10.7 to 12.8. Rows below an element are only
                looked at where it is supported. What no row speaks of is not in the document: an element without a row
                "is in the document" is there in the releases for which a row says whether it is supported, an enum in those
                for which a row speaks of a value.

                What a firmware descriptor says counts if one of its targets matches the guest's architecture and the
                machine. Facts of QEMU come from two runs, one with hardware acceleration and one with TCG alone; CPU
                models, machines and the expansion of the host's CPU are kept for each of them.

                ## The head of the document

                """);
        String between = "";
        for (ReferenceSource source : sources) {
            if (!source.head().isEmpty()) {
                out.append(between);
                between = "\n";
                table(source, "comes from", source.head());
            }
        }
    }

    private void element(Element element) {
        out.append("\n## ").append(title(element)).append("\n\n");
        if (!element.since().equals(Release.OLDEST)) {
            out.append("Since ").append(element.since()).append(".\n\n");
        }
        String between = "";
        for (ReferenceSource source : sources) {
            List<ReferenceSource.Row> rows = source.of(element);
            if (!rows.isEmpty()) {
                out.append(between);
                between = "\n";
                table(source, "when, or how it comes about", rows);
                never(source, element);
            }
        }
    }

    /// The heading of an element.
    static String title(Element element) {
        return element.place() == Place.CPU
                ? "cpu: mode " + element.xmlName()
                : element.path().replace(".", ": ");
    }

    private void table(ReferenceSource source, String heading, List<ReferenceSource.Row> rows) {
        out.append("| ").append(source.hypervisor()).append(" | ").append(heading);
        out.append(" | evidence | releases |\n|---|---|---|---|\n");
        for (ReferenceSource.Row row : rows) {
            out.append("| ")
                    .append(cell(row.what()))
                    .append(" | ")
                    .append(cell(row.when()))
                    .append(" | ")
                    .append(cell(String.join("<br>", row.evidence())))
                    .append(" | ")
                    .append(releases(row))
                    .append(" |\n");
        }
    }

    private static String releases(ReferenceSource.Row row) {
        List<String> bounds = new ArrayList<>();
        if (!row.since().equals(Release.OLDEST)) {
            bounds.add("since " + row.since());
        }
        row.until().ifPresent(until -> bounds.add("before " + until));
        return String.join(", ", bounds);
    }

    private void never(ReferenceSource source, Element element) {
        List<String> values = new ArrayList<>();
        for (EnumKey key : EnumKey.of(element)) {
            List<String> ofKey = new ArrayList<>();
            for (EnumValue value : key.possibleValues()) {
                if (source.reports(key) && !source.prints(key, value.name())) {
                    ofKey.add("`" + value.name() + "`");
                }
            }
            if (!ofKey.isEmpty()) {
                values.add("`" + key.xmlName() + "` " + String.join(", ", ofKey));
            }
        }
        if (!values.isEmpty()) {
            out.append("\nValues of the format that documents about ")
                    .append(source.hypervisor())
                    .append(" never hold: ")
                    .append(String.join("; ", values))
                    .append(".\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<sections>", "`<sections>`");
    }
}
