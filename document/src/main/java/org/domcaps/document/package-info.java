/// The domain capabilities document of libvirt: what it can hold, as immutable values in document
/// order, and its forms: XML text, JSON, a page for people.
///
/// # The model
///
/// [DomainCapabilities] is one document. [Element] is the table of everything that says
/// `supported='yes'` or `supported='no'`, with the container ([Place]) it stands in; [EnumKey] is
/// the table of every `<enum>` with its values in the order of the format. What a document says
/// about an element is a [Block]: its state, its enums and a [Detail] for the few elements that
/// hold something else (loader paths, CPU models, SEV, SGX, Hyper-V defaults). A new element, enum
/// or value is a new row in a table; the compiler or a test then finds every place that must know.
///
/// # Three states
///
/// "No" is not "not reported". An element that the document does not have has no block, and
/// [Support#NOT_REPORTED]; one that it denies has a block with [Support#NO]. In the same way an
/// enum without values says that nothing of it works, and an enum that is not there says nothing.
/// Every form keeps the three states apart: a missing element in XML, a missing member in JSON, the
/// row "not reported" on the page.
///
/// # Reading
///
/// [DocumentReader] takes the bytes of anybody's document. The XML goes through
/// [org.domcaps.xml.XmlReader], the one door for foreign text: no document types, no entities,
/// bounded size and depth. What is read either has the form of the format or is an error with line
/// and column; nothing is guessed and nothing is dropped but comments and the white space between
/// elements.
///
/// # Extras
///
/// Newer releases and other vendors add to the format. What this package does not know is kept as
/// [Extras] beside what it does know: an attribute by its name and value, a child as the tree that
/// was read, with the number of known children before it. An element that has no room for extras
/// (`<vcpu>`, `<enum>`, `<feature>`, ...) and holds something unknown is kept whole as an extra
/// child of its parent; so is a detail that lacks what it cannot do without. [DocumentWriter] says
/// what counts as one known child and puts everything back in its place.
///
/// # Writing and generations
///
/// [DocumentWriter] gives the bytes that a release of libvirt prints: two blanks a level, single
/// quotes, LF. The format has levels, and a [Release] names one: [Release#OLDEST] to
/// [Release#NEWEST] can be written. The writer decides the layout of a level; [Generations#strip]
/// leaves out what a level does not print. To give what release R prints:
///
/// ```java
/// byte[] bytes = DocumentWriter.write(Generations.strip(document, r), r);
/// ```
///
/// Reading and writing back without a release uses the form that was read, and gives the same bytes
/// for everything that a release of libvirt wrote:
///
/// ```java
/// ReadDocument read = DocumentReader.readWithForm(bytes);
/// byte[] same = DocumentWriter.write(read.capabilities(), read.form());
/// ```
///
/// # JSON
///
/// [DocumentJson] is the form for programs: containers and elements are objects, `supported` is a
/// boolean, enums are arrays of strings, extras have a member `extras`. Nothing is lost in either
/// direction. The schema is generated from the tables and published under `docs/schema`; members
/// that it does not know are refused by name and path.
///
/// # People
///
/// [DocumentText] is a page that answers "what can this host run?". [DocumentXPath] picks parts of
/// the XML and prints them as virsh does.
///
/// # Errors
///
/// XML that cannot be read is an [org.domcaps.xml.XmlException] with line and column; JSON that
/// cannot be read and XPath expressions that cannot be answered are a [DocumentException]. Nothing
/// else is thrown, whatever the input.
package org.domcaps.document;
