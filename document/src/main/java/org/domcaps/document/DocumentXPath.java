package org.domcaps.document;

import org.domcaps.error.ErrorCode;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathEvaluationResult.XPathResultType;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;

/// Picks parts of a document by an XPath 1.0 expression and prints them as virsh's `--xpath` does.
///
/// The context node is the root element. Nodes come in document order, each followed by a line end;
/// no node, no text. An expression that gives a number, a string or a truth value is an error, in
/// virsh's words. One that is not valid is an error, too; virsh prints the complaint of its XML
/// library and succeeds.
public final class DocumentXPath {

    private final Document dom;
    private final Map<Node, XmlPrinter.Part> parts = new HashMap<>();
    private final Map<Node, Integer> order = new HashMap<>();

    private DocumentXPath() {
        try {
            dom = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new DocumentException(ErrorCode.INTERNAL, "no XML builder: " + e.getMessage());
        }
        // The names were checked by the reader, by rules that may be newer than these.
        dom.setStrictErrorChecking(false);
    }

    /// The nodes that an expression selects from a document's text.
    ///
    /// @throws DocumentException if the expression is not valid or does not select nodes
    /// @throws org.domcaps.xml.XmlException if the text is not well-formed XML
    public static String select(byte[] xml, String expression) {
        StringBuilder out = new StringBuilder();
        for (XmlPrinter.Part part : find(xml, expression)) {
            XmlPrinter.print(out, part);
            out.append('\n');
        }
        return out.toString();
    }

    /// The nodes that an expression selects, as content of one element `<nodes>`, as virsh does
    /// with `--wrap`.
    ///
    /// Selected attributes become attributes of `<nodes>`; the last one of a name wins.
    ///
    /// @throws DocumentException if the expression is not valid or does not select nodes
    /// @throws org.domcaps.xml.XmlException if the text is not well-formed XML
    public static String selectWrapped(byte[] xml, String expression) {
        StringBuilder out = new StringBuilder();
        XmlPrinter.wrap(out, find(xml, expression));
        return out.append('\n').toString();
    }

    private static List<XmlPrinter.Part> find(byte[] xml, String expression) {
        DocumentXPath self = new DocumentXPath();
        XmlElement root = XmlReader.read(xml);
        self.keep(self.dom, new XmlPrinter.Part.Whole(root));
        Element context = self.element(root);
        self.dom.appendChild(context);
        return self.evaluate(context, expression);
    }

    private Element element(XmlElement xml) {
        Element element = dom.createElement(xml.name());
        keep(element, new XmlPrinter.Part.OfElement(xml));
        for (XmlAttribute attribute : xml.attributes()) {
            Attr attr = dom.createAttribute(attribute.name());
            attr.setValue(attribute.value());
            element.setAttributeNode(attr);
            keep(attr, new XmlPrinter.Part.OfAttribute(attribute));
        }
        if (!xml.text().isEmpty()) {
            Text text = dom.createTextNode(xml.text());
            element.appendChild(text);
            keep(text, new XmlPrinter.Part.OfText(xml.text()));
        }
        for (XmlElement child : xml.children()) {
            element.appendChild(element(child));
        }
        return element;
    }

    private void keep(Node node, XmlPrinter.Part part) {
        order.put(node, order.size());
        parts.put(node, part);
    }

    private List<XmlPrinter.Part> evaluate(Element context, String expression) {
        XPathEvaluationResult<?> result;
        try {
            result = xpath().compile(expression).evaluateExpression(context);
        } catch (XPathExpressionException e) {
            throw new DocumentException(
                    ErrorCode.INVALID_ARGUMENT,
                    "invalid XPath expression '" + Quote.of(expression) + "'" + reason(e));
        }
        if (result.type() != XPathResultType.NODESET) {
            throw new DocumentException(ErrorCode.INTERNAL, "Incorrect xpath '" + expression + "'");
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : (XPathNodes) result.value()) {
            if (!parts.containsKey(node)) {
                throw new DocumentException(
                        ErrorCode.INVALID_ARGUMENT,
                        "the XPath expression '"
                                + Quote.of(expression)
                                + "' selects namespaces, which have no text");
            }
            nodes.add(node);
        }
        // The evaluator knows no order of attributes; the text has one.
        nodes.sort((one, other) -> Integer.compare(order.get(one), order.get(other)));
        List<XmlPrinter.Part> found = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            found.add(parts.get(node));
        }
        return found;
    }

    private static XPath xpath() {
        XPathFactory factory = XPathFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (XPathFactoryConfigurationException e) {
            throw new DocumentException(
                    ErrorCode.INTERNAL, "no safe XPath evaluator: " + e.getMessage());
        }
        XPath xpath = factory.newXPath();
        xpath.setNamespaceContext(new NoNamespaces());
        return xpath;
    }

    /// The format has no namespaces; without this the evaluator would take any prefix and find
    /// nothing.
    private static final class NoNamespaces implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return null;
        }

        @Override
        public String getPrefix(String uri) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return Collections.emptyIterator();
        }
    }

    private static String reason(XPathExpressionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause.getMessage();
        if (message == null) {
            return "";
        }
        int line = message.indexOf('\n');
        return ": " + (line < 0 ? message : message.substring(0, line)).strip();
    }
}
