package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class DocumentXPathTest {

    private static final byte[] TEXT =
            """
            <domainCapabilities>
              <path>/a&lt;&apos;\u00e4</path>
              <domain>kvm</domain>
              <vcpu max='3'/>
              <os supported='yes'>
                <loader supported='yes' z='1' a='q"&#10;&lt;\u00e4'>
                  <value>/x</value>
                </loader>
              </os>
              <cpu>
                <mode name='custom' supported='no'/>
              </cpu>
              <devices>
              </devices>
            </domainCapabilities>
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static String select(String expression) {
        return DocumentXPath.select(TEXT, expression);
    }

    private static String wrapped(String expression) {
        return DocumentXPath.selectWrapped(TEXT, expression);
    }

    @Test
    void elementsAreLaidOutFromTheLeftEdge() {
        assertThat(select("//os"))
                .isEqualTo(
                        """
                        <os supported="yes">
                          <loader supported="yes" z="1" a="q&quot;&#10;&lt;&#xE4;">
                            <value>/x</value>
                          </loader>
                        </os>
                        """);
        assertThat(select("//mode | //vcpu"))
                .isEqualTo("<vcpu max=\"3\"/>\n<mode name=\"custom\" supported=\"no\"/>\n");
    }

    @Test
    void theContextIsTheRootElement() {
        assertThat(select("domain")).isEqualTo("<domain>kvm</domain>\n");
        assertThat(select("..")).startsWith("<?xml");
    }

    @Test
    void attributesHaveABlankBeforeThem() {
        assertThat(select("//vcpu/@max")).isEqualTo(" max=\"3\"\n");
        assertThat(select("//loader/@*"))
                .isEqualTo(" supported=\"yes\"\n z=\"1\"\n a=\"q&quot;&#10;&lt;&#xE4;\"\n");
    }

    @Test
    void textIsEscaped() {
        assertThat(select("//path")).isEqualTo("<path>/a&lt;'\u00e4</path>\n");
        assertThat(select("//path/text()")).isEqualTo("/a&lt;'\u00e4\n");
    }

    @Test
    void blankTextInsideAnEmptyElementStays() {
        assertThat(select("//devices")).isEqualTo("<devices>\n  </devices>\n");
    }

    @Test
    void nothingFoundIsNoText() {
        assertThat(select("//nothing")).isEmpty();
        assertThat(wrapped("//nothing")).isEqualTo("<nodes/>\n");
    }

    @Test
    void theWholeDocumentHasADeclaration() {
        assertThat(select("/"))
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<domainCapabilities>\n"
                                + "  <path>")
                .contains("&lt;\u00e4\">")
                .endsWith("</domainCapabilities>\n\n");
    }

    @Test
    void wrappingPutsNodesIntoOneElement() {
        assertThat(wrapped("//mode | //value"))
                .isEqualTo(
                        """
                        <nodes>
                          <value>/x</value>
                          <mode name="custom" supported="no"/>
                        </nodes>
                        """);
        assertThat(wrapped("//domain/text()")).isEqualTo("<nodes>kvm</nodes>\n");
        assertThat(wrapped("//@supported | //vcpu/@max | //cpu"))
                .isEqualTo(
                        """
                        <nodes max="3" supported="no">
                          <cpu>
                            <mode name="custom" supported="no"/>
                          </cpu>
                        </nodes>
                        """);
        assertThat(wrapped("//cpu | //domain/text()"))
                .isEqualTo(
                        "<nodes>kvm<cpu><mode name=\"custom\" supported=\"no\"/></cpu></nodes>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count(//mode)", "string(//path)", "true()", "1 div 0", "not(//x)"})
    void whatIsNoNodeIsRefusedInTheWordsOfVirsh(String expression) {
        assertThatThrownBy(() -> select(expression))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e ->
                                assertThat(e.libvirtMessage())
                                        .isEqualTo(
                                                "internal error: Incorrect xpath '"
                                                        + expression
                                                        + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//[", "", " ", "nofunc()", "$x", "//foo:bar", "'abc", "a b"})
    void whatIsNoExpressionIsRefused(String expression) {
        assertThatThrownBy(() -> select(expression))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
                            assertThat(e.getMessage())
                                    .startsWith("invalid XPath expression '" + expression + "'")
                                    .doesNotContain("\n");
                        });
    }

    @Test
    void namespacesAreRefused() {
        assertThatThrownBy(() -> select("//namespace::*"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("selects namespaces");
    }

    /// Compares with the real program, which can show parts of a domain definition of the test
    /// driver.
    @Test
    @Tag("live")
    void printsAsVirshDoes(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/virsh")), "virsh is not installed");
        byte[] definition = virsh(folder, "dumpxml", "test");
        for (String expression :
                List.of(
                        "//os",
                        "//os/type/@arch",
                        "//domain/@*",
                        "//name/text()",
                        "//nothing",
                        "/",
                        "/domain",
                        "//@type",
                        "//features | //name",
                        "//interface/*",
                        "name",
                        "//type/..",
                        "//mac/@address | //name")) {
            assertThat(DocumentXPath.select(definition, expression) + "\n")
                    .as(expression)
                    .isEqualTo(text(virsh(folder, "dumpxml", "test", "--xpath", expression)));
            assertThat(DocumentXPath.selectWrapped(definition, expression) + "\n")
                    .as(expression + " wrapped")
                    .isEqualTo(
                            text(
                                    virsh(
                                            folder,
                                            "dumpxml",
                                            "test",
                                            "--wrap",
                                            "--xpath",
                                            expression)));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] virsh(Path folder, String... arguments)
            throws IOException, InterruptedException {
        // The built-in test connection makes a new UUID each time; a file of our own has a fixed
        // one.
        Path node = folder.resolve("node.xml");
        Files.writeString(
                node,
                """
                <node>
                  <domain type='test'>
                    <name>test</name>
                    <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
                    <memory>8388608</memory>
                    <os><type arch='i686'>hvm</type><boot dev='hd'/></os>
                    <features><acpi/></features>
                    <devices>
                      <interface type='network'><mac address='aa:bb:cc:dd:ee:ff'/><source network='default'/></interface>
                    </devices>
                  </domain>
                </node>
                """);
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of("/usr/bin/virsh", "-c", "test://" + node));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readAllBytes(out);
    }
}
