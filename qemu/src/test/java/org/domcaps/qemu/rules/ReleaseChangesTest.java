package org.domcaps.qemu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.PropertyValue;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.qemu.Question;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.domcaps.rule.Evaluation;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What each release changed in what it says of one machine, for a machine that has everything and
/// for one that has nothing. Written down once more from the description of the releases.
class ReleaseChangesTest {

    private static FakeSituation everything() {
        FakeSituation all = new FakeSituation().machine("pc-i440fx-9.1");
        for (Question question : Catalogue.instance().questions()) {
            all.yes(question.id());
        }
        all.with(HostFact.values()).with(FirmwareFact.values());
        all.facts.sev(new SevFacts(1, 1, Optional.empty()));
        all.facts.sgx(new SgxFacts(true, true, true, 0, List.of()));
        all.facts.hyperv("hv-relaxed", new PropertyValue.Flag(true));
        return all;
    }

    /// Everything that is said in one release: elements with their state, enums, and values.
    private static Set<String> said(FakeSituation situation, Release release) {
        Evaluation<Situation> evaluator = situation.release(release).evaluator();
        Set<String> said = new LinkedHashSet<>();
        for (Element element : Element.values()) {
            if (!evaluator.isReported(element)) {
                continue;
            }
            boolean supported = evaluator.isSupported(element);
            said.add(element.path() + (supported ? "=yes" : "=no"));
            for (EnumKey key : supported ? EnumKey.of(element) : List.<EnumKey>of()) {
                if (evaluator.isReported(key)) {
                    said.add(key.path());
                    evaluator.values(key).forEach(value -> said.add(key.path() + "=" + value));
                }
            }
        }
        return said;
    }

    private static String changes(FakeSituation situation) {
        StringBuilder changes = new StringBuilder();
        Set<String> before = said(situation, Release.OLDEST);
        for (Release release : CatalogueTest.releases()) {
            Set<String> now = said(situation, release);
            Set<String> gone = new TreeSet<>(before);
            gone.removeAll(now);
            Set<String> come = new LinkedHashSet<>(now);
            come.removeAll(before);
            gone.forEach(one -> changes.append(release).append(" - ").append(one).append('\n'));
            come.forEach(one -> changes.append(release).append(" + ").append(one).append('\n'));
            before = now;
        }
        return changes.toString();
    }

    @Test
    void ofAMachineThatHasEverything() {
        assertThat(changes(everything()))
                .isEqualTo(
                        """
                        11.3 + devices.graphics.type=rdp
                        11.3 + devices.panic=yes
                        11.3 + devices.panic.model
                        11.3 + devices.panic.model=isa
                        11.3 + devices.panic.model=hyperv
                        11.3 + devices.panic.model=pvpanic
                        11.5 + devices.disk.bus=nvme
                        11.5 + devices.console=yes
                        11.5 + devices.console.type
                        11.5 + devices.console.type=null
                        11.5 + devices.console.type=vc
                        11.5 + devices.console.type=pty
                        11.5 + devices.console.type=dev
                        11.5 + devices.console.type=file
                        11.5 + devices.console.type=pipe
                        11.5 + devices.console.type=stdio
                        11.5 + devices.console.type=udp
                        11.5 + devices.console.type=tcp
                        11.5 + devices.console.type=unix
                        11.5 + devices.console.type=spicevmc
                        11.5 + devices.console.type=spiceport
                        11.5 + devices.console.type=qemu-vdagent
                        11.5 + devices.console.type=dbus
                        11.9 + features.tdx=yes
                        11.9 + features.launchSecurity.sectype=tdx
                        12.1 + os.firmwareFeatures=yes
                        12.1 + os.firmwareFeatures.secureBoot
                        12.1 + os.firmwareFeatures.secureBoot=yes
                        12.1 + os.firmwareFeatures.secureBoot=no
                        12.1 + os.firmwareFeatures.enrolledKeys
                        12.1 + os.firmwareFeatures.enrolledKeys=yes
                        12.1 + os.firmwareFeatures.enrolledKeys=no
                        12.1 + os.varstore=yes
                        12.1 + devices.hostdev.iommufd
                        12.1 + devices.hostdev.iommufd=yes
                        12.1 + devices.hostdev.iommufd=no
                        12.1 + features.s390-pv=no
                        12.2 - devices.filesystem.driverType=handle
                        """);
    }

    @Test
    void ofAMachineThatHasNothing() {
        assertThat(changes(new FakeSituation()))
                .isEqualTo(
                        """
                        11.3 + devices.panic=yes
                        11.3 + devices.panic.model
                        11.3 + devices.panic.model=hyperv
                        11.4 - devices.disk.bus=fdc
                        11.4 - devices.disk.diskDevice=floppy
                        11.5 + devices.console=yes
                        11.5 + devices.console.type
                        11.5 + devices.console.type=null
                        11.5 + devices.console.type=vc
                        11.5 + devices.console.type=pty
                        11.5 + devices.console.type=dev
                        11.5 + devices.console.type=file
                        11.5 + devices.console.type=pipe
                        11.5 + devices.console.type=stdio
                        11.5 + devices.console.type=udp
                        11.5 + devices.console.type=tcp
                        11.5 + devices.console.type=unix
                        11.5 + devices.console.type=dbus
                        11.9 + features.tdx=no
                        12.0 - features.backup=no
                        12.0 + features.backup=yes
                        12.1 + os.firmwareFeatures=yes
                        12.1 + os.firmwareFeatures.secureBoot
                        12.1 + os.firmwareFeatures.enrolledKeys
                        12.1 + os.varstore=no
                        12.1 + devices.hostdev.iommufd
                        12.1 + devices.hostdev.iommufd=no
                        12.1 + features.s390-pv=no
                        12.2 - devices.filesystem.driverType=handle
                        """);
    }
}
