package org.domcaps.daemon.storage;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;
import org.domcaps.xml.XmlReader;

import java.nio.charset.StandardCharsets;

/// What the documents of pools and of volumes have in common.
final class Definitions {

    /// Most characters of a name.
    static final int LONGEST_NAME = 255;

    /// Most characters of a path; the system takes no longer ones either.
    static final int LONGEST_PATH = 4095;

    private Definitions() {}

    /// The root of a document.
    ///
    /// @param name what it has to be called
    /// @throws DriverException if it is something else
    static XmlElement root(String xml, String name) {
        XmlElement root = parse(xml, name);
        if (!root.name().equals(name)) {
            throw malformed(
                    ErrorCode.XML,
                    "expecting root element of '" + name + "', not '" + root.name() + "'");
        }
        return root;
    }

    private static XmlElement parse(String xml, String name) {
        try {
            return XmlReader.read(xml.getBytes(StandardCharsets.UTF_8));
        } catch (XmlException e) {
            throw new DriverException(
                    ErrorCode.XML_DETAIL,
                    ErrorDomain.STORAGE,
                    "(storage_" + name + "_definition):" + e.line() + ": " + e.getMessage(),
                    e);
        }
    }

    /// The text of a child; empty if there is none.
    static String text(XmlElement parent, String child) {
        return parent.child(child).map(XmlElement::text).orElse("");
    }

    /// @throws DriverException if a text is longer than the limit
    static void requireAtMost(int limit, String text, String what) {
        if (text.length() > limit) {
            throw StorageFaults.xml(what + " has more than " + limit + " characters");
        }
    }

    /// What the reading of any document refuses.
    static DriverException malformed(ErrorCode code, String detail) {
        return new DriverException(code, ErrorDomain.XML, detail);
    }
}
