/// A QEMU binary to a document.
package org.domcaps.qemu;
