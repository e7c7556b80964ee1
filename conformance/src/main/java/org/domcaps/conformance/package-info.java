/// Replays recorded cases and compares.
package org.domcaps.conformance;
