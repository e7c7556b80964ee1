package org.domcaps.rpc.transport;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/// Private keys in PEM form: PKCS#8 (`PRIVATE KEY`), PKCS#1 (`RSA PRIVATE KEY`) and SEC 1 (`EC
/// PRIVATE KEY`).
///
/// Java reads PKCS#8 only. The other two are what PKCS#8 has inside, so they get its wrapping: a
/// version, the algorithm, and the key as a string of bytes.
final class PrivateKeys {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_ID = 0x06;
    private static final int CURVE_TAG = 0xa0;
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final byte[] NULL = {5, 0};

    /// 1.2.840.113549.1.1.1, the algorithm of RSA keys (RFC 8017).
    private static final byte[] RSA = {
        6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1
    };

    /// 1.2.840.10045.2.1, the algorithm of keys on elliptic curves (RFC 5480).
    private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    /// Java wants to be told the algorithm, and the one that fits is the one that can read the key.
    private static final List<String> ALGORITHMS =
            List.of("RSA", "EC", "EdDSA", "RSASSA-PSS", "DSA");

    private PrivateKeys() {}

    /// The first private key of a text.
    ///
    /// @throws IllegalArgumentException if there is none, it is encrypted, or it is damaged
    static PrivateKey read(String text) {
        for (Pem.Block block : Pem.blocks(text)) {
            if (block.encrypted() || block.label().equals("ENCRYPTED PRIVATE KEY")) {
                throw new IllegalArgumentException(
                        "the key is encrypted; libvirt wants it without a password, too");
            }
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return fromPkcs8(block.bytes());
                }
                case "RSA PRIVATE KEY" -> {
                    return fromPkcs8(wrapped(concat(RSA, NULL), block.bytes()));
                }
                case "EC PRIVATE KEY" -> {
                    return fromPkcs8(wrapped(concat(EC, curve(block.bytes())), block.bytes()));
                }
                default -> {
                    // Certificates and curve parameters may stand in the same file.
                }
            }
        }
        throw new IllegalArgumentException("there is no private key in PEM form in it");
    }

    private static PrivateKey fromPkcs8(byte[] der) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException _) {
                // Not of this kind.
            }
        }
        throw new IllegalArgumentException(
                "the key is damaged, or of a kind that Java does not know");
    }

    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return der(SEQUENCE, concat(VERSION_0, concat(der(SEQUENCE, algorithm), der(OCTETS, key))));
    }

    /// The name of the curve, which stands in SEC 1's key behind the tag 0.
    private static byte[] curve(byte[] key) {
        int at = skipHeader(key, 0);
        while (at < key.length) {
            int content = skipHeader(key, at);
            int end = content + length(key, at);
            if (end > key.length) {
                break;
            }
            if ((key[at] & 0xff) == CURVE_TAG && content < end && key[content] == OBJECT_ID) {
                byte[] name = new byte[end - content];
                System.arraycopy(key, content, name, 0, name.length);
                return name;
            }
            at = end;
        }
        throw new IllegalArgumentException("the key does not say on which curve it is");
    }

    private static int length(byte[] der, int at) {
        if (at + 1 >= der.length) {
            throw new IllegalArgumentException("the key is cut off");
        }
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count < 1 || count > 2 || at + 1 + count >= der.length) {
            throw new IllegalArgumentException("the key is damaged");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return length;
    }

    private static int skipHeader(byte[] der, int at) {
        length(der, at);
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 5);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(first.length + second.length);
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
