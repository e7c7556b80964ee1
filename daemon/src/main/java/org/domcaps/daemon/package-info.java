/// The daemon behind `domcaps serve`.
///
/// [Daemon] opens what [DaemonOptions] say, tells the service manager that it is ready, reloads on
/// SIGHUP and ends on SIGTERM or SIGINT with every call in progress answered.
///
/// [HostService] answers what the wire protocol asks: domain capabilities through the driver, CPU
/// questions through [CpuService], the machine through [NodeReader]. [DaemonLog] writes one line
/// for each thing that happened, [Metrics] counts the same things for Prometheus.
///
/// [DaemonCheck] is the other side: it tests a daemon that runs.
package org.domcaps.daemon;
