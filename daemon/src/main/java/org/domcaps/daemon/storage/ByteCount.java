package org.domcaps.daemon.storage;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.xml.XmlElement;

import java.math.BigInteger;
import java.util.Locale;

/// Sizes in documents, with their units: `KiB` and `K` are 1024 bytes, `KB` is 1000, and so on.
final class ByteCount {

    private static final String LETTERS = "kmgtpe";
    private static final int BINARY = 1024;
    private static final int DECIMAL = 1000;

    /// More than any size has, zeros in front included. To read very long numbers takes very long.
    private static final int MOST_DIGITS = 100;

    private ByteCount() {}

    /// The bytes that an element speaks of.
    ///
    /// @throws DriverException if it is no size, or one that is too large
    static long read(XmlElement element) {
        String text = element.text().strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw StorageFaults.xml("malformed " + element.name() + " element");
        }
        String unit = element.attribute("unit").orElse("");
        if (text.length() > MOST_DIGITS) {
            throw general(
                    ErrorCode.OVERFLOW,
                    "value too large: " + text.substring(0, MOST_DIGITS) + "...");
        }
        BigInteger bytes = new BigInteger(text).multiply(unit(unit));
        if (bytes.bitLength() >= Long.SIZE) {
            throw general(ErrorCode.OVERFLOW, "value too large: " + text + unit);
        }
        return bytes.longValue();
    }

    private static BigInteger unit(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.equals("b") || lower.equals("byte") || lower.equals("bytes")) {
            return BigInteger.ONE;
        }
        int power = LETTERS.indexOf(lower.charAt(0)) + 1;
        int base =
                switch (lower.substring(1)) {
                    case "", "ib" -> BINARY;
                    case "b" -> DECIMAL;
                    default -> 0;
                };
        if (power == 0 || base == 0) {
            throw general(ErrorCode.INVALID_ARGUMENT, "unknown suffix '" + unit + "'");
        }
        return BigInteger.valueOf(base).pow(power);
    }

    private static DriverException general(ErrorCode code, String detail) {
        return new DriverException(code, ErrorDomain.NONE, detail);
    }
}
