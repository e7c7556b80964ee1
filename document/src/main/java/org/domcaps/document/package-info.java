/// The domain capabilities document of libvirt: what it can hold, as immutable values in document order.
package org.domcaps.document;
