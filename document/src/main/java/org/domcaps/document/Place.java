package org.domcaps.document;

/// The element that directly contains an [Element].
public enum Place {
    /// `<domainCapabilities>` itself.
    ROOT("domainCapabilities"),
    /// `<os>`.
    OS("os"),
    /// `<cpu>`; its children are `<mode name='…'>`.
    CPU("cpu"),
    /// `<devices>`.
    DEVICES("devices"),
    /// `<features>`.
    FEATURES("features");

    private final String xmlName;

    Place(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The name of the containing element.
    public String xmlName() {
        return xmlName;
    }
}
