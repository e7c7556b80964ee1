/// Reading the small tables of CPU maps from the class path.
///
/// A table is ASCII text, one statement a line: a keyword, and what it says, with one blank between
/// words. Lines that begin with `#` and empty lines are skipped. `since RELEASE` at the end of a
/// line leaves it out for earlier releases. What the keywords are is for each family to say; the
/// map of x86 has a form and a reader of its own.
package org.domcaps.cpu.table;
