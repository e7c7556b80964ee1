package org.domcaps.host.firmware;

/// Descriptor texts for tests.
final class Descriptors {

    private Descriptors() {}

    /// A flash descriptor for x86_64 machines.
    static String flash(String code, String vars, String machines, String... features) {
        return text(
                "uefi",
                "{\"device\": \"flash\", \"executable\": {\"filename\": \""
                        + code
                        + "\", \"format\": \"raw\"}, "
                        + "\"nvram-template\": {\"filename\": \""
                        + vars
                        + "\", \"format\": \"raw\"}}",
                machines,
                features);
    }

    /// A memory descriptor for x86_64 machines.
    static String memory(String interfaceType, String image, String machines, String... features) {
        return text(
                interfaceType,
                "{\"device\": \"memory\", \"filename\": \"" + image + "\"}",
                machines,
                features);
    }

    /// Any descriptor for x86_64 machines.
    static String text(String interfaceType, String mapping, String machines, String... features) {
        String quoted = features.length == 0 ? "" : "\"" + String.join("\", \"", features) + "\"";
        return "{\"interface-types\": [\""
                + interfaceType
                + "\"], \"mapping\": "
                + mapping
                + ", \"targets\": [{\"architecture\": \"x86_64\", \"machines\": [\""
                + machines
                + "\"]}]"
                + ", \"features\": ["
                + quoted
                + "]}";
    }
}
