/// XML elements as values ([XmlElement]), the reader that makes them ([XmlReader]), and the layout
/// in which libvirt writes XML ([XmlOutput]).
///
/// The reader is the one door for foreign XML: no document type, no entities but the five of XML
/// itself, bounded depth, size and attribute count, and every fault told with line and column.
/// Comments and processing instructions are dropped. What to write is the business of whoever owns
/// the bytes of a format; blanks, quotes and escapes are the output's.
package org.domcaps.xml;
