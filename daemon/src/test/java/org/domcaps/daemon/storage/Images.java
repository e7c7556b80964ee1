package org.domcaps.daemon.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The first bytes of disk images, made by hand.
final class Images {

    private static final int CLUSTER = 65_536;

    private Images() {}

    /// An image of qcow2, version 3, without a backing file.
    static byte[] qcow2(long size) {
        byte[] bytes = new byte[CLUSTER];
        ByteBuffer image = ByteBuffer.wrap(bytes);
        image.put(latin("QFI\u00fb")).putInt(3).putLong(0).putInt(0).putInt(16).putLong(size);
        image.putInt(100, 104);
        return bytes;
    }

    /// An image of qcow2 over another, whose format it names.
    static byte[] overlay(long size, String backing, String format) {
        byte[] bytes = qcow2(size);
        ByteBuffer image = ByteBuffer.wrap(bytes);
        image.position(104);
        // An extension that nobody knows comes first.
        image.putInt(0x6803f857).putInt(5).put(latin("names")).position(120);
        image.putInt(0xe2792aca).putInt(format.length()).put(latin(format));
        image.putLong(8, 512).putInt(16, backing.length());
        image.put(512, latin(backing));
        return bytes;
    }

    /// An image that has a mark and a size somewhere.
    static byte[] marked(int markAt, String mark, int sizeAt, long size, ByteOrder order) {
        byte[] bytes = new byte[40_000];
        ByteBuffer image = ByteBuffer.wrap(bytes).order(order);
        image.put(markAt, latin(mark));
        if (sizeAt > 0) {
            image.putLong(sizeAt, size);
        }
        return bytes;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
