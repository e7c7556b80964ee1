/// The document `<capabilities>`: what a host is and which guests its emulators serve. Libvirt
/// prints it for `virsh capabilities`, and virt-install and virt-manager read it before they ask
/// for domain capabilities.
///
/// [DescriptionReader] looks at the machine and gives a [HostDescription]; [HostCapabilities]
/// writes that and what a driver offers ([org.domcaps.driver.EmulatorOffer]) in libvirt's layout.
/// Emulators, machines and architectures are the driver's own, so that both documents agree.
///
/// What libvirt knows and this document leaves out: the frequency of the processor's time stamp
/// counter (it takes a virtual machine to ask for), and labels of security models other than
/// `none`, because nothing here starts guests.
package org.domcaps.hostcaps;
