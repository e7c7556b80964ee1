package org.domcaps.rpc.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.domcaps.host.system.HostRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class UriBookTest {

    @TempDir Path folder;

    private UriBook book(boolean privileged, String... variables) {
        Map<String, String> map =
                variables.length == 0 ? Map.of() : Map.of(variables[0], variables[1]);
        return new UriBook(new ClientEnvironment(new HostRoot(folder), map, privileged));
    }

    private void configuration(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static final String ALIASES =
            """
            # mine
            uri_aliases = [
              "rack=qemu+ssh://root@rack12/system",
              'lab_2=qemu+tls://lab/system?no_verify=1',
            ]
            uri_default = "rack"
            """;

    @Test
    void anAliasMeansItsUri() throws IOException {
        configuration("etc/libvirt/libvirt.conf", ALIASES);

        assertThat(book(true).resolve("rack").text()).isEqualTo("qemu+ssh://root@rack12/system");
        assertThat(book(true).resolve("lab_2").text())
                .isEqualTo("qemu+tls://lab/system?no_verify=1");
        assertThat(book(true).resolve("qemu:///system").text()).isEqualTo("qemu:///system");
        assertThatExceptionOfType(UriException.class).isThrownBy(() -> book(true).resolve("RACK"));
    }

    @Test
    void theVariableComesBeforeTheFileAndTheFileBeforeTheSocket() throws IOException {
        assertThat(book(true).standard().text()).isEqualTo("remote:///");
        assertThat(book(false).standard().text()).isEqualTo("remote:///session");

        configuration("etc/libvirt/libvirt.conf", ALIASES);

        assertThat(book(true).standard().host()).contains("rack12");
        assertThat(book(true, "LIBVIRT_DEFAULT_URI", "qemu:///session").standard().text())
                .isEqualTo("qemu:///session");
        assertThat(book(true, "LIBVIRT_DEFAULT_URI", "lab_2").standard().host()).contains("lab");
        assertThat(book(true, "LIBVIRT_DEFAULT_URI", "").standard().host()).contains("rack12");
    }

    @Test
    void theWordDefaultMeansTheSameUnlessItIsAnAlias() throws IOException {
        assertThat(book(true).resolve("default").text()).isEqualTo("remote:///");
        assertThat(book(true, "LIBVIRT_DEFAULT_URI", "qemu:///x").resolve("default").text())
                .isEqualTo("qemu:///x");

        configuration("etc/libvirt/libvirt.conf", "uri_aliases = [ 'default=qemu:///mine' ]");

        assertThat(book(true).resolve("default").text()).isEqualTo("qemu:///mine");
    }

    @Test
    void othersThanRootHaveAFileOfTheirOwn() throws IOException {
        configuration("etc/libvirt/libvirt.conf", ALIASES);
        configuration("conf/libvirt/libvirt.conf", "uri_default = 'qemu:///x'");

        assertThat(book(false, "XDG_CONFIG_HOME", "/conf").standard().text())
                .isEqualTo("qemu:///x");
        assertThat(book(false).standard().text()).isEqualTo("remote:///session");
    }

    @Test
    void aDamagedFileIsToldWithItsLine() throws IOException {
        configuration("etc/libvirt/libvirt.conf", "\nuri_default = qemu");

        assertThatExceptionOfType(UriException.class)
                .isThrownBy(() -> book(true).standard())
                .withMessageStartingWith("/etc/libvirt/libvirt.conf:2: ");

        configuration("etc/libvirt/libvirt.conf", "uri_aliases = [ \"a b=qemu:///x\" ]");

        assertThatExceptionOfType(UriException.class)
                .isThrownBy(() -> book(true).resolve("qemu:///system"))
                .withMessageContaining("a b=qemu:///x");
    }
}
