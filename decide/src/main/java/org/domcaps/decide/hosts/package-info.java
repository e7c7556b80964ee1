/// Many hosts, grouped by what they say.
///
/// Hosts of one batch give the same document, so a fleet of ten thousand has some hundred different
/// ones. A [HostSet] keeps each content once ([HostGroup]) with the names of the hosts that have
/// it; whoever compares, plans or counts works on groups and not on hosts. A host whose content
/// could not be had stays in the set as an [UnreadHost]: it is not known, which is something else
/// than not there.
///
/// Groups come in the order in which their contents were first met, hosts in the order in which
/// they were added. Reading files is the business of module `library`.
package org.domcaps.decide.hosts;
