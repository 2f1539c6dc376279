package org.darya.portal.said;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.darya.agreement.Document;

/** Documents by what sort they are. */
public record DocumentsView(List<Document> documents) {
    public Map<Document.Type, List<Document>> byType() {
        return documents.stream().collect(Collectors.groupingBy(Document::type, TreeMap::new, Collectors.toList()));
    }
}
