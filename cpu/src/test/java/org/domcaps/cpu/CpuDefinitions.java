package org.domcaps.cpu;

import org.domcaps.xml.XmlReader;

import java.nio.charset.StandardCharsets;

/// CPU definitions as texts in tests.
public final class CpuDefinitions {

    private CpuDefinitions() {}

    /// The definition that a text is.
    public static CpuDefinition of(String text) {
        return CpuDefinitionReader.read(XmlReader.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The guest definition that a text is.
    public static GuestCpu guest(String text) {
        return CpuDefinitionReader.readGuest(XmlReader.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// A definition on one line.
    public static String text(CpuDefinition cpu) {
        return CpuDefinitionWriter.write(cpu).strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
