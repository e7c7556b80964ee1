/// The face of Domcaps for programs: where drivers come from.
///
/// [Domcaps] has one line for each kind of source. Below it [DriverFactory] opens any [Source]: the
/// emulators of this machine, a daemon or recorded facts. What a driver answers is said in
/// `org.domcaps.driver`, what the answer is in `org.domcaps.document`.
package org.domcaps.library;
