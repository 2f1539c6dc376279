package org.darya.evidence.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** SDMX-ML 2.1 structure-specific: series and observations are elements whose attributes are named by the structure. */
final class StructureSpecific21 {
    private StructureSpecific21() {}

    static void read(XMLStreamReader xml, SdmxRow row) throws XMLStreamException, IOException {
        boolean inSeries = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Series")) {
                inSeries = true;
                row.series(Xml.attributes(xml));
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Obs")) {
                Map<String, String> said = Xml.attributes(xml);
                if (!inSeries) {
                    row.series(keyOf(said)); // a flat data set: each observation carries its whole key
                }
                row.observation(said, xml.getLocation().getLineNumber());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("Series")) {
                inSeries = false;
            }
        }
    }

    private static Map<String, String> keyOf(Map<String, String> said) {
        Map<String, String> key = new HashMap<>(said);
        key.remove("TIME_PERIOD");
        return key;
    }
}
