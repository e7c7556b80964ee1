package org.example.capabilities;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Support;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.library.Domcaps;

import java.nio.file.Path;

/// Tells a few things that a host can do: this one, one with a libvirt daemon, or one that was
/// recorded.
public final class WhatCanItRun {

    private WhatCanItRun() {}

    /// `WhatCanItRun`, `WhatCanItRun connect URI` or `WhatCanItRun replay BUNDLE`.
    public static void main(String[] args) {
        try (Driver driver = open(args)) {
            DomainCapabilities document =
                    driver.domainCapabilities(Request.defaults().withMachine("q35"));
            System.out.println("emulator  " + document.path().orElse("?"));
            System.out.println("machine   " + document.machine().orElse("?"));
            System.out.println("virt type " + document.domain().orElse("?"));
            System.out.println("TPM       " + supports(document, Element.TPM));
            System.out.println("CPUs      " + document.vcpuMax().orElse(0));
        } catch (DomcapsException e) {
            System.err.println(e.libvirtMessage());
            System.exit(1);
        }
    }

    private static Driver open(String[] args) {
        if (args.length == 0) {
            return Domcaps.thisHost();
        }
        return switch (args[0]) {
            case "connect" -> Domcaps.connect(args[1]);
            case "replay" -> Domcaps.replay(Path.of(args[1]));
            default -> throw new IllegalArgumentException(args[0]);
        };
    }

    private static String supports(DomainCapabilities document, Element element) {
        return document.block(element)
                .map(block -> block.support() == Support.YES ? "yes" : "no")
                .orElse("not reported");
    }
}
