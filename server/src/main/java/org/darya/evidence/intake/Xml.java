package org.darya.evidence.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML as a stream, without document types and without anything fetched from elsewhere. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, type, about, place) -> {}); // problems are told by us, not on the terminal
        return factory;
    }

    /** What is done with an open file. */
    @FunctionalInterface
    interface Use<T> {
        T with(XMLStreamReader xml) throws XMLStreamException, IOException, Unreadable;
    }

    /** Opens the file, stands on its root element, and closes it whatever happens. */
    static <T> T read(Path file, Use<T> use) throws IOException, Unreadable {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            try {
                xml.nextTag();
                return use.with(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            long line =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new Unreadable(
                    line,
                    "The XML breaks off or is broken: %s".formatted(firstWords(e)),
                    "Maybe the file was not copied whole, or it is not written in the encoding that it names.");
        }
    }

    static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributePrefix(i).isEmpty()) {
                all.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        return all;
    }

    /** The parser's own words without its account of the place, which stands in the line already. */
    private static String firstWords(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int words = message.indexOf("Message: ");
        return (words < 0 ? message : message.substring(words + 9)).strip();
    }
}
