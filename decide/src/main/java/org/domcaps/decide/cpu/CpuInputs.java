package org.domcaps.decide.cpu;

import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;
import org.domcaps.document.DocumentBytes;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.error.DomcapsException;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;
import org.domcaps.xml.XmlReader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads everything that can stand for a host in CPU algebra: domain capabilities (XML or JSON),
/// host capabilities, bare `<cpu>` elements, domain definitions.
///
/// As with virsh, a text may hold several of them one after the other, or inside one element.
///
/// Hosts with the same emulator list the same models, by far the largest part of an offer; what one
/// reader reads shares them. Not for use by several threads at once.
public final class CpuInputs {

    private static final String WRAPPER = "domcaps-inputs";
    private static final String DECLARATION = "<?xml";

    private final Map<List<CpuModel>, List<CpuModel>> lists = new HashMap<>();

    /// A reader that has read nothing.
    public CpuInputs() {}

    /// All offers of a text, in order; at least one.
    ///
    /// @throws DomcapsException if the text cannot be read, or holds none
    public List<CpuOffer> read(byte[] text) {
        if (DocumentBytes.isJson(text)) {
            return List.of(of(DocumentBytes.read(text).capabilities()));
        }
        XmlElement root = root(text);
        List<CpuOffer> offers = new ArrayList<>();
        collect(root, offers);
        if (offers.isEmpty()) {
            throw root.fault(
                    (root.name().equals(WRAPPER)
                                    ? "none of the elements is a"
                                    : "the root element is <" + root.name() + ">, and it holds no")
                            + " <cpu>, <domain>, <capabilities> or <domainCapabilities>");
        }
        return offers;
    }

    /// What a document offers.
    public CpuOffer of(DomainCapabilities document) {
        CpuOffer offer = CpuOffer.of(document);
        List<CpuModel> known = lists.putIfAbsent(offer.models(), offer.models());
        return known == null ? offer : offer.withModels(known);
    }

    /// One root element, or several put into one.
    private static XmlElement root(byte[] text) {
        try {
            return XmlReader.read(text);
        } catch (XmlException alone) {
            XmlElement several;
            try {
                several = XmlReader.read(wrapped(text));
            } catch (XmlException _) {
                throw alone;
            }
            if (several.children().isEmpty()) {
                // Mere text between the tags of the wrapper.
                throw alone;
            }
            return several;
        }
    }

    private static byte[] wrapped(byte[] text) {
        StringBuilder all = new StringBuilder(new String(text, StandardCharsets.UTF_8));
        int declaration = all.indexOf(DECLARATION);
        while (declaration >= 0) {
            int end = all.indexOf("?>", declaration);
            if (end < 0) {
                break;
            }
            // Blanks in place of it, so that columns stay true.
            for (int i = declaration; i < end + 2; i++) {
                all.setCharAt(i, ' ');
            }
            declaration = all.indexOf(DECLARATION, end);
        }
        return ("<" + WRAPPER + ">" + all + "</" + WRAPPER + ">").getBytes(StandardCharsets.UTF_8);
    }

    private void collect(XmlElement element, List<CpuOffer> offers) {
        switch (element.name()) {
            case "cpu" ->
                    offers.add(CpuOffer.of(CpuDefinitionReader.read(element), Optional.empty()));
            case "domainCapabilities" -> offers.add(of(DocumentReader.read(element)));
            case "capabilities" -> offers.add(ofHost(element));
            case "domain" -> offers.add(ofDomain(element));
            default -> {
                for (XmlElement child : element.children()) {
                    switch (child.name()) {
                        case "cpu", "domainCapabilities", "capabilities", "domain" ->
                                collect(child, offers);
                        default -> {
                            // Something else beside the definitions says nothing of a CPU.
                        }
                    }
                }
            }
        }
    }

    private static CpuOffer ofHost(XmlElement capabilities) {
        XmlElement cpu =
                capabilities
                        .child("host")
                        .flatMap(host -> host.child("cpu"))
                        .orElseThrow(() ->
                                capabilities.fault(
                                        "these host capabilities hold no <host> with a <cpu>"));
        return CpuOffer.of(CpuDefinitionReader.read(cpu), Optional.empty());
    }

    private static CpuOffer ofDomain(XmlElement domain) {
        Optional<Arch> arch =
                domain.child("os")
                        .flatMap(os -> os.child("type"))
                        .flatMap(type -> type.attribute("arch"))
                        .flatMap(Arch::find);
        XmlElement cpu =
                domain.child("cpu")
                        .orElseThrow(() -> domain.fault("this domain definition has no <cpu>"));
        return CpuOffer.of(CpuDefinitionReader.read(cpu), arch);
    }
}
