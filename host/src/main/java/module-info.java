/// Facts of the machine that runs the emulators.
///
/// Calls the C library (`/dev/kvm`, CPUID): the launcher has to allow native access for this
/// module.
module org.domcaps.host {
    requires transitive org.domcaps.error;
    requires transitive org.domcaps.json;
    requires transitive org.domcaps.document;
    requires transitive org.domcaps.cpu;

    exports org.domcaps.host;
    exports org.domcaps.host.firmware;
    exports org.domcaps.host.system;
    exports org.domcaps.host.topology;
}
