package org.domcaps.rpc.uri;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The percent signs of URIs.
final class PercentCode {

    private static final String HEX = "0123456789abcdef";

    private PercentCode() {}

    /// The text behind the escapes, which are bytes of UTF-8.
    ///
    /// @throws UriException if an escape is not two hexadecimal digits
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            int high = i + 1 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new UriException(
                        "'" + text + "': a percent sign needs two hexadecimal digits behind it");
            }
            bytes.write(16 * high + low);
            i += 2;
        }
        String decoded = bytes.toString(StandardCharsets.UTF_8);
        if (decoded.indexOf('\0') >= 0) {
            throw new UriException("'" + text + "': a zero byte cannot be part of a URI");
        }
        return decoded;
    }

    /// A value with everything escaped but letters and digits of ASCII, as libvirt's clients write
    /// queries.
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
        return encoded.toString();
    }
}
