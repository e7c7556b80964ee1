/// CPU features, models and vendors, and the algebra over them.
package org.domcaps.cpu;
