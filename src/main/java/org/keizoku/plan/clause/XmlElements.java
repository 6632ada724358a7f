package org.keizoku.plan.clause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.Resource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reading the elements of a model's XML, with nothing loaded from elsewhere. */
final class XmlElements {

    private XmlElements() {}

    static Element root(Resource file) {
        try (InputStream xml = file.getInputStream()) {
            return safe().newDocumentBuilder().parse(xml).getDocumentElement();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.getDescription(), unreadable);
        } catch (SAXException | ParserConfigurationException noXml) {
            throw new IllegalStateException(file.getDescription() + " is no XML", noXml);
        }
    }

    /** All elements of this local name below, in the order of the file. */
    static Stream<Element> below(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    /** The text of the child element of this local name; empty where there is none. */
    static String text(Element element, String child) {
        return below(element, child)
                .filter(found -> found.getParentNode() == element)
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** The nearest element of this local name around. */
    static Element around(Element element, String name) {
        Element at = element;
        while (!name.equals(at.getLocalName())) {
            at = (Element) at.getParentNode();
        }
        return at;
    }

    private static DocumentBuilderFactory safe() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }
}
