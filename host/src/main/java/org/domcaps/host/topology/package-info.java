/// Processors, memory and caches of a machine, as the kernel lists them below `/sys`.
///
/// [TopologyReader] reads them below any root and gives one [HostTopology]. Nothing here depends on
/// a hypervisor; the host capabilities and the answer to "node info" are made of it.
package org.domcaps.host.topology;
