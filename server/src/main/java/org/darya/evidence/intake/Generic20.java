package org.darya.evidence.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** SDMX-ML 2.0 generic: keys and attributes are lists of concept and value. */
final class Generic20 {
    private final XMLStreamReader xml;
    private final SdmxRow row;
    private final Map<String, String> series = new HashMap<>();
    private final Map<String, String> observation = new HashMap<>();
    private boolean inObservation;
    private boolean begun;
    private long line;

    private Generic20(XMLStreamReader xml, SdmxRow row) {
        this.xml = xml;
        this.row = row;
    }

    static void read(XMLStreamReader xml, SdmxRow row) throws XMLStreamException, IOException {
        var reader = new Generic20(xml, row);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                reader.begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                reader.end(xml.getLocalName());
            }
        }
    }

    private void begin(String element) throws XMLStreamException {
        switch (element) {
            case "Series" -> {
                series.clear();
                begun = false;
            }
            case "Obs" -> {
                if (!begun) {
                    row.series(series);
                    begun = true;
                }
                observation.clear();
                inObservation = true;
                line = xml.getLocation().getLineNumber();
            }
            case "Value" -> (inObservation ? observation : series).put(attribute("concept"), attribute("value"));
            case "Time" -> observation.put("TIME_PERIOD", xml.getElementText().strip());
            case "ObsValue" -> observation.put("OBS_VALUE", attribute("value"));
            default -> {
                // header and wrapping
            }
        }
    }

    private void end(String element) throws IOException {
        if (element.equals("Obs")) {
            inObservation = false;
            row.observation(observation, line);
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
