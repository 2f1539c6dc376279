package org.darya.evidence.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The names that a structure file (SDMX-ML 2.1) gives to the codes of series, by code and language. */
final class CodeNames {
    private static final String LIST = "CL_SERIES";

    private CodeNames() {}

    static Map<String, Map<String, String>> read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Map<String, String>> names = new HashMap<>();
        boolean inList = false;
        String code = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Codelist" -> inList = LIST.equals(xml.getAttributeValue(null, "id"));
                    case "Code" -> code = inList ? xml.getAttributeValue(null, "id") : null;
                    case "Name" -> {
                        if (code != null) {
                            String language = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
                            names.computeIfAbsent(code, c -> new TreeMap<>())
                                    .put(
                                            language == null ? "en" : language,
                                            xml.getElementText().strip());
                        }
                    }
                    default -> {
                        // other parts of the structure
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("Code")) {
                code = null;
            }
        }
        return names;
    }
}
