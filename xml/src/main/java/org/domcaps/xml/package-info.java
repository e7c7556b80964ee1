/// XML elements as values ([XmlElement]), and the reader that makes them ([XmlReader]).
///
/// The reader is the one door for foreign XML: no document type, no entities but the five of XML
/// itself, bounded depth, size and attribute count, and every fault told with line and column.
/// Comments and processing instructions are dropped. Writing is the business of whoever owns the
/// bytes of a format.
package org.domcaps.xml;
