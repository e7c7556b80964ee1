package org.domcaps.qemu;

/// Cuts pieces out of the text of a document.
public final class DocumentParts {

    private DocumentParts() {}

    /// The lines of an element that says `supported=`, without its own indentation; empty text if
    /// it is not there.
    public static String element(String document, String name) {
        int at = document.indexOf("<" + name + " supported=");
        if (at < 0) {
            return "";
        }
        int start = document.lastIndexOf('\n', at) + 1;
        int lineEnd = document.indexOf('\n', start);
        String end = " ".repeat(at - start) + "</" + name + ">\n";
        return document.substring(
                        start,
                        document.charAt(lineEnd - 2) == '/'
                                ? lineEnd
                                : document.indexOf(end, start) + end.length() - 1)
                .stripIndent();
    }

    /// The values of an enum of an element, with a blank between; `no enum` if it is not there.
    public static String values(String document, String element, String enumName) {
        String text = element(document, element);
        int start = text.indexOf("<enum name='" + enumName + "'");
        if (start < 0) {
            return "no enum";
        }
        int tagEnd = text.indexOf('>', start);
        if (text.charAt(tagEnd - 1) == '/') {
            return "";
        }
        return text.substring(tagEnd + 1, text.indexOf("</enum>", start))
                .replaceAll("(\\s|</?value>)+", " ")
                .strip();
    }
}
