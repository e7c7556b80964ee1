/// The rules of x86.
package org.domcaps.cpu.x86;
