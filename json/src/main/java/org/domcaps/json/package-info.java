/// JSON values: one sealed tree ([JsonValue]), one reader ([JsonReader]) and one writer
/// ([JsonWriter]).
///
/// Object members keep the order in which they were read, because the order of QEMU's replies is
/// part of what the document prints. Numbers keep their literal, because QEMU sends unsigned 64-bit
/// values. Jackson does the tokenising; none of its types leave this package.
package org.domcaps.json;
