package org.domcaps.cli;

import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;

import java.nio.charset.StandardCharsets;

/// Documents to print.
final class Documents {

    /// A document in the form of 10.7, where a supported element without content has two tags.
    static final String OLD_FORM =
            """
            <domainCapabilities>
              <path>/usr/bin/qemu-system-x86_64</path>
              <domain>kvm</domain>
              <machine>pc-i440fx-9.1</machine>
              <arch>x86_64</arch>
              <vcpu max='255'/>
              <iothreads supported='yes'/>
              <devices>
                <disk supported='yes'>
                  <enum name='diskDevice'>
                    <value>disk</value>
                    <value>cdrom</value>
                  </enum>
                </disk>
                <crypto supported='no'/>
              </devices>
              <features>
                <gic supported='no'/>
              </features>
            </domainCapabilities>
            """;

    private Documents() {}

    static DomainCapabilities small() {
        return DocumentReader.read(OLD_FORM.getBytes(StandardCharsets.UTF_8));
    }
}
