package org.domcaps.decide.check;

import org.domcaps.decide.TextPlace;
import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;
import org.domcaps.xml.XmlReader;

import java.util.Objects;
import java.util.Optional;

/// A libvirt domain definition: the `<domain>` element and what its text is called.
///
/// What `virsh dumpxml` prints of a running domain is a definition too; what libvirt added to it
/// (aliases, labels, the id) means nothing here.
///
/// @param source what messages call the text: a file name as the caller wrote it
/// @param domain the element `<domain>`
public record DomainDefinition(String source, XmlElement domain) {

    /// Checks.
    public DomainDefinition {
        Objects.requireNonNull(source, "source");
        if (!domain.name().equals("domain")) {
            throw domain.fault("expected <domain> and found <" + domain.name() + ">");
        }
    }

    /// Reads a definition.
    ///
    /// @param source what messages call the text
    /// @throws XmlException if the text is not well-formed XML, or is something else than a domain;
    ///   for the other files that libvirt writes about domains the message says what to do
    public static DomainDefinition read(String source, byte[] text) {
        XmlElement root = XmlReader.read(text);
        if (!root.name().equals("domain")) {
            throw root.fault(otherRoot(root.name()));
        }
        return new DomainDefinition(source, root);
    }

    private static String otherRoot(String name) {
        return switch (name) {
            case "domstatus" ->
                    "this is libvirt's status file of a running domain, not a definition;"
                            + " 'virsh dumpxml NAME' prints one";
            case "domainsnapshot", "domaincheckpoint", "domainbackup" ->
                    "<"
                            + name
                            + "> is not a domain definition; give the <domain> that it was made of";
            case "domainCapabilities" ->
                    "this is a domain capabilities document, not a domain definition; give it with"
                            + " --capabilities";
            case "capabilities" -> "these are host capabilities, not a domain definition";
            default -> "expected <domain> and found <" + name + ">";
        };
    }

    /// The domain's name; absent if it has none.
    public Optional<String> name() {
        return text("name");
    }

    /// The virt type as written; absent if there is no attribute `type`.
    public Optional<String> virtTypeName() {
        return domain.attribute("type").filter(name -> !name.isEmpty());
    }

    /// The virt type; absent if there is none or it is not known.
    public Optional<VirtType> virtType() {
        return virtTypeName().flatMap(VirtType::find);
    }

    /// The architecture as written; absent means that of the host.
    public Optional<String> archName() {
        return osType().flatMap(type -> type.attribute("arch")).filter(name -> !name.isEmpty());
    }

    /// The architecture; absent if there is none or it is not known.
    public Optional<Arch> arch() {
        return archName().flatMap(Arch::find);
    }

    /// The machine type or alias; absent means the emulator's default.
    public Optional<String> machine() {
        return osType().flatMap(type -> type.attribute("machine")).filter(name -> !name.isEmpty());
    }

    /// The path of the emulator; absent means the host's default.
    public Optional<String> emulator() {
        return domain.child("devices")
                .flatMap(devices -> devices.child("emulator"))
                .map(emulator -> emulator.text().strip())
                .filter(path -> !path.isEmpty());
    }

    /// Where an element stands.
    TextPlace place(XmlElement element) {
        return new TextPlace(source, Math.max(1, element.line()), Math.max(1, element.column()));
    }

    /// `<os><type>`, which names architecture and machine; `<domain>` where there is none.
    XmlElement osTypeOrDomain() {
        return osType().orElse(domain);
    }

    private Optional<XmlElement> osType() {
        return domain.child("os").flatMap(os -> os.child("type"));
    }

    private Optional<String> text(String child) {
        return domain.child(child)
                .map(element -> element.text().strip())
                .filter(value -> !value.isEmpty());
    }
}
