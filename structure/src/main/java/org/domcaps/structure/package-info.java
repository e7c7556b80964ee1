/// Nothing of the product: the tests of this module look at the sources of all the others.
package org.domcaps.structure;
