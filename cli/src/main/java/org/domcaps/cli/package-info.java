/// The domcaps command.
package org.domcaps.cli;
