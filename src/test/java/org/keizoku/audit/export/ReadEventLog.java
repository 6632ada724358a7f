package org.keizoku.audit.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An event log as another program reads it: held to the schema, then trace by trace. */
record ReadEventLog(List<Trace> traces) {

    /** Values by their keys, of the trace and of each of its events. */
    record Trace(Map<String, String> values, List<Map<String, String>> events) {}

    /** A SAXException where it is not as the schema says. */
    static ReadEventLog of(byte[] xes) throws SAXException, IOException {
        var schema = ReadEventLog.class.getResource("/xes/structure.xsd");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xes)));
        try {
            var log = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xes))
                    .getDocumentElement();
            return new ReadEventLog(children(log, "trace").stream()
                    .map(trace -> new Trace(
                            values(trace),
                            children(trace, "event").stream()
                                    .map(ReadEventLog::values)
                                    .toList()))
                    .toList());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && (name == null || name.equals(element.getNodeName()))) {
                children.add(element);
            }
        }
        return children;
    }

    private static Map<String, String> values(Element element) {
        Map<String, String> values = new LinkedHashMap<>();
        children(element, null).stream()
                .filter(child -> child.hasAttribute("key"))
                .forEach(child -> values.put(child.getAttribute("key"), child.getAttribute("value")));
        return values;
    }
}
