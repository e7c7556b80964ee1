/// What can go wrong, as values: [ErrorCode] carries libvirt's own numbers, [DomcapsException] is
/// the one unchecked root of every failure that Domcaps reports.
///
/// Messages are one line: what failed, where, and what to do if that is known. Nobody parses
/// messages; programs look at the code and at the fields of the subclass.
package org.domcaps.error;
