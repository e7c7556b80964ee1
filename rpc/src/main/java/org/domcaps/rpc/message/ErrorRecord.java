package org.domcaps.rpc.message;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.util.Objects;
import java.util.Optional;

/// An error as it travels. Numbers are kept as they came, because a client shows also those that it
/// does not know.
///
/// On the wire a domain and a network may be part of it; nobody sends them, so they are skipped
/// when read and never written.
///
/// @param code what kind, see [ErrorCode]
/// @param domain which part of libvirt, see [ErrorDomain]
/// @param message the whole text for people
/// @param level how bad, see [ErrorLevel]
/// @param str1 usually the template of the code, `invalid argument: %1$s`
/// @param str2 usually the text that the template got
/// @param str3 usually absent
/// @param int1 the error number of the system for [ErrorCode#SYSTEM]; usually -1
/// @param int2 usually -1
public record ErrorRecord(
        int code,
        int domain,
        Optional<String> message,
        int level,
        Optional<String> str1,
        Optional<String> str2,
        Optional<String> str3,
        int int1,
        int int2)
        implements Payload {

    /// What stands for the detail in a template. libvirt 9.0 writes `%s`, 10.7 this.
    private static final String MARKER = "%1$s";

    private static final String PLAIN_MARKER = "%s";
    private static final int UNUSED = -1;

    /// Checks that nothing is null.
    public ErrorRecord {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(str1, "str1");
        Objects.requireNonNull(str2, "str2");
        Objects.requireNonNull(str3, "str3");
    }

    /// An error of a known code, built by libvirt's rule: message = template with the detail put
    /// in.
    ///
    /// @param detail the text after the code's prefix
    public static ErrorRecord of(ErrorCode code, ErrorDomain domain, String detail) {
        return of(code, domain, detail, UNUSED);
    }

    /// The same with the error number of the system, for [ErrorCode#SYSTEM].
    public static ErrorRecord of(ErrorCode code, ErrorDomain domain, String detail, int errno) {
        // The templates of the codes without words of their own have kept the older marker.
        String marker = code.prefix().isEmpty() ? PLAIN_MARKER : MARKER;
        return new ErrorRecord(
                code.number(),
                domain.number(),
                Optional.of(code.prefix() + detail),
                ErrorLevel.ERROR.number(),
                Optional.of(code.prefix() + marker),
                Optional.of(detail),
                Optional.empty(),
                errno,
                UNUSED);
    }

    /// What a failure looks like on the wire. Failures that no driver names come from no part in
    /// particular.
    public static ErrorRecord of(DomcapsException failure) {
        ErrorDomain domain =
                failure instanceof DriverException refusal ? refusal.domain() : ErrorDomain.NONE;
        return of(failure.code(), domain, failure.getMessage());
    }

    /// The refusal of an argument by its name, which libvirt words differently.
    ///
    /// @param message the whole text
    /// @param function the C function that refuses
    /// @param argument the argument's name
    public static ErrorRecord ofArgument(
            ErrorDomain domain, String message, String function, String argument) {
        return new ErrorRecord(
                ErrorCode.INVALID_ARGUMENT.number(),
                domain.number(),
                Optional.of(message),
                ErrorLevel.ERROR.number(),
                Optional.of(function),
                Optional.of(argument),
                Optional.empty(),
                0,
                0);
    }

    /// What a daemon says when something failed without saying why.
    public static ErrorRecord unexplained() {
        return new ErrorRecord(
                ErrorCode.INTERNAL.number(),
                ErrorDomain.RPC.number(),
                Optional.of("Library function returned error but did not set virError"),
                ErrorLevel.ERROR.number(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0);
    }

    /// Reads an error.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if the bytes are not one
    public static ErrorRecord read(XdrReader in) {
        int code = in.readInt();
        int domain = in.readInt();
        Optional<String> message = in.readOptional(XdrReader::readString);
        int level = in.readInt();
        in.readOptional(ErrorRecord::skipDomain);
        Optional<String> str1 = in.readOptional(XdrReader::readString);
        Optional<String> str2 = in.readOptional(XdrReader::readString);
        Optional<String> str3 = in.readOptional(XdrReader::readString);
        int int1 = in.readInt();
        int int2 = in.readInt();
        in.readOptional(ErrorRecord::skipNetwork);
        return new ErrorRecord(code, domain, message, level, str1, str2, str3, int1, int2);
    }

    /// A domain is a name, a UUID and a number.
    private static String skipDomain(XdrReader in) {
        String name = skipNetwork(in);
        in.readInt();
        return name;
    }

    /// A network is a name and a UUID.
    private static String skipNetwork(XdrReader in) {
        String name = in.readString();
        in.readOpaque(16);
        return name;
    }

    @Override
    public void write(XdrWriter out) {
        out.writeInt(code);
        out.writeInt(domain);
        out.writeOptional(message, XdrWriter::writeString);
        out.writeInt(level);
        out.writeBool(false);
        out.writeOptional(str1, XdrWriter::writeString);
        out.writeOptional(str2, XdrWriter::writeString);
        out.writeOptional(str3, XdrWriter::writeString);
        out.writeInt(int1);
        out.writeInt(int2);
        out.writeBool(false);
    }
}
