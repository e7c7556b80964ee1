/// The contract between whoever can answer and whoever asks.
package org.domcaps.driver;
