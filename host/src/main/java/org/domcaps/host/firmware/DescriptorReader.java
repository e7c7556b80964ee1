package org.domcaps.host.firmware;

import java.util.ArrayList;
import java.util.List;

/// Makes values of the texts of descriptor files. What comes out depends on the texts alone, so
/// somebody who has seen them before may remember it.
@FunctionalInterface
public interface DescriptorReader {

    /// Reads texts; gives as many contents, in the same order.
    ///
    /// @param texts the bytes of whole files, not to be changed
    List<DescriptorFile.Content> read(List<byte[]> texts);

    /// Reads them as JSON.
    static DescriptorReader parsing() {
        return texts -> {
            List<DescriptorFile.Content> contents = new ArrayList<>(texts.size());
            for (byte[] text : texts) {
                contents.add(FirmwareDirectories.parse(text));
            }
            return contents;
        };
    }
}
