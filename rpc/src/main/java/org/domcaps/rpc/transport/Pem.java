package org.domcaps.rpc.transport;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Texts in PEM form (RFC 7468): blocks of Base64 between a BEGIN and an END line. What stands
/// around the blocks is for people.
final class Pem {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private Pem() {}

    /// One block.
    ///
    /// @param label what it says it is, such as `CERTIFICATE`
    /// @param bytes the DER behind the Base64
    /// @param encrypted whether a header says that the bytes are encrypted in OpenSSL's old way
    record Block(String label, byte[] bytes, boolean encrypted) {}

    /// The blocks of a text in order.
    ///
    /// @throws IllegalArgumentException if a block does not end or is no Base64
    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
            if (labelEnd < 0) {
                throw new IllegalArgumentException("a BEGIN line is not complete");
            }
            String label = text.substring(at + BEGIN.length(), labelEnd);
            String last = END + label + DASHES;
            int end = text.indexOf(last, labelEnd);
            if (end < 0) {
                throw new IllegalArgumentException("the block " + label + " does not end");
            }
            blocks.add(block(label, text.substring(labelEnd + DASHES.length(), end)));
            at = text.indexOf(BEGIN, end + last.length());
        }
        return blocks;
    }

    private static Block block(String label, String content) {
        StringBuilder base64 = new StringBuilder(content.length());
        boolean encrypted = false;
        for (String line : content.split("\n", -1)) {
            if (line.indexOf(':') >= 0) {
                encrypted |= line.contains("ENCRYPTED");
            } else {
                base64.append(line.strip());
            }
        }
        if (encrypted) {
            return new Block(label, new byte[0], true);
        }
        try {
            return new Block(label, Base64.getDecoder().decode(base64.toString()), false);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the block " + label + " is no Base64", e);
        }
    }
}
