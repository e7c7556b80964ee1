package org.domcaps.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypervisorCaseTest {

    private static DomainCapabilities document(String name) {
        return ((HypervisorCase.Asked) HypervisorCase.parse(name).orElseThrow())
                .document(Release.OLDEST);
    }

    @ParameterizedTest
    @CsvSource({
        "libxl-xenpv, xen, xenpv, x86_64",
        "libxl-xenpvh, xen, xenpvh, x86_64",
        "libxl-xenfv, xen, xenfv, x86_64",
        "bhyve_basic.x86_64, bhyve, , x86_64",
        "bhyve_uefi.i686, bhyve, , i686",
        "empty, kvm, my-machine-type, x86_64"
    })
    void aNameSaysWhatIsAskedOfWhom(String name, String domain, String machine, String arch) {
        DomainCapabilities document = document(name);
        assertThat(document.domain()).contains(domain);
        assertThat(document.machine().orElse(null)).isEqualTo(machine);
        assertThat(document.arch()).contains(arch);
    }

    @Test
    void theLabelSaysWhatBhyveCanDo() {
        assertThat(document("bhyve_basic.x86_64").support(Element.LOADER)).isEqualTo(Support.NO);
        assertThat(document("bhyve_uefi.x86_64").support(Element.LOADER)).isEqualTo(Support.YES);
        assertThat(document("bhyve_uefi.x86_64").support(Element.VIDEO)).isEqualTo(Support.NO);
        assertThat(document("bhyve_fbuf.x86_64").support(Element.LOADER)).isEqualTo(Support.YES);
        assertThat(document("bhyve_fbuf.x86_64").support(Element.VIDEO)).isEqualTo(Support.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "libxl-pc, Xen has no machine type pc",
        "bhyve_other.x86_64, the name does not say what bhyve can do",
        "bhyve_basic, the name does not say what bhyve can do",
        "bhyve_basic.z80, unknown architecture z80"
    })
    void whatCannotBeDerivedSaysWhy(String name, String why) {
        assertThat(HypervisorCase.parse(name)).contains(new HypervisorCase.Untold(why));
    }

    @ParameterizedTest
    @CsvSource({"qemu_9.1.0.x86_64", "other", "libxl", "bhyve"})
    void otherNamesAreOfOtherCases(String name) {
        assertThat(HypervisorCase.parse(name)).isEmpty();
    }
}
