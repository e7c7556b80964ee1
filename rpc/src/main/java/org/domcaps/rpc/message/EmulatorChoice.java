package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.Objects;
import java.util.Optional;

/// Which emulator and guest a question is about. What is absent is left to the server; an empty
/// string is a value.
///
/// @param emulator path of the emulator binary
/// @param arch guest architecture
/// @param machine machine type or alias
/// @param virtType virt type
public record EmulatorChoice(
        Optional<String> emulator,
        Optional<String> arch,
        Optional<String> machine,
        Optional<String> virtType) {

    /// Everything left to the server.
    public static final EmulatorChoice DEFAULT =
            new EmulatorChoice(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Checks that nothing is null.
    public EmulatorChoice {
        Objects.requireNonNull(emulator, "emulator");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(virtType, "virtType");
    }

    /// Reads four optional strings.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if the bytes are not that
    public static EmulatorChoice read(XdrReader in) {
        return new EmulatorChoice(
                in.readOptional(XdrReader::readString),
                in.readOptional(XdrReader::readString),
                in.readOptional(XdrReader::readString),
                in.readOptional(XdrReader::readString));
    }

    /// Writes four optional strings.
    public void write(XdrWriter out) {
        out.writeOptional(emulator, XdrWriter::writeString);
        out.writeOptional(arch, XdrWriter::writeString);
        out.writeOptional(machine, XdrWriter::writeString);
        out.writeOptional(virtType, XdrWriter::writeString);
    }
}
