package org.keizoku.audit.export;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XES (IEEE 1849-2016) as a stream: the head with its extensions at once, then what it is told. */
final class XesWriter implements AutoCloseable {

    private static final List<String[]> EXTENSIONS = List.of(
            new String[] {"Concept", "concept"},
            new String[] {"Time", "time"},
            new String[] {"Lifecycle", "lifecycle"},
            new String[] {"Organizational", "org"});

    private final XMLStreamWriter xml;

    XesWriter(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        begin("log");
        xml.writeDefaultNamespace("http://www.xes-standard.org/");
        xml.writeAttribute("xes.version", "1849.2016");
        xml.writeAttribute("xes.features", "");
        for (String[] extension : EXTENSIONS) {
            xml.writeEmptyElement("extension");
            xml.writeAttribute("name", extension[0]);
            xml.writeAttribute("prefix", extension[1]);
            xml.writeAttribute("uri", "http://www.xes-standard.org/%s.xesext".formatted(extension[1]));
        }
        begin("global");
        xml.writeAttribute("scope", "trace");
        string("concept:name", "");
        end();
        begin("global");
        xml.writeAttribute("scope", "event");
        string("concept:name", "");
        string("lifecycle:transition", "complete");
        date("time:timestamp", "1970-01-01T00:00:00Z");
        end();
        classifier("Step", "step");
        classifier("Name and lifecycle", "concept:name lifecycle:transition");
        string("lifecycle:model", "standard");
    }

    /** Begins a {@code trace} or an {@code event}. */
    void begin(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Nothing where there is no value. */
    void string(String key, String value) throws XMLStreamException {
        if (value != null) {
            attribute("string", key, value);
        }
    }

    void flag(String key, boolean value) throws XMLStreamException {
        attribute("boolean", key, String.valueOf(value));
    }

    /** @param moment ISO 8601 with its offset */
    void date(String key, String moment) throws XMLStreamException {
        attribute("date", key, moment);
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", value);
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("scope", "event");
        xml.writeAttribute("keys", keys);
    }

    /** Ends the log; the stream under it stays open. */
    @Override
    public void close() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }
}
