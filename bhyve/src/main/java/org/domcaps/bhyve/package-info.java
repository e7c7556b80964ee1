/// A FreeBSD host with bhyve to a document, as libvirt's bhyve driver writes it.
///
/// [BhyveProbe] runs the program with the options of each [BhyveQuestion] and keeps what it says in
/// [BhyveFacts]; [BhyveCapability] reads the answers, [BhyveRules] decides the document by them,
/// and [BhyveDriver] resolves requests (libvirt's order of checks, defaults and refusals).
///
/// bhyve cannot be asked what it knows. libvirt lets it parse options that it may not know, and
/// takes a capability for given if a certain complaint does not come. That is reproduced, patterns
/// included, because the document follows from it; but a program that hangs, dies, floods or does
/// not behave like bhyve at all is an error here and no capability.
///
/// Facts are recorded as JSON; `docs/host-facts/xen-and-bhyve.md` describes the form.
package org.domcaps.bhyve;
