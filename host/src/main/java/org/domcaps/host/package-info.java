/// Facts of the machine that runs the emulators.
package org.domcaps.host;
