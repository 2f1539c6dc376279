package org.darya.evidence.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SDMX-ML: data of version 2.1 (structure-specific) and 2.0 (generic), and the structure files beside them. */
final class Sdmx implements FileFormat {
    private static final String V21 = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";

    private final Map<String, Map<String, String>> names = new HashMap<>();

    @Override
    public List<SourceFile> files(Path given) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : Folders.with(given, ".xml")) {
            files.add(new SourceFile(path, Folders.name(given, path), isStructure(path)));
        }
        return files;
    }

    private static boolean isStructure(Path path) throws IOException {
        try {
            return Xml.read(path, xml -> xml.getLocalName().equals("Structure"));
        } catch (Unreadable e) {
            return false; // told when it is read
        }
    }

    @Override
    public void read(SourceFile file, Sink sink) throws IOException, Unreadable {
        Xml.<Object>read(file.path(), xml -> {
            String namespace = String.valueOf(xml.getNamespaceURI());
            var row = new SdmxRow(file, sink, names);
            switch (xml.getLocalName()) {
                case "Structure" -> names.putAll(CodeNames.read(xml));
                case "StructureSpecificData", "StructureSpecificTimeSeriesData" -> StructureSpecific21.read(xml, row);
                case "GenericData" -> {
                    if (namespace.equals(V21)) {
                        throw unknown("GenericData of SDMX-ML 2.1");
                    }
                    Generic20.read(xml, row);
                }
                default -> throw unknown(xml.getLocalName());
            }
            return names;
        });
    }

    private static Unreadable unknown(String root) {
        return new Unreadable(
                1,
                "The root element is \"%s\", which is not read here.".formatted(root),
                "Maybe the office also gives SDMX-ML 2.1 structure-specific, SDMX-ML 2.0 generic, or CSV.");
    }
}
