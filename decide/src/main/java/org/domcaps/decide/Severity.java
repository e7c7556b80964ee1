package org.domcaps.decide;

/// How much a judgement matters, the worst first.
public enum Severity {
    /// It cannot work.
    ERROR("error"),
    /// It works, but something is lost, or will be.
    WARNING("warning"),
    /// Worth knowing; nothing is wrong.
    INFO("info");

    private final String jsonName;

    Severity(String jsonName) {
        this.jsonName = jsonName;
    }

    /// The name in JSON and in text.
    public String jsonName() {
        return jsonName;
    }
}
